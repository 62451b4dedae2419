import { expect, test } from "vitest";
import { start } from "../../models/core/index.ts";
import { copyingChain } from "../../models/influence/copying-chain.ts";
import { degreesOf } from "../../models/influence/degrees/statistic.ts";
import { traitFrom } from "../../models/influence/degrees/trait.ts";
import { generate } from "../../models/networks/specification.ts";
import { meanBand } from "../support/bands.ts";
import { path } from "../support/graphs.ts";
import { meanOf, worlds } from "../support/worlds.ts";

test("pairs of the chain at distance d exceed chance by copy^d · (1 − prevalence)/prevalence", () => {
  // 400 worlds of 500 customers, limits of five standard errors; catches a factor of .52 instead of .5.
  const net = path(500, true);
  for (const [copy, prevalence] of [[0.5, 0.3], [0.8, 0.6]]) {
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
