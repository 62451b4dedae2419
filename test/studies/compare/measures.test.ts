import { expect, test } from "vitest";
import { adviceOf } from "../../../models/studies/compare/advice.ts";
import { type OutcomeName } from "../../../models/studies/compare/columns.ts";
import {
  type ArmMeasures,
  linesBetween,
  measuresOf,
  pairOf,
  tailOf,
} from "../../../models/studies/compare/measures.ts";
import { sensitivities } from "../../../models/studies/compare/sensitivity.ts";

const worlds = (...values: number[]): Float64Array => Float64Array.from(values);
/** The measures of an arm whose outcomes are 0 but for those given. */
function measured(given: Partial<Record<OutcomeName, Float64Array>>): ArmMeasures {
  const length = Object.values(given)[0].length;
  return measuresOf((name) => given[name] ?? new Float64Array(length));
}

test("four worlds by hand", () => {
  const arm = measured({
    npv: worlds(-10, 10, 20, 40),
    spend: worlds(10, 10, 10, 10),
    added: worlds(4, 6, 5, 5),
    payback: worlds(NaN, 8, 4, 6),
  });
  expect(arm.npv.mean).toBe(15);
  expect(arm.profit.share).toBe(0.75);
  expect(arm.roi?.ratio).toBe(1.5);
  expect(arm.costPerIncremental?.ratio).toBe(2);
  expect(arm.payback).toEqual({ share: 0.75, week: 6 });
  expect(arm.tail).toBe(-10);
});

test("where nothing is spent nothing is paid back, and no customer has a price", () => {
  const free = measured({ npv: worlds(5, 5), added: worlds(4, 6), payback: worlds(0, 0) });
  expect([free.payback.share, free.payback.week, free.costPerIncremental]).toEqual([NaN, NaN, null]);
  expect(measured({ spend: worlds(0, 3, 3), payback: worlds(0, 7, NaN) }).payback).toEqual({ share: 0.5, week: 7 });
});

test("the week of payback is that in which half of all worlds have their money back, not half of those that ever have", () => {
  const spend = new Float64Array(100).fill(1);
  const back = (share: number) =>
    measured({ spend, payback: Float64Array.from({ length: 100 }, (_, k) => (k < 100 * share ? k : NaN)) }).payback;
  expect(back(0.6)).toEqual({ share: 0.6, week: 49 });
  expect(back(0.5)).toEqual({ share: 0.5, week: 49 });
  expect(back(0.49)).toEqual({ share: 0.49, week: NaN });
});

test("the last tenth of members is worth what the program is less what it is without them, in the worlds that were run both ways", () => {
  const npv = worlds(100, 999, 110, 90);
  const arm = measured({
    npv,
    advocates: worlds(20, 20, 20, 20),
    fewerNpv: worlds(94, NaN, 106, 82),
    fewerAdvocates: worlds(18, NaN, 18, 18),
  });
  expect(arm.valuePerLastAdvocate?.ratio).toBe(3);
  expect(
    measured({
      npv,
      advocates: worlds(0, 0, 0, 0),
      fewerNpv: worlds(NaN, NaN, NaN, NaN),
      fewerAdvocates: worlds(NaN, NaN, NaN, NaN),
    }).valuePerLastAdvocate,
  ).toBe(null);
});

test("two programs differ line by line, costs as they are booked", () => {
  const [a, b] = [worlds(5, 7), worlds(2, 2)];
  expect(
    linesBetween(
      (line) => (line === "own" ? a : worlds(0, 0)),
      (line) => (line === "running" ? b : worlds(0, 0)),
    ),
  ).toMatchObject({ own: { mean: 6 }, running: { mean: -2 }, growth: { mean: 0 } });
  expect(linesBetween((line) => (line === "own" ? a : worlds(0, 0)), null).own.mean).toBe(6);
});

