import { expect, test } from "vitest";
import { wattsThreshold } from "../../models/cascades/watts-threshold.ts";
import { cascadeWindow, globalCascade, isGlobal, mostEasilyTipped } from "../../models/cascades/watts-window.ts";
import { simulator } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";

test("a cascade is global above a twentieth of everybody, not at it", () => {
  expect([50, 51].map((reached) => isGlobal(reached, 1000))).toEqual([false, true]);
});

test("the window of Watts 2002: at threshold .18 from 1.020704 to 5.764677 contacts, at .22 from 1.114142 to 3.863069", () => {
  for (const [threshold, low, high] of [
    [0.18, 1.020704, 5.764677],
    [0.22, 1.114142, 3.863069],
  ]) {
    expect(cascadeWindow(threshold)?.low).toBeCloseTo(low, 6);
    expect(cascadeWindow(threshold)?.high).toBeCloseTo(high, 6);
  }
});

test("both ends solve the condition, and the window narrows as thresholds rise, closing above a quarter", () => {
  let before = { low: 1, high: Infinity };
  for (let percent = 1; percent <= 25; percent++) {
    const window = cascadeWindow(percent / 100);
    const { low, high } = window ?? { low: NaN, high: NaN };
    for (const z of [low, high]) {
      let [term, sum] = [Math.exp(-z), 0];
      for (let k = 0; k <= Math.floor(100 / percent) - 2; k++, term *= z / k) sum += term;
      expect(z * sum).toBeCloseTo(1, 9);
    }
    expect(low).toBeGreaterThanOrEqual(before.low);
    expect(high).toBeLessThanOrEqual(before.high);
    before = { low, high };
  }
  for (const threshold of [0.26, 0.3, 0.5, 1]) expect(cascadeWindow(threshold)).toBeUndefined();
  expect(cascadeWindow(0)).toEqual({ low: 1, high: Infinity });
});

test("who is easily tipped is who the model tips by one contact", () => {
  const tips = (contacts: number, threshold: number): boolean => {
    const out = new Float64Array(3);
    simulator(wattsThreshold, generate(`star:nodes=${contacts + 1}`, 1), { parameters: { threshold, seeds: ["1"] } })(
      0,
      out,
    );
    return out[0] > 1;
  };
  for (const threshold of [0.07, 0.1, 0.18, 0.2, 1 / 3, 0.34, 0.5, 1]) {
    const most = mostEasilyTipped(threshold);
    expect(tips(most, threshold)).toBe(true);
    expect(tips(most + 1, threshold)).toBe(false);
  }
  expect(mostEasilyTipped(0)).toBe(Infinity);
});

test("chance and size of a global cascade at threshold .18 are the known ones for 2, 3 and 4 contacts, and none outside", () => {
  for (const [degree, chance, size] of [
    [2, 0.75422, 0.79661],
    [3, 0.87346, 0.94048],
    [4, 0.8653, 0.98017],
  ]) {
    expect(globalCascade(degree, 0.18).chance).toBeCloseTo(chance, 5);
    expect(globalCascade(degree, 0.18).size).toBeCloseTo(size, 5);
  }
  for (const degree of [0, 0.5, 1.02, 5.77, 9]) expect(globalCascade(degree, 0.18)).toEqual({ chance: 0, size: 0 });
  expect(globalCascade(3, 0.3)).toEqual({ chance: 0, size: 0 });
});

test("at threshold 0 everybody tied to the first customer joins: chance and size are those of the large component", () => {
  // Size of the large component of a Poisson network with 2 contacts: S = 1 − e^(−2S).
  const { chance, size } = globalCascade(2, 0);
  expect(chance).toBeCloseTo(0.796812, 6);
  expect(size).toBeCloseTo(0.796812, 6);
});
