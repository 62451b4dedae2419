import { expect, test } from "vitest";
import { type Network } from "../../../models/core/index.ts";
import { generate } from "../../../models/networks/specification.ts";
import { type Assignment, canTell, circles, clusters, individuals } from "../../../models/ledger/rehearsal/designs.ts";
import { amongEgos, difference, exposed, exposureChances } from "../../../models/ledger/rehearsal/estimators.ts";
import { FOUND, judge } from "../../../models/ledger/rehearsal/verdict.ts";

/** Y = τz + γ·(treated share of contacts). */
function outcomes({ size, out }: Network, treated: Uint8Array, tau: number, gamma: number): Float64Array {
  return Float64Array.from(
    { length: size },
    (_, i) => tau * treated[i] + (out.degree(i) === 0 ? 0 : gamma * out.mean(i, treated)),
  );
}
/** Every way to treat `many` of `units` units: the draws are a permutation's. */
function* choices(units: number, many: number): Generator<Set<number>> {
  for (let mask = 0; mask < 2 ** units; mask++) {
    const chosen = new Set(Array.from({ length: units }, (_, u) => u).filter((u) => ((mask >> u) & 1) === 1));
    if (chosen.size === many) yield chosen;
  }
}
const drawing = (chosen: Set<number>, share: number) => ({ share, draw: (u: number) => (chosen.has(u) ? 0 : 0.5) });

test("the difference in means of single persons misses the spillover: τ − γ/(n − 1), whatever the count", () => {
  const ring = generate("ring:nodes=8,degree=2", "1");
  for (const many of [1, 3, 4, 7]) {
    const values = [...choices(8, many)].map((chosen) => {
      const assignment = individuals(ring, drawing(chosen, many / 8));
      return difference(outcomes(ring, assignment.treated, 1, 2), assignment).value;
    });
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(1 - 2 / 7, 12);
  }
});

test("four triples of a ring of twelve, half of them treated, find 2.1111 of 3", () => {
  const ring = generate("ring:nodes=12,degree=2", "1");
  const unit = Int32Array.from({ length: 12 }, (_, i) => Math.floor(i / 3));
  const values = [...choices(4, 2)].map((chosen) => {
    const assignment = clusters(unit, drawing(chosen, 0.5));
    return difference(outcomes(ring, assignment.treated, 1, 2), assignment).value;
  });
  expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(1 + 2 * (2 / 3 - 1 / 9), 12);
});

test("among egos and among the exposed of whole circles the truth τ + γ is found", () => {
  const ring = generate("ring:nodes=60,degree=2", "1");
  const draw = (k: number) => (i: number) => ((i * 7919 + k * 104729) % 1009) / 1009;
  const many: Assignment[] = Array.from({ length: 50 }, (_, k) => circles(ring, { share: 0.5, draw: draw(k) }));
  const chances = exposureChances(ring, many);
  for (const assignment of many) {
    const outcome = outcomes(ring, assignment.treated, 1, 2);
    expect(amongEgos(outcome, assignment).value).toBeCloseTo(3, 12);
    expect(exposed(outcome, ring, assignment, chances).value).toBeCloseTo(3, 12);
    expect(difference(outcome, assignment).value).toBeLessThan(3);
  }
});

test("circles never meet, and a unit is an ego with all its contacts", () => {
  const network = generate("watts-strogatz:nodes=100,degree=4,rewire=0.2", "1");
  const { unit, units, egos, treated } = circles(network, { share: 0.5, draw: (i) => ((i * 7919) % 1009) / 1009 });
  expect(egos.length).toBe(units);
  egos.forEach((ego, at) => {
    for (let e = network.out.offsets[ego]; e < network.out.offsets[ego + 1]; e++)
      expect(unit[network.out.targets[e]]).toBe(at);
  });
  unit.forEach((one, i) => one < 0 && expect(treated[i]).toBe(0));
});

test("errors count units, not persons: doubling every person of a unit leaves them alone", () => {
  const single = difference(Float64Array.of(1, 2, 3, 5), {
    treated: Uint8Array.of(0, 0, 1, 1),
    unit: Int32Array.of(0, 1, 2, 3),
    units: 4,
    egos: [],
  });
  const doubled = difference(Float64Array.of(1, 1, 2, 2, 3, 3, 5, 5), {
    treated: Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1),
    unit: Int32Array.of(0, 0, 1, 1, 2, 2, 3, 3),
    units: 4,
    egos: [],
  });
  expect(single.value).toBe(2.5);
  expect(single.stderr).toBeCloseTo(Math.sqrt(0.25 + 1), 12);
  expect(doubled.stderr).toBeCloseTo(single.stderr, 12);
});

test("a verdict is bias, spread, coverage and power of the estimates, and 2.802 errors are found four times in five", () => {
  expect(FOUND).toBeCloseTo(2.802, 3);
  const estimates = [1, 2, 3].map((value) => ({ value, stderr: 0.6, n: 100, people: 400 }));
  const verdict = judge(estimates, [1, 1, 1]);
  expect(verdict).toMatchObject({
    truth: 1,
    mean: 2,
    bias: 1,
    sd: 1,
    coverage: 2 / 3,
    power: 2 / 3,
    persons: 100,
    people: 400,
  });
  expect(verdict.rmse).toBeCloseTo(Math.sqrt(5 / 3), 12);
  expect(verdict.smallestTest).toBe(Math.ceil(400 * ((FOUND * 0.6) / 2) ** 2)); // people asked, not people counted
  expect(judge([{ value: NaN, stderr: 1, n: 0, people: 0 }, ...estimates], [9, 1, 1, 1])).toEqual({
    ...verdict,
    lost: 1,
  });
});

test("each interval is held against the truth of its own world, and so is the side of a finding", () => {
  const estimates = [-1, 2, 3].map((value) => ({ value, stderr: 0.1, n: 100, people: 100 }));
  expect(judge(estimates, [-1, 2, 3])).toMatchObject({ coverage: 1, power: 1, rmse: 0 });
  expect(judge(estimates, [1, 2, 3])).toMatchObject({ coverage: 2 / 3, power: 2 / 3 });
  expect(judge(estimates, [0, 2, 3]).power).toBe(1); // nothing to find in the first
});

test("people in a test are all who were asked: everybody, or who is in a circle", () => {
  const ring = generate("ring:nodes=12,degree=2", "1");
  const draw = (i: number) => i / 24;
  const whole = individuals(ring, { share: 0.5, draw });
  const outcome = outcomes(ring, whole.treated, 1, 2);
  const alike = exposed(outcome, ring, whole, exposureChances(ring, [whole]));
  expect(alike.n).toBeLessThan(12);
  expect(alike.people).toBe(12);
  const circled = circles(ring, { share: 0.5, draw });
  expect(amongEgos(outcome, circled)).toMatchObject({ n: 4, people: 12 });
  expect(circles(generate("ring:nodes=14,degree=2", "1"), { share: 0.5, draw }).unit.filter((u) => u < 0)).toHaveLength(
    2,
  );
});

test("a share that treats nobody or everybody is refused, and two units of each kind are the least that tell", () => {
  const ring = generate("ring:nodes=8,degree=2", "1");
  for (const share of [0.01, 0.99])
    expect(() => individuals(ring, { share, draw: () => 0.5 })).toThrow(
      `rehearsal: share must treat some of the 8 units and not all, got ${share}`,
    );
  expect([canTell(8, 0.1), canTell(8, 0.25), canTell(8, 0.75), canTell(8, 0.9), canTell(3, 0.5)]).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
});
