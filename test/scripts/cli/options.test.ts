import { expect, test } from "vitest";
import { threadCount, wholeAtLeast } from "../../../scripts/cli/options.ts";

test("a whole number is read as written, or refused with what must hold", () => {
  const read = wholeAtLeast(1);
  expect(read("1e3")).toBe(1000);
  for (const text of ["", " ", "0", "-3", "1.5", "ten", "NaN"])
    expect(() => read(text)).toThrow(`a whole number at least 1, got ${text}`);
  expect(() => read("Infinity")).toThrow("got Infinity");
  expect(() => read("1e300")).toThrow("from 1 to 9007199254740991, got 1e300");
  expect(threadCount("256")).toBe(256);
  expect(() => threadCount("257")).toThrow("from 1 to 256");
});
