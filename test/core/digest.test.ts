import { expect, test } from "vitest";
import fc from "fast-check";
import { digest, digestText, fingerprint, network, numberKeys, textKeys } from "../../models/core/index.ts";
import { ringOfThirty } from "../support/rumour.ts";

const bytes = fc.uint8Array({ maxLength: 40 });

test("a digest is sixteen hexadecimal digits that stay what they were", () => {
  // Golden: results folders and snapshots are found again by these.
  expect(digest()).toBe("243f6a8885a308d3");
  expect(digestText("ovation")).toBe("1185c99d6088507a");
  expect(digest(Float64Array.of(0.5, -1), Uint8Array.of(1, 2, 3))).toBe("fb189817ab0fe4ab");
});

test("the same bytes give the same digest wherever they stand in memory", () => {
  fc.assert(
    fc.property(bytes, fc.nat(9), (data, offset) => {
      const around = new Uint8Array(data.length + offset + 3);
      around.set(data, offset);
      expect(digest(around.subarray(offset, offset + data.length))).toBe(digest(data));
      expect(digest(new DataView(around.buffer, offset, data.length))).toBe(digest(data));
    }),
  );
});

test("one changed bit, a byte more or less, or parts divided elsewhere show", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), (data, at) => {
      const changed = data.slice();
      changed[at % data.length] ^= 1 << (at % 8);
      const others = [changed, Uint8Array.of(...data, 0), data.subarray(1), Uint8Array.of(0, ...data)].map((other) =>
        digest(other),
      );
      for (const other of others) expect(other).not.toBe(digest(data));
      expect(digest(data.subarray(0, 1), data.subarray(1))).not.toBe(digest(data));
    }),
  );
});

test("130,000 like texts all have digests of their own", () => {
  // Among 2^17 random numbers of 64 bits two agree once in two thousand million times.
  const seen = new Set<string>();
  for (let n = 0; n < 2 ** 17; n++) seen.add(digestText(`customer ${n}`));
  expect(seen.size).toBe(2 ** 17);
});

test("a network's fingerprint tells direction, arcs, weights, names and attributes apart, and nothing else", () => {
  const ring = ringOfThirty();
  const { out } = ring;
  const rows = { offsets: out.offsets, targets: out.targets, weights: out.weights };
  const named = (texts: string[]) => ({
    directed: false,
    out: { ...rows, offsets: Uint32Array.of(0, 0, 0), targets: new Uint32Array(0), weights: null },
    keys: textKeys(texts),
  });
  const heavier = Float64Array.from(rows.weights ?? []);
  heavier[7] += 2 ** -40;
  const age = { kind: "number" as const, values: new Float64Array(30) };
  const town = (labels: string[]) => ({ kind: "category" as const, codes: new Uint16Array(30), labels });
  const different = [
    network({ directed: false, out: rows }),
    network({ directed: true, out: rows }),
    network({ directed: false, out: { ...rows, weights: null } }),
    network({ directed: false, out: { ...rows, weights: heavier } }),
    network({ directed: false, out: rows, keys: textKeys(Array.from({ length: 30 }, (_, i) => `c${i}`)) }),
    network({ directed: false, out: rows, attributes: { age } }),
    network({ directed: false, out: rows, attributes: { years: age } }),
    network({ directed: false, out: rows, attributes: { town: town(["", "a"]) } }),
    network({ directed: false, out: rows, attributes: { town: town(["", "b"]) } }),
    network(named(["a\nb", "c"])),
    network(named(["a", "b\nc"])),
    ringOfThirty(true),
  ].map(fingerprint);
  expect(new Set(different).size).toBe(different.length);
  expect(different[0]).toBe(fingerprint(ring));
  expect(fingerprint(ring)).toBe(fingerprint(ringOfThirty()));
  expect(fingerprint(network({ directed: false, out: rows, keys: numberKeys(30) }))).toBe(fingerprint(ring));
});
