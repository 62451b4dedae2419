import fc from "fast-check";
import { expect, test } from "vitest";
import { network as made, type Network, run, start } from "../../models/core/index.ts";
import { degroot } from "../../models/influence/degroot.ts";
import { relabelled } from "../support/graphs.ts";
import { solve } from "../support/linear.ts";
import { anyShare, spread } from "../support/spread.ts";
import { anyNetwork, cycle5, type Edge, path4, star5, tiny } from "../support/tiny.ts";

/** The network with a number attribute `opinion`. */
const holding = ({ directed, out, in: half }: Network, values: readonly number[]): Network =>
  made({ directed, out, in: half, attributes: { opinion: { kind: "number", values: Float64Array.from(values) } } });

/** The network in which i trusts j as row i of the matrix says. */
const trusting = (rows: readonly (readonly number[])[]): Network =>
  tiny(
    rows.length,
    rows.flatMap((row, i) => row.map((trust, j): Edge => [j, i, trust]).filter(([, , trust]) => trust !== 0)),
    true,
  );

/** What everyone's opinion becomes, by asking the model. */
function settled(
  network: Network,
  values: readonly number[],
  parameters: Record<string, unknown> = {},
  steps = 1000,
): number[] {
  const world = start(degroot, holding(network, values), { parameters: { start: "attribute", ...parameters } });
  while (world.time < steps && world.step());
  return [...world.state.opinion];
}
/** The weight of each customer in the final opinion: where it goes if that customer alone says 1. */
const influence = (network: Network, parameters: Record<string, unknown>): number[] =>
  Array.from(
    network.nodes,
    (k) =>
      settled(
        network,
        Array.from(network.nodes, (i) => Number(i === k)),
        parameters,
      )[0],
  );

test("DeGroot's three people have influence 2/5, 2/5, 1/5", () => {
  const three = trusting([
    [0, 0.5, 0.5],
    [1, 0, 0],
    [0, 1, 0],
  ]);
  for (const selfWeight of [0, 0.25]) {
    influence(three, { weighting: "edge", selfWeight }).forEach((share, k) =>
      expect(share).toBeCloseTo([0.4, 0.4, 0.2][k], 10),
    );
  }
  const { opinion, consensus } = run(degroot, holding(three, [1, 0, 0]), {
    parameters: { start: "attribute", weighting: "edge" },
  });
  expect(opinion[1000]).toBeCloseTo(0.4, 10);
  expect(consensus[1000]).toBe(1);
});

test("influence is the left eigenvector of trust, for any rows", () => {
  const row = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), (rows) => {
      const open = rows.map((weights, i) => weights.map((w, j) => (i === j ? 0 : w)));
      const shares = open.map((weights) => weights.map((w) => w / weights.reduce((sum, each) => sum + each, 0)));
      // π·T = π with Σπ = 1: the last equation gives way to the sum.
      const system = shares.map((_, j) => shares.map((weights, i) => (j === 3 ? 1 : weights[j] - Number(i === j))));
      const expected = solve(system, [0, 0, 0, 1]);
      influence(trusting(open), { weighting: "edge" }).forEach((share, k) => expect(share).toBeCloseTo(expected[k], 9));
    }),
    { numRuns: 30 },
  );
});

test("on an undirected network influence is the share of ties", () => {
  const lollipop = tiny(5, [
    [0, 1],
    [1, 2],
    [0, 2],
    [2, 3],
    [3, 4],
  ]);
  influence(lollipop, {}).forEach((share, i) => expect(share).toBeCloseTo(lollipop.out.degree(i) / 10, 10));
  influence(path4, { selfWeight: 0.5 }).forEach((share, i) => expect(share).toBeCloseTo(path4.out.degree(i) / 6, 10));
});

test("one step by hand: everyone to the mean of those who influence them", () => {
  expect(settled(path4, [0, 6, 12, 2], {}, 1)).toEqual([6, 6, 4, 12]);
  expect(settled(path4, [0, 6, 12, 2], { selfWeight: 0.5 }, 1)).toEqual([3, 6, 8, 7]);
  expect(
    settled(
      tiny(
        3,
        [
          [0, 1],
          [2, 1],
        ],
        true,
      ),
      [2, 9, 4],
      {},
      1,
    ),
  ).toEqual([2, 3, 4]);
  expect(
    settled(
      tiny(
        3,
        [
          [0, 1, 3],
          [2, 1, 1],
        ],
        true,
      ),
      [2, 9, 4],
      { weighting: "edge" },
      1,
    ),
  ).toEqual([2, 2.5, 4]);
});

