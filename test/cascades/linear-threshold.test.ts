import fc from "fast-check";
import { expect, test } from "vitest";
import { linearThreshold } from "../../models/cascades/linear-threshold.ts";
import { type Network, start } from "../../models/core/index.ts";
import { meanBand } from "../support/bands.ts";
import { exactThreshold } from "../support/exact-reach.ts";
import { anyNetwork, complete, cycle5, grid3, lighter, path4, star5, tiny } from "../support/tiny.ts";
import { firsts, meanOf, worlds } from "../support/worlds.ts";

const rows: [string, Network, string[], number][] = [
  // Expected reach where a neighbour weighs one over the degree (Kempe and others 2003, exact).
  ["path of 4 from an end", path4, ["0"], 2],
  ["path of 4 from both ends", path4, ["0", "3"], 3.5],
  ["star of 5 from a tip", star5, ["1"], 2],
  ["cycle of 5", cycle5, ["0"], 23 / 8],
  ["complete graph of 4", complete(4), ["0"], 26 / 9],
  ["grid of 3 × 3 from the middle", grid3, ["4"], 241 / 54],
];

test.each(rows)("on a %s enumeration and model have the known reach", (_, network, seeds, exact) => {
  expect(exactThreshold(network, (_e, v) => 1 / network.in.degree(v), seeds.map(Number))).toBeCloseTo(exact, 10);
  for (const seed of ["1", "2"]) {
    // 20,000 worlds, five standard errors: false alarm 6e-7; catches a mean wrong by 3 %.
    const reaches = firsts(linearThreshold, network, { seeds }, 20_000, { seed });
    const [low, high] = meanBand(exact, reaches);
    expect(meanOf(reaches)).toBeGreaterThanOrEqual(low);
    expect(meanOf(reaches)).toBeLessThanOrEqual(high);
  }
});

test("tie weights count as they are", () => {
  // 0 → 1 weighs .3, 0 → 2 .5, 1 → 2 .4: customer 1 joins with .3, customer 2 with .5 + .3·.4.
  const fan = tiny(
    3,
    [
      [0, 1, 0.3],
      [0, 2, 0.5],
      [1, 2, 0.4],
    ],
    true,
  );
  const exact = exactThreshold(fan, (e) => fan.out.weights![e], [0]);
  expect(exact).toBeCloseTo(1 + 0.3 + 0.62, 12);
  const reaches = firsts(linearThreshold, fan, { seeds: ["0"], weighting: "edge" }, 20_000);
  const [low, high] = meanBand(exact, reaches);
  expect(meanOf(reaches)).toBeGreaterThanOrEqual(low);
  expect(meanOf(reaches)).toBeLessThanOrEqual(high);
});

test("a full weight always passes, no weight never, and those without neighbours never join", () => {
  const chain = tiny(
    5,
    [
      [0, 1, 1],
      [1, 2, 1],
      [2, 3, 0],
    ],
    true,
  );
  expect(worlds(linearThreshold, chain, { seeds: ["0"], weighting: "edge" }, 200)).toEqual(
    Array.from({ length: 200 }, () => [3, 2, 3]),
  );
});

const anyJob = fc.record({
  count: fc.nat(5),
  named: fc.uniqueArray(fc.nat(13), { maxLength: 4 }),
  edge: fc.boolean(),
  seed: fc.string(),
});

test("the kernel equals the definition, world by world, on any network", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, fc.constantFrom(undefined, 0, 1, 2), (any, { count, named, edge, seed }, steps) => {
      const network = lighter(any);
      const seeds = named.filter((i) => i < network.size).map(String);
      const first = seeds.length > 0 ? { seeds } : { seedCount: Math.min(count, network.size) };
      const parameters = { ...first, ...(edge && network.out.weights ? { weighting: "edge" } : {}) };
      const job = { seed, ...(steps === undefined ? {} : { steps }) };
      const slow = worlds(linearThreshold, network, parameters, 6, { ...job, kernel: false });
      expect(worlds(linearThreshold, network, parameters, 6, job)).toEqual(slow);
    }),
    { numRuns: 400 },
  );
});

test("in the same world, more first customers never shrink the reach", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, (any, { count, edge, seed }) => {
      const network = lighter(any);
      const weighting = edge && network.out.weights ? "edge" : "degree";
      const fewer = Math.min(count, network.size - 1);
      const few = firsts(linearThreshold, network, { weighting, seedCount: fewer }, 8, { seed });
      const many = firsts(linearThreshold, network, { weighting, seedCount: fewer + 1 }, 8, { seed });
      few.forEach((reach, r) => expect(many[r]).toBeGreaterThanOrEqual(reach));
    }),
  );
});

test("the neighbour that tipped the balance is remembered", () => {
  // Both arcs into 2 are needed in any world where .5 < θ: 0 acts in round 1, 1 joins then and tips 2.
  const fan = tiny(
    3,
    [
      [0, 1, 1],
      [0, 2, 0.5],
      [1, 2, 0.5],
    ],
    true,
  );
  let waited = 0;
  for (let world = 0; world < 40; world++) {
    const own = start(linearThreshold, fan, { parameters: { seeds: ["0"], weighting: "edge" }, world });
    while (own.step());
    const late = own.state.reached[2] === 2;
    expect([...own.state.reached]).toEqual([0, 1, late ? 2 : 1]);
    expect([...own.state.through]).toEqual([-1, 0, late ? 1 : 0]);
    if (late) waited++;
  }
  expect(waited).toBeGreaterThan(0); // all 40 early would have chance 1e-12
});

test("weights that are no shares of influence are refused by the first customer", () => {
  const ask = (network: Network) => () => start(linearThreshold, network, { parameters: { weighting: "edge" } });
  expect(ask(path4)).toThrow("weighting=edge requires a network with weights");
  const heavy = tiny(
    3,
    [
      [0, 2, 0.75],
      [1, 2, 0.5],
    ],
    true,
  );
  expect(ask(heavy)).toThrow("add up to at most 1 into each customer, got 1.25 into 2");
  expect(ask(tiny(2, [[0, 1, -0.5]], true))).toThrow("requires weights of at least 0, got -0.5 into customer 1");
  expect(
    ask(
      tiny(
        11,
        Array.from({ length: 10 }, (_, i): [number, number, number] => [i, 10, 0.1]),
        true,
      ),
    ),
  ).not.toThrow();
});
