import { type Network, real, sequence, type Sequence, u32s, whole } from "../../core/index.ts";
import { fromEdges } from "../edges.ts";
import { customers, defineGenerator, tooLarge } from "./generator.ts";
import { ringFaults } from "./lattices.ts";

export const wattsStrogatz = defineGenerator({
  kind: "watts-strogatz",
  about: "a small world: a ring lattice in which some ties are rewired to random customers",
  source: "Watts & Strogatz 1998, Nature 393:440",
  parameters: {
    nodes: customers(1000),
    degree: whole(10, { min: 2, max: 1e6, about: "contacts of each customer before rewiring; even" }),
    rewire: real(0.1, { min: 0, max: 1, about: "probability that a tie is rewired" }),
  },
  check: ({ nodes, degree }) => [...ringFaults(nodes, degree), ...tooLarge(nodes * degree)],
  make: ({ parameters: { nodes, degree, rewire }, stream }) =>
    rewired(nodes, degree / 2, rewire, sequence(stream("tie"))),
});

/**
 * Every node owns its ties to the next `reach` nodes. Lap by lap, the nearest first, each tie is rewired with
 * probability `rewire` to a uniformly random node to which its owner is not tied yet. It stays if the owner is tied
 * to all.
 */
function rewired(size: number, reach: number, rewire: number, source: Sequence): Network {
  const targets = u32s(size * reach);
  const sources = u32s(size * reach);
  for (let i = 0, e = 0; i < size; i++) {
    for (let k = 1; k <= reach; k++, e++) {
      sources[e] = i;
      targets[e] = (i + k) % size;
    }
  }
  const holds = (i: number, j: number): boolean => {
    for (let e = i * reach; e < (i + 1) * reach; e++) if (targets[e] === j) return true;
    return false;
  };
  const degrees = new Uint32Array(size).fill(2 * reach);
  for (let lap = 0; lap < reach; lap++) {
    for (let i = 0; i < size; i++) {
      if (source.uniform() >= rewire || degrees[i] === size - 1) continue;
      let j = source.below(size);
      while (j === i || holds(i, j) || holds(j, i)) j = source.below(size);
      degrees[targets[i * reach + lap]]--;
      degrees[j]++;
      targets[i * reach + lap] = j;
    }
  }
  return fromEdges({ size, directed: false, sources, targets }).network;
}
