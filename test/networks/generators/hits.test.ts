import { expect, test } from "vitest";
import { childKey, streamKey } from "../../../models/core/index.ts";
import { hits } from "../../../models/networks/generators/hits.ts";
import { band, chiSquare, chiSquareLimit } from "../../support/bands.ts";
import { tally } from "../../support/sound.ts";

const key = streamKey(1, "test/hits");

test("nobody is taken at chance 0, everybody at chance 1", () => {
  const lengths = Uint32Array.of(3, 0, 2);
  expect(hits(lengths, 0, key).offsets).toEqual(Uint32Array.of(0, 0, 0, 0));
  const all = hits(lengths, 1, key);
  expect(Array.from(all.offsets)).toEqual([0, 3, 3, 5]);
  expect(Array.from(all.targets)).toEqual([0, 1, 2, 0, 1]);
});

test("candidates are taken independently, each with the same chance", () => {
  // All 16 outcomes of four candidates in three rows, 30,000 worlds. False alarm 1e-6;
  // catches a chance of 0.3 that is 0.325 for one of them.
  const lengths = Uint32Array.of(1, 2, 1);
  const worlds = 30_000;
  const counts = tally(worlds, (world) => {
    const { offsets, targets } = hits(lengths, 0.3, childKey(key, world));
    return [0, 1, 2].map((i) => targets.subarray(offsets[i], offsets[i + 1]).join("")).join("/");
  });
  const outcomes = ["", "0"].flatMap((a) => ["", "0", "1", "01"].flatMap((b) => ["", "0"].map((c) => [a, b, c])));
  const expected = outcomes.map((rows) => {
    const taken = rows.join("").length;
    return worlds * 0.3 ** taken * 0.7 ** (4 - taken);
  });
  const X2 = chiSquare(
    outcomes.map((rows) => counts.get(rows.join("/")) ?? 0),
    expected,
  );
  expect(X2).toBeLessThan(chiSquareLimit(15, 1e-6));
});

test("long skips over many rows keep the chance", () => {
  // 2e9 candidates at a chance of 1e-5: 20,000 expected. False alarm 1e-6; catches 4 %.
  const { offsets, targets } = hits(new Uint32Array(20_000).fill(100_000), 1e-5, key);
  const [low, high] = band(2_000_000_000, 1e-5);
  expect(offsets[20_000]).toBeGreaterThanOrEqual(low);
  expect(offsets[20_000]).toBeLessThanOrEqual(high);
  // Within rows they are uniform: ten equal parts.
  const tenths = new Float64Array(10);
  for (const place of targets) tenths[Math.floor(place / 10_000)]++;
  expect(chiSquare(tenths, new Array<number>(10).fill(targets.length / 10))).toBeLessThan(chiSquareLimit(9, 1e-6));
});
