import { type Network } from "../core/index.ts";
import { skips, type Skips } from "./geometric-skips.ts";

/** The chance that arc e passes on the behaviour, under each weighting. */
export function arcProbability(
  network: Network,
  { weighting, probability }: { weighting: string; probability: number },
): (e: number) => number {
  const { out } = network;
  const { weights, targets } = out;
  if (weighting === "edge" && weights) return (e) => weights[e];
  if (weighting === "weighted-cascade") return (e) => 1 / network.in.degree(targets[e]);
  return () => probability;
}

/**
 * What is wrong with tie weights as probabilities; names the first faulty tie. Runs on every check; time is linear
 * in arcs.
 */
export function weightFaults(network: Network): string[] {
  const { offsets, targets, weights } = network.out;
  if (!weights) return ["weighting=edge requires a network with weights"];
  const wrong = weights.findIndex((weight) => !(weight >= 0 && weight <= 1));
  if (wrong < 0) return [];
  let u = 0;
  while (offsets[u + 1] <= wrong) u++;
  const { keys } = network;
  return [
    `weighting=edge requires weights from 0 to 1, got ${weights[wrong]} from ${keys.key(u)} to ${keys.key(targets[wrong])}`,
  ];
}

const longest = new WeakMap<Network, number>();
const tables = new WeakMap<Network, { probability: number; table: Skips }>();

/** The table of gaps for this network, made once and kept while the probability stays the same. */
export function skipTable(network: Network, probability: number): Skips {
  const kept = tables.get(network);
  if (kept?.probability === probability) return kept.table;
  const table = skips(probability, longestRow(network));
  tables.set(network, { probability, table });
  return table;
}

function longestRow(network: Network): number {
  let most = longest.get(network);
  if (most === undefined) {
    most = 0;
    for (let i = 0; i < network.size; i++) most = Math.max(most, network.out.degree(i));
    longest.set(network, most);
  }
  return most;
}