test("a star without weight on oneself swaps for ever, and any such weight ends that", () => {
  const swapping = run(degroot, holding(star5, [1, 0, 0, 0, 0]), { parameters: { start: "attribute" }, steps: 101 });
  expect([swapping.opinion[100], swapping.opinion[101], swapping.consensus[101]]).toEqual([0.2, 0.8, 0]);
  const calmer = run(degroot, holding(star5, [1, 0, 0, 0, 0]), { parameters: { start: "attribute", selfWeight: 0.1 } });
  expect(calmer.consensus[1000]).toBe(1);
  expect(calmer.opinion[1000]).toBeCloseTo(0.5, 10);
});

test("an even spread stands at the middles of n equal parts, and clusters are a hundredth apart", () => {
  const world = start(degroot, tiny(5, []), { parameters: { start: "even" } });
  expect([...world.state.opinion]).toEqual([0.1, 0.3, 0.5, 0.7, 0.9]);
  expect(world.measure()).toMatchObject({ clusters: 5, opinion: 0.5, consensus: 0, spread: 0.8 });
  expect([world.step(), world.resting]).toEqual([false, true]);
  expect(
    start(degroot, holding(tiny(4, []), [0, 0.01, 0.5, 0.505]), { parameters: { start: "attribute" } }).measure()
      .clusters,
  ).toBe(2);
});

const anyOpinions = fc.array(spread(-5, 5), { minLength: 14, maxLength: 14 });
const anyJob = fc.record({ network: anyNetwork, values: anyOpinions, selfWeight: anyShare });

test("nobody ever leaves the range of opinions before", () => {
  fc.assert(
    fc.property(anyJob, ({ network, values, selfWeight }) => {
      const world = start(degroot, holding(network, values.slice(0, network.size)), {
        parameters: { start: "attribute", selfWeight },
      });
      for (let t = 0; t < 6; t++) {
        const [low, high] = [Math.min(...world.state.opinion), Math.max(...world.state.opinion)];
        world.step();
        for (const x of world.state.opinion) {
          expect(x).toBeGreaterThanOrEqual(low - 1e-12);
          expect(x).toBeLessThanOrEqual(high + 1e-12);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("names do not matter, and everyone alike stays so", () => {
  fc.assert(
    fc.property(anyJob, spread(-3, 3), ({ network: weighted, values, selfWeight }, same) => {
      const { directed, out, size } = weighted;
      const network = made({ directed, out: { ...out, weights: null } });
      const order = Array.from({ length: size }, (_, i) => ((i * 5 + 3) % size === i ? i : size - 1 - i));
      const moved = new Array<number>(size);
      const own = values.slice(0, size);
      order.forEach((to, i) => (moved[to] = own[i]));
      if (new Set(order).size === size) {
        const [here, there] = [
          settled(network, own, { selfWeight }, 5),
          settled(relabelled(network, order), moved, { selfWeight }, 5),
        ];
        order.forEach((to, i) => expect(there[to]).toBeCloseTo(here[i], 10));
      }
      for (const x of settled(
        network,
        own.map(() => same),
        { selfWeight },
        5,
      ))
        expect(x).toBeCloseTo(same, 10);
    }),
    { numRuns: 100 },
  );
});

test("the unit and the direction of opinions do not matter: bit for bit, and they rest at the same step", () => {
  fc.assert(
    fc.property(anyJob, fc.constantFrom(-(2 ** 20), -1, 2 ** -20, 2), ({ network, values, selfWeight }, unit) => {
      const going = (own: number[]) =>
        start(degroot, holding(network, own), { parameters: { start: "attribute", selfWeight } });
      const [plain, other] = [
        going(values.slice(0, network.size)),
        going(values.slice(0, network.size).map((x) => unit * x)),
      ];
      for (let t = 0; t < 40; t++) {
        expect(other.step()).toBe(plain.step());
        expect([...other.state.opinion].map((x) => x / unit + 0)).toEqual([...plain.state.opinion].map((x) => x + 0));
      }
      expect(other.measure().lastChange).toBe(plain.measure().lastChange);
    }),
    { numRuns: 60 },
  );
});

test("wrong requests name every fault", () => {
  expect(() => start(degroot, cycle5, { parameters: { attribute: "mood", weighting: "edge" } })).toThrow(
    "degroot: attribute requires start=attribute, got start=uniform\ndegroot: weighting=edge requires a network with weights",
  );
  expect(() => start(degroot, holding(path4, [0, NaN, 1, 2]), { parameters: { start: "attribute" } })).toThrow(
    "opinion of customer 1 must be a finite number, got NaN",
  );
  const negative = trusting([
    [0, -1],
    [1, 0],
  ]);
  expect(() => start(degroot, negative, { parameters: { weighting: "edge" } })).toThrow(
    "weighting=edge requires finite weights of at least 0, got -1 from 1 to 0",
  );
});
