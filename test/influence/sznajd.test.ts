import fc from "fast-check";
import { expect, test } from "vitest";
import { type Network, start } from "../../models/core/index.ts";
import { sznajd } from "../../models/influence/sznajd.ts";
import { band } from "../support/bands.ts";
import { anyNetwork, complete, cycle5, path4, star5, tiny } from "../support/tiny.ts";
import {
  anySides,
  either,
  endsAtOne,
  exchanged,
  neighboursOf,
  type Outcomes,
  sidesAfter,
  stateOf,
  withSide,
} from "../support/two-opinions.ts";
import { worlds } from "../support/worlds.ts";

/** One update by its definition: an arc is drawn, its ends agree and convince, or disagree. */
const convincing = (network: Network, disagreement: string): Outcomes => {
  const near = neighboursOf(network);
  const side = (state: number, i: number): number => (state >> i) & 1;
  return (state) =>
    near.flatMap((others, u) =>
      others.map((v) => {
        const heard = (i: number, from: number, said: number): number[] =>
          i !== u && i !== v && near[from].includes(i) ? [said] : [];
        const agree = side(state, u) === side(state, v);
        let next = state;
        for (const i of network.nodes) {
          const said = new Set([
            ...heard(i, u, side(state, agree ? u : v)),
            ...heard(i, v, side(state, agree ? v : u)),
          ]);
          if (said.size === 1 && (agree || disagreement === "opposite")) next = withSide(next, i, [...said][0]);
        }
        return [1 / network.arcs, next] as const;
      }),
    );
};

test("it ends at 1 as often as the chain of all states does", () => {
  // 2,000 worlds each; false alarm 1e-6.
  const lollipop = tiny(5, [
    [0, 1],
    [1, 2],
    [0, 2],
    [2, 3],
    [3, 4],
  ]);
  const jobs = [
    [path4, [0, 1], "nothing"],
    [cycle5, [0, 1], "nothing"],
    [lollipop, [2, 3], "nothing"],
    [cycle5, [0, 1, 2], "opposite"],
    [complete(5), [0, 1], "opposite"],
    [lollipop, [2, 3], "opposite"],
  ] as const;
  for (const [network, ones, disagreement] of jobs) {
    const chance = endsAtOne(network.size, convincing(network, disagreement))[stateOf(ones)];
    const won = worlds(sznajd, network, { disagreement, ones: ones.map(String) }, 2000, { steps: 500 }).filter(
      ([opinion]) => opinion === 1,
    ).length;
    const [low, high] = band(2000, chance);
    expect(won, `${network.size} from ${ones.join()}, ${disagreement}: ${chance}`).toBeGreaterThanOrEqual(low);
    expect(won).toBeLessThanOrEqual(high);
  }
});

test("among all who know each other the first pair that agrees decides: pairs of ones against pairs of zeros", () => {
  const chance = endsAtOne(6, convincing(complete(6), "nothing"));
  expect(chance[stateOf([0, 1])]).toBeCloseTo(1 / 7, 10);
  // 10,000 worlds; false alarm 1e-6: 4 of 10 hold 1, so 6 pairs against 15.
  const won = worlds(sznajd, complete(10), { ones: ["0", "1", "2", "3"] }, 10_000).filter(
    ([opinion]) => opinion === 1,
  ).length;
  const [low, high] = band(10_000, 6 / 21);
  expect(won).toBeGreaterThanOrEqual(low);
  expect(won).toBeLessThanOrEqual(high);
});

test("a chain of opposites rests under both rules, for nobody is told anything new", () => {
  for (const disagreement of ["nothing", "opposite"] as const) {
    const still = start(sznajd, path4, { parameters: { ones: ["0", "2"], disagreement } });
    expect([still.step(), still.measure().consensus]).toEqual([false, 0]);
  }
});

test("consensus stays, and whoever nobody can influence is not convinced", () => {
  for (const share of [0, 1])
    expect(worlds(sznajd, star5, { share, disagreement: "opposite" }, 2)).toEqual(Array(2).fill([share, 1, 1, 0]));
  const chain = tiny(
    4,
    [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
    true,
  );
  const led = start(sznajd, chain, { parameters: { ones: ["0", "1"] } });
  while (led.step());
  expect([...led.state.opinion]).toEqual([1, 1, 1, 1]);
});

test("in the same world the opinions are alike: exchanged at first, they are exchanged for ever", () => {
  fc.assert(
    fc.property(
      anyNetwork,
      fc.constantFrom("nothing", "opposite"),
      anySides,
      fc.nat(4),
      fc.string(),
      (network, disagreement, sides, steps, seed) => {
        const after = (first: number[]): number[] => sidesAfter(sznajd, network, first, steps, { disagreement, seed });
        expect(after(exchanged(sides))).toEqual(exchanged(after(sides)));
      },
    ),
    { numRuns: 150 },
  );
});

test("in the same world, where those who disagree do nothing, more ones at first never leave fewer", () => {
  fc.assert(
    fc.property(anyNetwork, anySides, anySides, fc.nat(4), fc.string(), (network, sides, more, steps, seed) => {
      const after = (first: number[]): number[] => sidesAfter(sznajd, network, first, steps, { seed });
      const many = after(either(sides, more));
      expect(either(many, after(sides))).toEqual(many);
    }),
    { numRuns: 150 },
  );
});
