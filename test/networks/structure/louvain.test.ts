import fc from "fast-check";
import { expect, test } from "vitest";
import { sequence, streamKey } from "../../../models/core/index.ts";
import { generate } from "../../../models/networks/specification.ts";
import { communities } from "../../../models/networks/structure/communities.ts";
import { louvain, modularity } from "../../../models/networks/structure/louvain.ts";
import { graph, type Pair, smallGraphs } from "../../support/graphs.ts";

const chance = (seed: number) => sequence(streamKey(seed, "test"));

test("groups tied by single ties are told apart", () => {
  const cliques: Pair[] = [];
  for (let group = 0; group < 4; group++) {
    for (let i = 0; i < 5; i++) for (let j = 0; j < i; j++) cliques.push([5 * group + i, 5 * group + j]);
    cliques.push([5 * group, (5 * group + 6) % 20]);
  }
  const { out } = graph(20, cliques);
  const of = louvain(out, chance(1));
  expect([...of]).toEqual(Array.from({ length: 20 }, (_, i) => Math.floor(i / 5)));
  expect(modularity(out, of)).toBeCloseTo(40 / 44 - 4 / 16, 12);
});

test("the karate club's modularity is near its maximum of .4198, with weights near .4449", () => {
  // Maxima: Brandes et al. 2008, IEEE Trans. Knowl. Data Eng. 20:172; weighted by Louvain as published widely, .4449.
  const { out } = generate("karate", 1);
  const plain = { offsets: out.offsets, targets: out.targets, weights: null };
  for (let seed = 0; seed < 20; seed++) {
    const found = modularity(plain, louvain(plain, chance(seed)));
    expect(found).toBeLessThan(0.41979);
    expect(found).toBeGreaterThan(0.38);
    const weighted = modularity(out, louvain(out, chance(seed)));
    expect(weighted).toBeLessThan(0.445);
    expect(weighted).toBeGreaterThan(0.41);
  }
});

test("planted blocks are found, and no worse than by graphology", () => {
  const network = generate("block:sizes=300+200+500,within=10,between=1", 1);
  const planted = Uint32Array.from({ length: 1000 }, (_, i) => (i < 300 ? 0 : i < 500 ? 1 : 2));
  const of = louvain(network.out, chance(1));
  // A few misfits may stand better elsewhere or alone, so the blocks themselves are not the best division.
  expect(modularity(network.out, of)).toBeGreaterThanOrEqual(modularity(network.out, planted));
  expect(planted.filter((block, i) => of[i] !== of[[0, 300, 500][block]]).length).toBeLessThan(20);
  const grown = generate("barabasi-albert:nodes=2000,links=4", 1);
  expect(modularity(grown.out, louvain(grown.out, chance(1)))).toBeGreaterThan(communities(grown).modularity - 0.02);
});

test("nobody would rather be in a neighbour's group, and the isolated stand alone", () => {
  fc.assert(
    fc.property(smallGraphs, fc.nat(100), ({ size, pairs }, seed) => {
      const network = graph(size, pairs);
      const of = louvain(network.out, chance(seed));
      expect(Math.max(...of) + 1).toBe(new Set(of).size);
      const alone = modularity(
        network.out,
        Uint32Array.from({ length: size }, (_, i) => i),
      );
      if (network.arcs > 0) expect(modularity(network.out, of)).toBeGreaterThanOrEqual(alone - 1e-12);
      for (let i = 0; i < size; i++)
        if (network.out.degree(i) === 0) expect(of.filter((g) => g === of[i])).toHaveLength(1);
    }),
  );
});
