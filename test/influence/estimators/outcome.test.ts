import { expect, test } from "vitest";
import { wilson } from "../../../models/statistics/summary.ts";
import { type Score } from "../../../models/influence/estimators/laboratory.ts";
import { judged } from "../../../models/influence/estimators/outcome.ts";

const score: Score = {
  condition: "c",
  estimator: "e",
  target: "slope",
  worlds: 2400,
  truth: 0,
  mean: 0,
  bias: 0,
  stderr: 0.001,
  covered: 2280,
  sure: 60,
};
const verdict = (change: Partial<Score>, copying = true): string =>
  judged({ ...score, ...change }, copying, wilson).verdict;

test("a verdict says who is fooled, who errs and which way, and who is too sure", () => {
  expect(verdict({})).toBe("fair");
  expect(verdict({}, false)).toBe("fair");
  expect(verdict({ sure: 240 }, false)).toBe("fair");
  expect(verdict({ sure: 241 }, false)).toBe("FOOLED");
  expect(verdict({ sure: 2400 })).toBe("fair");
  expect(verdict({ covered: 2200 })).toBe("too sure");
  expect(verdict({ covered: 2200, bias: 0.0041 })).toBe("too high");
  expect(verdict({ covered: 2200, bias: -0.0041 })).toBe("too low");
  expect(verdict({ bias: 0.0041 })).toBe("fair");
});

test("2,400 worlds know any coverage to two points, 2,390 do not", () => {
  const half = (covered: number, worlds: number): number => {
    const { low, high } = wilson(covered, worlds);
    return (high - low) / 2;
  };
  for (let covered = 0; covered <= 2400; covered += 100) expect(half(covered, 2400)).toBeLessThanOrEqual(0.02);
  expect(half(1195, 2390)).toBeGreaterThan(0.02);
  expect(judged(score, true, wilson).coverage).toEqual(wilson(2280, 2400));
});
