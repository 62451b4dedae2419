import fc from "fast-check";
import { expect, test } from "vitest";
import { byDraw, byFalling } from "../../../models/cascades/ovation/turns.ts";

const draw = fc.oneof(
  fc.constantFrom(0, 0.25, 0.5, 1 - 2 ** -31),
  fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
);

test("people are ordered by rising draw, equal draws as numbered, like a plain sort", () => {
  fc.assert(
    fc.property(fc.array(draw, { maxLength: 60 }), (draws) => {
      const plain = [...draws.keys()].sort((a, b) => draws[a] - draws[b] || a - b);
      expect([...byDraw(Float64Array.from(draws))]).toEqual(plain);
    }),
    { numRuns: 300 },
  );
});

test("keys come first and the order given decides between equal ones", () => {
  const keys = [0.5, 1, 0.5, 0, 1];
  expect([...byFalling(Uint32Array.from([4, 3, 2, 1, 0]), (i) => keys[i])]).toEqual([4, 1, 2, 0, 3]);
});
