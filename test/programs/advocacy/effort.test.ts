import { expect, test } from "vitest";
import { auditHits } from "../../../models/programs/advocacy/audit.ts";
import { skillAtRest } from "../../../models/programs/advocacy/development.ts";
import { barOfPay, effortOf, pullOf } from "../../../models/programs/advocacy/effort.ts";
import { advocacyParameters, type AdvocacyValues } from "../../../models/programs/advocacy/parameters.ts";
import { seekersPost } from "../../../models/programs/advocacy/work.ts";

const usual = Object.fromEntries(
  Object.entries(advocacyParameters).map(([name, { fallback }]) => [name, fallback]),
) as unknown as AdvocacyValues;
const honest = { drive: 0.8, seeker: false, fatigue: 0 };

test("money helps above R = 25.714, never where crowding out takes what pay can add, and always without it", () => {
  const bar = barOfPay(usual, 0.8);
  expect(bar).toBeCloseTo(25.714, 3);
  expect(effortOf({ ...usual, pay: bar }, honest)).toBeCloseTo(effortOf(usual, honest), 12);
  expect(barOfPay({ ...usual, crowding: 0.5 }, 0.8)).toBe(Infinity);
  expect(barOfPay({ ...usual, crowding: 0 }, 0.8)).toBe(0);
});

test("effort is on [0, 1], falls with fatigue, and in seekers is pay alone", () => {
  expect(effortOf(usual, honest)).toBe(0.8);
  expect(effortOf(usual, { ...honest, fatigue: 0.5 })).toBe(0.4);
  expect(effortOf({ ...usual, pay: 1e6, crowding: 0, attraction: 1 }, honest)).toBe(1);
  expect(effortOf(usual, { drive: 0, seeker: true, fatigue: 0 })).toBe(0);
  expect(effortOf({ ...usual, pay: 10 }, { drive: 0, seeker: true, fatigue: 0 })).toBe(
    pullOf({ pay: 10, halfPay: 10 }),
  );
});

test("skill rests at .8 with half of full support", () => {
  expect(skillAtRest(usual)).toBeCloseTo(0.8, 12);
  expect(skillAtRest({ ...usual, coaching: 1 })).toBe(1);
  expect(skillAtRest({ ...usual, coaching: 0 })).toBe(0);
});

test("an audit's hits are φ^θ, and seekers post where acts are counted and the risk is worth it", () => {
  for (const falseAlarms of [0.01, 0.05, 0.3])
    for (const auditArea of [0.05, 0.2, 1])
      expect(auditHits({ falseAlarms, auditArea })).toBeCloseTo(falseAlarms ** auditArea, 14);
  expect(auditHits({ falseAlarms: 0, auditArea: 0.2 })).toBe(0);
  const paid = { ...usual, pay: 10, scoring: "volume" } as const;
  expect(seekersPost(paid)).toBe(true);
  expect(seekersPost({ ...paid, pay: 0 })).toBe(false);
  expect(seekersPost({ ...paid, auditArea: 0.05 })).toBe(false); // 5·(1 − .861) < .95
  expect(seekersPost({ ...paid, scoring: "value", falseAlarms: 0 })).toBe(false);
});
