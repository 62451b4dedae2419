import { expect, test } from "vitest";
import { textKeys } from "../../models/core/keys.ts";
import { fromEdges } from "../../models/networks/edges.ts";
import { generate } from "../../models/networks/specification.ts";
import { communities } from "../../models/networks/structure/communities.ts";
import { pairText, weightRange } from "../../notebooks/views/adjacency.ts";
import { arcBetween, orderedNodes, ORDERS } from "../../notebooks/views/adjacency-order.ts";

const people = generate("les-miserables", 1);

test("every order has everybody once", () => {
  for (const by of ORDERS) expect([...orderedNodes(people, by).nodes].sort((a, b) => a - b)).toEqual([...people.nodes]);
});

test("by degree contacts fall, by key numbers come as numbers, by community blocks are whole and fall in size", () => {
  const { nodes } = orderedNodes(people, "degree");
  nodes.slice(1).forEach((i, at) => expect(people.out.degree(i)).toBeLessThanOrEqual(people.out.degree(nodes[at])));
  expect(orderedNodes(generate("ring:nodes=12", 1), "key").nodes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  const { of, count } = communities(people);
  const { nodes: grouped, starts } = orderedNodes(people, "community");
  expect(starts).toHaveLength(count);
  const blocks = starts.map((start, block) => grouped.slice(start, starts[block + 1]));
  for (const block of blocks) expect(new Set(block.map((i) => of[i])).size).toBe(1);
  blocks.slice(1).forEach((block, at) => expect(block.length).toBeLessThanOrEqual(blocks[at].length));
});

test("a pair is told as it is, in both directions where directed", () => {
  const hand = fromEdges({
    size: 3,
    directed: true,
    keys: textKeys(["a", "b", "c"]),
    sources: Uint32Array.of(0, 1),
    targets: Uint32Array.of(1, 0),
    weights: Float64Array.of(2, 0.5),
  }).network;
  expect([arcBetween(hand, 0, 1), arcBetween(hand, 0, 2)]).toEqual([0, -1]);
  expect(pairText(hand, 0, 1)).toBe("a influences b, weight 2; b influences a, weight 0.5");
  expect(pairText(hand, 2, 0)).toBe("c does not influence a; a does not influence c");
  expect(pairText(hand, 2, 2)).toBe("c and themselves: no cell can be filled");
  const [valjean, cosette, napoleon] = ["Valjean", "Cosette", "Napoleon"].map((key) => people.keys.find(key));
  expect(pairText(people, valjean, cosette)).toBe("Valjean and Cosette: tied, weight 31");
  expect(pairText(people, cosette, napoleon)).toBe("Cosette and Napoleon: no tie");
  expect([weightRange(Float64Array.of(3, 1, 2)), weightRange(new Float64Array())]).toEqual([
    [1, 3],
    [0, 0],
  ]);
});
