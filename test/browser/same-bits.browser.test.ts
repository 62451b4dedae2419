import { expect, test } from "vitest";
import { GOLDEN, sameBits } from "../support/same-bits.ts";

test("Chromium gives the bits of Node, time after time", () => {
  expect(sameBits()).toEqual(GOLDEN);
  for (let again = 0; again < 5; again++) expect(sameBits()).toEqual(GOLDEN); // by now compiled for speed
});
