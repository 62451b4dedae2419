import { UndirectedGraph } from "graphology";
import { find } from "../../models/catalog.ts";
import { type Network, simulator } from "../../models/core/index.ts";
import { enough, firstFifty, runWorlds, SEED } from "./kernels.ts";
import { median, type Measured, timed } from "./paired.ts";
import { type Timed } from "./reference.ts";

/** The independent cascade as one would first write it on a graph object. */
function naiveCascade(graph: UndirectedGraph, seeds: readonly string[], probability: number): number {
  const reached = new Set(seeds);
  let fresh = [...seeds];
  while (fresh.length > 0) {
    const next: string[] = [];
    for (const u of fresh) {
      graph.forEachNeighbor(u, (v) => {
        if (reached.has(v) || Math.random() >= probability) return;
        reached.add(v);
        next.push(v);
      });
    }
    fresh = next;
  }
  return reached.size;
}

/** Worlds of it until a thousand are done or 20,000 customers were reached. */
function naiveWorlds(graph: UndirectedGraph, seeds: readonly string[], probability: number): Timed {
  return timed(() => {
    let reach = 0;
    for (let world = 0; world < 1000 && reach < 20_000; world++) reach += naiveCascade(graph, seeds, probability);
    return [reach];
  });
}

/**
 * The same cascade on a graphology graph: nanoseconds a customer reached, so that worlds need not be
 * the same; also how long the graph takes to make.
 */
export function benchGraphology(name: string, network: Network): Measured[] {
  const graph = new UndirectedGraph();
  const { nanoseconds: making } = timed(() => {
    for (const i of network.nodes) graph.addNode(network.keys.key(i));
    for (const u of network.nodes) {
      for (let e = network.out.offsets[u]; e < network.out.offsets[u + 1]; e++) {
        const v = network.out.targets[e];
        if (u < v) graph.addUndirectedEdge(network.keys.key(u), network.keys.key(v));
      }
    }
    return [graph.size];
  });
  const seeds = firstFifty(network).map((i) => network.keys.key(i));
  const { model } = find("independent-cascade");
  const rows: Measured[] = [];
  for (const [probability, draws] of [
    [0.05, "arc"],
    [0.05, "skip"],
  ] as const) {
    const simulate = simulator(model, network, { parameters: { probability, draws, seeds }, seed: SEED });
    const worlds = enough(simulate);
    const times = Array.from({ length: 4 }, () => {
      const naive = naiveWorlds(graph, seeds, probability);
      const fast = runWorlds(simulate, worlds);
      return { naive: naive.nanoseconds / naive.totals[0], fast: fast.nanoseconds / fast.totals[0] };
    }).slice(1);
    const ratio = median(times.map(({ naive, fast }) => naive / fast));
    rows.push({
      name: `times faster than graphology, independent cascade${draws === "skip" ? " by skips" : ""}, ${name}`,
      unit: "ns a customer reached",
      value: median(times.map(({ fast }) => fast)),
      reference: median(times.map(({ naive }) => naive)),
      ratio,
      ...(draws === "skip" && { goal: "at least 150", met: ratio >= 150 }),
    });
  }
  rows.push({
    name: `making the graphology graph, ${name}`,
    unit: "s",
    value: making / 1e9,
    reference: null,
    ratio: null,
  });
  return rows;
}
