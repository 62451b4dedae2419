import { expect, test } from "vitest";
import { benchMemory, bytesOf } from "../../../scripts/bench/memory.ts";
import { path4, tiny } from "../../support/tiny.ts";

test("every buffer counts once", () => {
  // Five offsets and six targets of 4 bytes, one half shared by both directions.
  expect(bytesOf(path4)).toBe(4 * (5 + 6));
  // Directed: both halves, four offsets and two targets each; weights are 8 bytes in each half.
  expect(
    bytesOf(
      tiny(
        3,
        [
          [0, 1],
          [1, 2],
        ],
        true,
      ),
    ),
  ).toBe(2 * 4 * (4 + 2));
  expect(
    bytesOf(
      tiny(
        3,
        [
          [0, 1, 0.5],
          [1, 2, 0.5],
        ],
        true,
      ),
    ),
  ).toBe(2 * (4 * (4 + 2) + 8 * 2));
});

test("an unweighted network takes at most 9 bytes an arc and 16 a customer in both directions", () => {
  for (const { value, reference } of benchMemory()) expect(value).toBeLessThanOrEqual(reference!);
});
