import { expect, test } from "vitest";
import { wilson } from "../../../models/statistics/summary.ts";
import { conditions, type WorldFindings } from "../../../models/influence/estimators/laboratory.ts";
import { outcomeOf } from "../../../models/influence/estimators/outcome.ts";
import { laboratoryText } from "../../../models/studies/degrees/laboratory-table.ts";

test("the table tells each world's causes and curve, and beside each estimator how far off it is", () => {
  const world = (estimate: number): WorldFindings => ({
    findings: Array.from({ length: 6 }, () => ({ estimate, stderr: 0.01 })),
    curve: [0.45, 0.2, 0.09],
    without: 0.45,
  });
  const text = laboratoryText([outcomeOf(conditions[2], [world(0.4), world(0.5)], wilson)]);
  expect(text).toContain("homophily: excess at 1, 2, 3 degrees 45.0 ± 0.0, 20.0 ± 0.0, 9.0 ± 0.0 % in 2 worlds");
  expect(text).toContain("contagion 0, homophily 1, context 0, prevalence 0.4; block:sizes=500+500");
  expect(text.match(/^friends' past .*/m)?.[0].split(/ {2,}/)).toEqual([
    "friends' past",
    "slope",
    "0.0000",
    "0.4500",
    "0.0500",
    "9.0",
    "0.0 ± 32.9 %",
    "100.0 ± 32.9 %",
    "FOOLED",
  ]);
});
