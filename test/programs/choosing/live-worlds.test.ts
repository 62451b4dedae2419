import fc from "fast-check";
import { expect, test } from "vitest";
import { type Network } from "../../../models/core/index.ts";
import { bitWords, liveWorlds, reachIn } from "../../../models/programs/choosing/live-worlds.ts";
import { type Spread } from "../../../models/programs/choosing/spread.ts";
import { meanBand } from "../../support/bands.ts";
import { exactCascade, exactThreshold } from "../../support/exact-reach.ts";
import { anyNetwork, complete, cycle5, lighter, path4, star5, tiny } from "../../support/tiny.ts";

const laws: Spread[] = [
  { rule: "cascade", weighting: "uniform", probability: 0.5 },
  { rule: "cascade", weighting: "weighted-cascade", probability: 0 },
  { rule: "threshold", weighting: "degree", probability: 0 },
];
const edges: Spread[] = [
  { rule: "cascade", weighting: "edge", probability: 0 },
  { rule: "threshold", weighting: "edge", probability: 0 },
];
const weighted = lighter(
  tiny(
    5,
    [
      [0, 1, 0.9],
      [1, 2, 0.4],
      [2, 3, 0.7],
      [3, 0, 0.2],
      [0, 4, 1],
    ],
    true,
  ),
);

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const exact = (network: Network, { rule, weighting }: Spread, chosen: readonly number[]): number => {
  const { weights } = network.out;
  const chance = (e: number, v: number): number =>
    weighting === "edge" ? weights![e] : weighting === "uniform" ? 0.5 : 1 / network.in.degree(v);
  return rule === "threshold" ? exactThreshold(network, chance, chosen) : exactCascade(network, chance, chosen);
};

test("the mean reach is the enumerated one, under every law", () => {
  // 20,000 worlds, five standard errors: false alarm 6e-7 a check.
  const rows: [Network, number[]][] = [
    [path4, [0]],
    [path4, [0, 3]],
    [star5, [1]],
    [cycle5, [0]],
    [complete(4), [0]],
    [weighted, [0]],
  ];
  for (const [network, chosen] of rows) {
    for (const spread of network.out.weights ? [...laws, ...edges] : laws) {
      const worlds = liveWorlds({ network, spread, worth: null, seed: 3, stream: "test" });
      const values = reachIn(worlds, network.size, chosen, 20_000);
      const [low, high] = meanBand(exact(network, spread, chosen), values);
      expect(mean(values)).toBeGreaterThanOrEqual(low - 1e-9);
      expect(mean(values)).toBeLessThanOrEqual(high + 1e-9);
    }
  }
});

test("in every world reach grows with the chosen and adds less to more of them", () => {
  fc.assert(
    fc.property(anyNetwork, fc.nat(2), fc.infiniteStream(fc.nat(13)), (network, law, some) => {
      const pick = (): number => some.next().value % network.size;
      const [few, more, i] = [[pick()], [pick(), pick()], pick()];
      const worth = Float64Array.from({ length: network.size }, (_, k) => k % 4);
      const worlds = liveWorlds({ network, spread: laws[law], worth, seed: 5, stream: "test" });
      const reach = (chosen: readonly number[]): number[] => Array.from(reachIn(worlds, network.size, chosen, 20));
      const [small, smallPlus, large, largePlus] = [few, [...few, i], [...few, ...more], [...few, ...more, i]].map(
        reach,
      );
      for (let w = 0; w < 20; w++) {
        expect(large[w]).toBeGreaterThanOrEqual(small[w]);
        expect(largePlus[w] - large[w]).toBeLessThanOrEqual(smallPlus[w] - small[w]);
      }
    }),
    { numRuns: 60 },
  );
});

test("a look leaves no trace, and the order of the chosen does not matter", () => {
  const worlds = liveWorlds({ network: cycle5, spread: laws[0], worth: null, seed: 1, stream: "test" });
  const seen = new Int32Array(bitWords(5));
  const first = worlds.reach(4, 2, seen, false);
  expect(seen).toEqual(new Int32Array(1));
  expect(worlds.reach(4, 2, seen, true)).toBe(first);
  expect(worlds.reach(4, 2, seen, true)).toBe(0);
  expect(reachIn(worlds, 5, [0, 3], 50)).toEqual(reachIn(worlds, 5, [3, 0], 50));
});
