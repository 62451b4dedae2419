import { afterEach, expect, test, vi } from "vitest";
import { progress } from "../../../scripts/cli/progress.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Lines said in a pipe when blocks of worlds finish at these times. */
function said(total: number, blocks: readonly { at: number; count: number }[]): string[] {
  const lines: string[] = [];
  const now = vi.spyOn(performance, "now").mockReturnValue(0);
  const stream = { isTTY: false, write: (text: string) => lines.push(text) } as unknown as NodeJS.WriteStream;
  const shown = progress("worlds", false, stream);
  shown.wanted(total);
  for (const { at, count } of blocks) {
    now.mockReturnValue(at);
    shown.add(count);
  }
  shown.stop();
  return lines;
}

test("the time left is told from worlds that ran, not from starting up or from worlds done before", () => {
  // 100 worlds a second after a start of two seconds.
  expect(
    said(1000, [
      { at: 0, count: 0 },
      { at: 2000, count: 100 },
      { at: 5000, count: 300 },
    ])[0],
  ).toBe("worlds: 400 of 1000, about 6 s left\n");
  expect(
    said(1000, [
      { at: 0, count: 600 },
      { at: 4000, count: 200 },
    ])[0],
  ).toBe("worlds: 800 of 1000, about 4 s left\n");
  expect(said(1000, [{ at: 3000, count: 1 }])[0]).toBe("worlds: 1 of 1000\n");
});

test("the last line is said once", () => {
  expect(said(10, [{ at: 4000, count: 10 }])).toEqual(["worlds: 10 of 10, 4.0 s\n"]);
  expect(
    said(10, [
      { at: 4000, count: 9 },
      { at: 4100, count: 1 },
    ]),
  ).toEqual(["worlds: 9 of 10\n", "worlds: 10 of 10, 4.1 s\n"]);
});

test("short jobs and quiet ones say nothing", () => {
  expect(said(10, [{ at: 100, count: 10 }])).toEqual([]);
  const stream = { isTTY: true, write: () => expect.fail("quiet") } as unknown as NodeJS.WriteStream;
  const quiet = progress("worlds", true, stream);
  quiet.wanted(5);
  quiet.add(5);
  quiet.stop();
});
