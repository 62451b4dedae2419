import fc from "fast-check";

/**
 * A number from `min` to `max`, all parts alike, each end once in sixteen. `fc.double` draws among bit
 * patterns: of its numbers from 0 to 1 nine in ten lie below 1e-10, where hardly any chance ever comes true.
 */
export const spread = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(
    {
      weight: 7,
      arbitrary: fc.noBias(fc.integer({ min: 0, max: PARTS })).map((part) => min + (max - min) * (part / PARTS)),
    },
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
  );

const PARTS = 2 ** 30;
/** A share or a chance. */
export const anyShare = spread(0, 1);
