import { afterEach, expect, test, vi } from "vitest";
import { FAILED, guarded, lost, WRONG } from "../../../scripts/cli/errors.ts";

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const heard = (): string[] => {
  const lines: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  return lines;
};

test("a wrong request and failed work differ in their exit code, and neither shows where in the code", async () => {
  const lines = heard();
  expect(await guarded(() => Promise.reject(new RangeError("who: what must hold")))).toBe(WRONG);
  expect(await guarded(() => Promise.reject(new Error("the disk is full")))).toBe(FAILED);
  expect(await guarded(() => Promise.resolve())).toBe(0);
  expect(lines).toEqual(["who: what must hold\n", "the disk is full\n"]);
});

test("a reader who has seen enough is no failure; a full disk is told and is one", () => {
  const lines = heard();
  lost(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
  expect([lines, process.exitCode]).toEqual([[], undefined]);
  lost(Object.assign(new Error("no space"), { code: "ENOSPC" }));
  expect(lines).toEqual(["standard output: the answer could not be written: the disk is full\n"]);
  expect(process.exitCode).toBe(FAILED);
});
