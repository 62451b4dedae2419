import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { communities } from "../../../models/networks/structure/communities.ts";
import { graph, type Pair } from "../../support/graphs.ts";
import { expectNear } from "../../support/near.ts";

/** Four groups of five, everybody tied within, each group tied once to the next in a circle. */
const cliques: Pair[] = [];
for (let group = 0; group < 4; group++) {
  for (let i = 0; i < 5; i++) for (let j = 0; j < i; j++) cliques.push([5 * group + i, 5 * group + j]);
  cliques.push([5 * group, (5 * group + 6) % 20]);
}

test("groups tied by single ties are told apart, with their modularity", () => {
  for (const directed of [false, true]) {
    const found = communities(graph(20, cliques, directed));
    expect(found.count).toBe(4);
    expect([...found.of]).toEqual(Array.from({ length: 20 }, (_, i) => Math.floor(i / 5)));
    // 40 of 44 ties inside, a quarter of all ends in each group.
    expectNear(found.modularity, 40 / 44 - 4 / 16);
  }
});

test("the karate club's modularity is near its maximum of .4198, the same for the same seed", () => {
  // Maximum: Brandes et al. 2008, IEEE Trans. Knowl. Data Eng. 20:172.
  const network = generate("karate", 1);
  const found = Array.from({ length: 20 }, (_, seed) => communities(network, { seed }));
  for (const { modularity } of found) {
    expect(modularity).toBeLessThan(0.41979);
    expect(modularity).toBeGreaterThan(0.38);
  }
  expect(communities(network, { seed: 3 })).toEqual(found[3]);
});

test("without ties everybody stands alone", () => {
  expect(communities(graph(3, []))).toEqual({ count: 3, of: Uint32Array.of(0, 1, 2), modularity: NaN });
  expect(communities(graph(0, []))).toEqual({ count: 0, of: new Uint32Array(0), modularity: NaN });
});
