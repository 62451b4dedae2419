import fc from "fast-check";
import { expect, test } from "vitest";
import { start } from "../../models/core/index.ts";
import { copyingChain } from "../../models/influence/copying-chain.ts";
import { degreesOf } from "../../models/influence/degrees/statistic.ts";
import { traitFrom } from "../../models/influence/degrees/trait.ts";
import { generate } from "../../models/networks/specification.ts";
import { meanBand } from "../support/bands.ts";
import { allDistances, graph, path, table } from "../support/graphs.ts";
import { anyShare as share } from "../support/spread.ts";
import { anyNetwork } from "../support/tiny.ts";
import { meanOf, worlds } from "../support/worlds.ts";

test("pairs of the chain at distance d exceed chance by copy^d · (1 − prevalence)/prevalence", () => {
  // 400 worlds of 500 customers, limits of five standard errors; catches a factor of .52 instead of .5.
  const net = path(500, true);
  for (const [copy, prevalence] of [
    [0.5, 0.3],
    [0.8, 0.6],
  ]) {
    const rows = worlds(copyingChain, net, { copy, prevalence }, 400);
    for (const d of [1, 2, 3]) {
      const excesses = rows.map((row) => row[d] / prevalence ** 2 - 1);
      const [low, high] = meanBand((copy ** d * (1 - prevalence)) / prevalence, excesses);
      expect(meanOf(excesses)).toBeGreaterThan(low);
      expect(meanOf(excesses)).toBeLessThan(high);
    }
  }
});

test("the statistic finds the chain to as many degrees as it reaches, on a long path", () => {
  const net = generate("path:nodes=20000,directed=true", 1);
  const { state } = start(copyingChain, net, { parameters: { copy: 0.5, prevalence: 0.3 } });
  const { influence, degrees } = degreesOf(net, traitFrom("t", state.has), { permutations: 199, distances: 3 });
  expect(influence).toBe(3);
  // A standard error is about .02 at each distance; within five.
  for (const { distance, excess } of degrees) expect(Math.abs(excess - 0.5 ** distance * (7 / 3))).toBeLessThan(0.1);
});

test("who copies always has what the first has; who never copies decides alone", () => {
  const net = path(50, true);
  for (const [prevalence] of worlds(copyingChain, net, { copy: 1 }, 20)) expect([0, 1]).toContain(prevalence);
  expect(worlds(copyingChain, net, { copy: 0, prevalence: 1 }, 1)[0][0]).toBe(1);
});

test("on any network whoever copies has what somebody it sees had before it, and whoever sees nobody before it decides alone", () => {
  fc.assert(
    fc.property(anyNetwork, share, fc.string(), (network, prevalence, seed) => {
      const has = (copy: number): Uint8Array =>
        start(copyingChain, network, { parameters: { copy, prevalence }, seed }).state.has;
      const [copying, alone] = [has(1), has(0)];
      const { offsets, targets } = network.in;
      for (const i of network.nodes) {
        const before = Array.from(targets.subarray(offsets[i], offsets[i + 1])).filter((j) => j < i);
        if (before.length === 0) expect(copying[i]).toBe(alone[i]);
        else expect(before.map((j) => copying[j])).toContain(copying[i]);
      }
    }),
    { numRuns: 150 },
  );
});

test("everybody seen before is copied as often as any other", () => {
  // Node 3 sees 0, 1 and 2, of whom exactly one has the trait: in a third of worlds it takes it. 6,000 worlds; false
  // alarm 6e-7.
  const watched = graph(
    4,
    [
      [0, 3],
      [1, 3],
      [2, 3],
    ],
    true,
  );
  const taken: number[][] = [[], [], []];
  for (let world = 0; world < 6000; world++) {
    const { has } = start(copyingChain, watched, { parameters: { copy: 1, prevalence: 0.5 }, world }).state;
    if (has[0] + has[1] + has[2] === 1) taken[has.indexOf(1)].push(has[3]);
  }
  for (const took of taken) {
    const [low, high] = meanBand(1 / 3, took);
    expect(meanOf(took)).toBeGreaterThan(low);
    expect(meanOf(took)).toBeLessThan(high);
  }
});

test("in the same world a larger prevalence takes the trait from nobody", () => {
  fc.assert(
    fc.property(anyNetwork, share, share, share, fc.string(), (network, copy, a, b, seed) => {
      const has = (prevalence: number): Uint8Array =>
        start(copyingChain, network, { parameters: { copy, prevalence }, seed }).state.has;
      const [fewer, more] = [has(Math.min(a, b)), has(Math.max(a, b))];
      fewer.forEach((is, i) => expect(more[i]).toBeGreaterThanOrEqual(is));
    }),
    { numRuns: 150 },
  );
});

test("pairs that both have it are counted as all pairs at that distance are", () => {
  fc.assert(
    fc.property(anyNetwork, share, fc.string(), (network, prevalence, seed) => {
      const world = start(copyingChain, network, { parameters: { prevalence }, seed });
      const { has } = world.state;
      const steps = allDistances(table(network, false));
      const measured = world.measure();
      for (const [d, shown] of [
        [1, measured.both1],
        [2, measured.both2],
        [3, measured.both3],
      ]) {
        const pairs = [...network.nodes].flatMap((i) =>
          [...network.nodes].filter((j) => steps[i][j] === d).map((j) => has[i] * has[j]),
        );
        expect(shown).toBe(pairs.length === 0 ? NaN : pairs.reduce((sum, is) => sum + is, 0) / pairs.length);
      }
    }),
    { numRuns: 80 },
  );
});