test("a cost per customer whose customers cannot be told from none does not exist", () => {
  expect(measured({ spend: worlds(10, 10, 10, 10), added: worlds(-4, 6, -5, 5) }).costPerIncremental).toBe(null);
});

test("a program that drives customers away has no cost for each and no share of attributed ones", () => {
  const [spend, attributed] = [worlds(100, 100, 100, 100), worlds(8, 9, 7, 8)];
  const [lost, won] = [
    measured({ spend, attributed, added: worlds(-18, -20, -19, -19) }),
    measured({ spend, attributed, added: worlds(18, 20, 19, 19) }),
  ];
  expect([lost.costPerIncremental, lost.attributedOverIncremental]).toEqual([null, null]);
  expect([won.costPerIncremental?.ratio, won.attributedOverIncremental?.ratio]).toEqual([100 / 19, 8 / 19]);
});

test("the tail is the mean of the worst twentieth", () => {
  expect(tailOf(Float64Array.from({ length: 40 }, (_, k) => 40 - k))).toBe(1.5);
});

test("a pair tells wins, losses and ties apart", () => {
  const { beats, loses, difference } = pairOf("a", "b", worlds(1, 2, 3, 4), worlds(0, 2, 5, 0));
  expect([beats.share, loses.share, difference.mean]).toEqual([0.5, 0.25, 0.75]);
});

const two = [worlds(-30, 50, 50, 50), worlds(10, 20, 20, 20)];
const both = two.map((npv) => measured({ npv }));
const names = ["bold", "safe"];

test("the rule takes the highest mean, unless it pays in too few worlds or loses too much", () => {
  expect(adviceOf({ by: "value" }, names, both, two)).toMatchObject({ choose: "bold", next: "safe" });
  expect(adviceOf({ by: "value", profitable: 0.8 }, names, both, two)).toMatchObject({ choose: "safe", next: "bold" });
  expect(adviceOf({ by: "value", tail: -5 }, names, both, two).choose).toBe("safe");
  expect(adviceOf({ by: "value", tail: 100 }, names, both, two).choose).toBe("none");
  expect(adviceOf({ by: "value" }, ["bad"], [measured({ npv: worlds(-1, -2) })], [worlds(-1, -2)]).choose).toBe("none");
});

test("regret is what each choice loses against the best of its world, and the rule may take the least of it", () => {
  const { choices } = adviceOf({ by: "regret" }, names, both, two);
  expect(choices.map(({ regret: { mean, q95 } }) => [mean, q95])).toEqual([
    [10, 40],
    [22.5, 30],
    [40, 50],
  ]);
  expect(adviceOf({ by: "regret" }, names, both, two).choose).toBe("safe");
  expect(choices.map(({ best }) => best.share)).toEqual([0.75, 0.25, 0]);
});

test("the assumption that carries the worth comes first, with the means of its outer quarters", () => {
  const points = Array.from({ length: 40 }, (_, world) => ({
    idle: (world * 7) % 40,
    strong: world,
    kind: world % 2 === 0 ? "even" : "odd",
  }));
  const npv = Float64Array.from(points, ({ strong, kind }) => 10 * strong + (kind === "odd" ? 30 : 0));
  const axes = [
    { name: "idle", from: 0, to: 40 },
    { name: "strong", from: 0, to: 40 },
    { name: "kind", values: ["odd", "even"] },
  ];
  const found = sensitivities(
    axes.map((axis) => ({ name: axis.name, axis })),
    points,
    npv,
    (worlds) => `the choice in ${worlds.length} worlds`,
  );
  expect(found[0]).toMatchObject({
    name: "strong",
    by: "quarter",
    swing: 300,
    low: { from: 0, to: 9, worlds: 10, choose: "the choice in 10 worlds" },
    high: { from: 30, to: 39 },
  });
  expect(found.find(({ name }) => name === "kind")).toMatchObject({
    by: "setting",
    low: { from: "even", choose: "the choice in 20 worlds" },
    high: { from: "odd" },
    swing: 40,
  });
});
