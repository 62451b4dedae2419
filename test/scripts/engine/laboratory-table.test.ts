import { expect, test } from "vitest";
import { wilson } from "../../../models/experiments/summary.ts";
import { conditions, type Score, type WorldFindings } from "../../../models/influence/estimators/laboratory.ts";
import { judged, laboratoryText, outcomeOf } from "../../../scripts/engine/laboratory-table.ts";

const score: Score = { condition: "c", estimator: "e", target: "slope", worlds: 2400, truth: 0, mean: 0, bias: 0, stderr: 0.001, covered: 2280, sure: 60 };
const verdict = (change: Partial<Score>, copying = true): string => judged({ ...score, ...change }, copying).verdict;

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
  expect(judged(score, true).coverage).toEqual(wilson(2280, 2400));
});

test("the table tells each world's causes and curve, and beside each estimator how far off it is", () => {
  const world = (estimate: number): WorldFindings => ({ findings: Array.from({ length: 6 }, () => ({ estimate, stderr: 0.01 })), curve: [0.45, 0.2, 0.09], without: 0.45 });
  const text = laboratoryText([outcomeOf(conditions[2], [world(0.4), world(0.5)])]);
  expect(text).toContain("homophily: excess at 1, 2, 3 degrees 45.0 ± 0.0, 20.0 ± 0.0, 9.0 ± 0.0 % in 2 worlds");
  expect(text).toContain("contagion 0, homophily 1, context 0, prevalence 0.4; block:sizes=500+500");
  expect(text.match(/^friends' past .*/m)?.[0].split(/ {2,}/)).toEqual(["friends' past", "slope", "0.0000", "0.4500", "0.0500", "9.0", "0.0 ± 32.9 %", "100.0 ± 32.9 %", "FOOLED"]);
});
