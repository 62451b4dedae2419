import { expect, test } from "vitest";
import { streamKey } from "../../../models/core/index.ts";
import { emptyLabelings, fillLabelings, type Labelings } from "../../../models/influence/degrees/labelings.ts";
import { band } from "../../support/bands.ts";

const bit = ({ bits, words }: Labelings, i: number, k: number): number => (bits[i * words + (k >> 5)] >>> (k & 31)) & 1;

const trait = {
  name: "t",
  has: Uint8Array.of(1, 0, 0, 1, 0, 1, 0, 0),
  known: Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 0),
  block: Uint32Array.of(0, 0, 0, 1, 1, 1, 1, 0),
  blocks: 2,
};

test("labeling 0 is the observed one; every shuffle has as many labels in each block, none on people not known", () => {
  const labelings = emptyLabelings(8, 100);
  fillLabelings(labelings, trait, streamKey("s", "test"));
  expect(Array.from({ length: 8 }, (_, i) => bit(labelings, i, 0))).toEqual([...trait.has]);
  for (let k = 0; k <= 100; k++) {
    const has = Array.from({ length: 8 }, (_, i) => bit(labelings, i, k));
    expect(has[0] + has[1] + has[2]).toBe(1);
    expect(has[3] + has[4] + has[5] + has[6]).toBe(2);
    expect(has[7]).toBe(0);
  }
  for (let w = 0; w < 4; w++) expect(labelings.bits[8 * 4 + w]).toBe(0);
});

test("every pair of a block is as likely to be drawn", () => {
  // Six pairs out of people 3 … 6, 6,000 shuffles; false alarm 1e-6 each; catches 1/6 → .195.
  const labelings = emptyLabelings(8, 6000);
  fillLabelings(labelings, trait, streamKey("s", "test"));
  const [low, high] = band(6000, 1 / 6);
  for (let i = 3; i < 7; i++) {
    for (let j = 3; j < i; j++) {
      let hits = 0;
      for (let k = 1; k <= 6000; k++) hits += bit(labelings, i, k) & bit(labelings, j, k);
      expect(hits).toBeGreaterThanOrEqual(low);
      expect(hits).toBeLessThanOrEqual(high);
    }
  }
});

test("a shuffle is the same however many there are", () => {
  const few = emptyLabelings(8, 40);
  const many = emptyLabelings(8, 500);
  for (const labelings of [few, many]) fillLabelings(labelings, trait, streamKey("s", "test"));
  for (let k = 0; k <= 40; k++) for (let i = 0; i < 8; i++) expect(bit(few, i, k)).toBe(bit(many, i, k));
});
