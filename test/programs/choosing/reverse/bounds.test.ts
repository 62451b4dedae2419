import { expect, test } from "vitest";
import { sequence, streamKey } from "../../../../models/core/index.ts";
import { enoughSets, logChoices, lowerReach, upperReach } from "../../../../models/programs/choosing/reverse/bounds.ts";

test("the bounds hold around the truth as often as they say", () => {
  // A true share of .02, 500 sets, failure .01: 20,000 rounds fail at most 1 % of the time; more than 280
  // failures have chance below 1e-6 even were the bounds tight (mean 200, sd 14).
  const source = sequence(streamKey(1, "test/bounds"));
  let [above, below] = [0, 0];
  for (let round = 0; round < 20_000; round++) {
    let hit = 0;
    for (let set = 0; set < 500; set++) if (source.uniform() < 0.02) hit++;
    if (lowerReach(hit, 500, 1, 0.01) > 0.02) above++;
    if (upperReach(hit, 500, 1, 0.01) < 0.02) below++;
  }
  expect(above).toBeLessThanOrEqual(280);
  expect(below).toBeLessThanOrEqual(280);
});

test("nothing hit bounds nothing below; everything hit bounds nothing above; more sets bring the bounds together", () => {
  expect(lowerReach(0, 100, 50, 0.01)).toBe(0);
  expect(upperReach(100, 100, 50, 0.01)).toBe(50);
  const gap = (sets: number): number => upperReach(sets / 10, sets, 1, 0.01) - lowerReach(sets / 10, sets, 1, 0.01);
  expect(gap(1000)).toBeGreaterThan(gap(10_000));
  expect(gap(1e8)).toBeLessThan(1e-3);
});

test("no fewer choices are counted than there are", () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  for (const n of [1, 5, 20, 60]) {
    for (let k = 0, sum = 0; k <= n; k++) {
      sum += choose(n, k);
      expect(logChoices(n, k)).toBeGreaterThanOrEqual(Math.log(sum) - 1e-9);
    }
  }
  expect(logChoices(10, 3)).toBeCloseTo(3 * (1 + Math.log(10 / 3)), 12);
});

test("more sets are needed for less error, rarer failure, more choices and smaller reach", () => {
  const common = { share: 0.632, epsilon: 0.1, failure: 0.01, choices: 10, least: 5, total: 100 };
  const { most, first } = enoughSets(common);
  expect(first).toBeLessThan(most);
  for (const harder of [{ epsilon: 0.05 }, { failure: 1e-4 }, { choices: 20 }, { least: 2 }])
    expect(enoughSets({ ...common, ...harder }).most).toBeGreaterThan(most);
});
