import fc from "fast-check";
import { expect, test } from "vitest";
import { type Network, start } from "../../models/core/index.ts";
import { qVoter } from "../../models/influence/q-voter.ts";
import { voter } from "../../models/influence/voter.ts";
import { band } from "../support/bands.ts";
import { anyShare } from "../support/spread.ts";
import { anyNetwork, complete, path4, star5, tiny } from "../support/tiny.ts";
import {
  anySides,
  endsAtOne,
  exchanged,
  neighboursOf,
  type Outcomes,
  sidesAfter,
  stateOf,
  withSide,
} from "../support/two-opinions.ts";
import { worlds } from "../support/worlds.ts";

/** One update by its definition: i is drawn, asks q with repetition, follows them all or wavers. */
const asking = (network: Network, panel: number, doubt: number): Outcomes => {
  const near = neighboursOf(network);
  return (state) =>
    near.flatMap((others, i) => {
      const share = others.filter((j) => (state >> j) & 1).length / others.length;
      const [ones, zeros] = [share ** panel, (1 - share) ** panel];
      const other = 1 - ((state >> i) & 1);
      const flip = (other === 1 ? ones : zeros) + doubt * (1 - ones - zeros);
      return [[flip / network.size, withSide(state, i, other)] as const];
    });
};

test("it ends at 1 as often as the chain of all states does", () => {
  // 2,000 worlds each; false alarm 1e-6; catches .3 taken for .4 with power above .999.
  const jobs = [
    [path4, [0, 1], 2, 0.3],
    [star5, [0, 1], 2, 0.1],
    [complete(5), [0, 1], 2, 0],
    [complete(5), [0, 1], 3, 0.2],
    [complete(5), [0, 1], 2, 0.5],
  ] as const;
  for (const [network, ones, panel, doubt] of jobs) {
    const chance = endsAtOne(network.size, asking(network, panel, doubt))[stateOf(ones)];
    const won = worlds(qVoter, network, { panel, doubt, ones: ones.map(String) }, 2000).filter(
      ([opinion]) => opinion === 1,
    ).length;
    const [low, high] = band(2000, chance);
    expect(won, `${network.size}, q ${panel}, ε ${doubt}: ${chance}`).toBeGreaterThanOrEqual(low);
    expect(won).toBeLessThanOrEqual(high);
  }
});

test("with two asked and doubt one half, the chain is the voter model: the share of ties decides", () => {
  for (const network of [path4, star5, complete(5)]) {
    const chance = endsAtOne(network.size, asking(network, 2, 0.5));
    for (let state = 0; state < 2 ** network.size; state++) {
      const held = Array.from(network.nodes, (i) => network.out.degree(i) * ((state >> i) & 1)).reduce(
        (sum, k) => sum + k,
        0,
      );
      expect(chance[state]).toBeCloseTo(held / network.arcs, 10);
    }
  }
});

test("a panel of one is the voter model, world by world", () => {
  expect(worlds(qVoter, star5, { panel: 1 }, 50)).toEqual(worlds(voter, star5, {}, 50));
});

test("a panel that disagrees moves a customer as often as doubt says", () => {
  // 2 sees 1 and 0 for ever. An update draws it with 1/3 and then flips it with ¼ + ε/2; a step is three updates.
  // 4,000 worlds each; false alarm 1e-6; catches a doubt half as large with power above .999.
  const torn = tiny(
    3,
    [
      [0, 2],
      [1, 2],
    ],
    true,
  );
  for (const doubt of [0, 1]) {
    const flip = (1 / 4 + doubt / 2) / 3;
    const [low, high] = band(4000, (1 - (1 - 2 * flip) ** 3) / 2);
    const moved = worlds(qVoter, torn, { ones: ["0"], doubt }, 4000, { steps: 1 }).filter(
      ([opinion]) => opinion > 0.5,
    ).length;
    expect(moved).toBeGreaterThanOrEqual(low);
    expect(moved).toBeLessThanOrEqual(high);
  }
});

test("consensus stays, and a panel that agrees is followed whatever the doubt", () => {
  for (const share of [0, 1])
    expect(worlds(qVoter, star5, { share, doubt: 1 }, 3)).toEqual(Array(3).fill([share, 1, 1, 0]));
  const world = start(qVoter, tiny(2, [[0, 1]], true), { parameters: { ones: ["0"], panel: 4, doubt: 0 } });
  while (world.step());
  expect(world.measure()).toMatchObject({ opinion: 1, consensus: 1 });
});

const anyJob = fc.record({
  panel: fc.integer({ min: 1, max: 4 }),
  doubt: anyShare,
  weighting: fc.constantFrom("uniform", "edge"),
  seed: fc.string(),
});

test("in the same world the opinions are alike: exchanged at first, they are exchanged for ever", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, anySides, fc.nat(4), (network, { weighting, ...told }, sides, steps) => {
      const job = { ...told, weighting: network.out.weights ? weighting : "uniform" };
      const after = sidesAfter(qVoter, network, sides, steps, job);
      expect(sidesAfter(qVoter, network, exchanged(sides), steps, job)).toEqual(exchanged(after));
    }),
    { numRuns: 150 },
  );
});
