import { type Network, type Sequence } from "../../core/index.ts";
import { heeded, isComplete } from "./camps.ts";
import { AGREED } from "./measures.ts";
import { trustedOne } from "./trust.ts";

interface OpinionWorld {
  network: Network;
  parameters: { confidence: number; convergence: number; weighting: "uniform" | "edge" };
  state: { opinion: Float64Array; moved: Int32Array };
  time: number;
}

/** Runs as many meetings as there are customers; a customer without in-neighbours meets nobody. */
export function deffuant(
  { network, parameters, state: { opinion, moved }, time }: OpinionWorld,
  source: Sequence,
): void {
  const { confidence, convergence, weighting } = parameters;
  const { size, directed } = network;
  const met = trustedOne(network.in, weighting);
  for (let meeting = 0; meeting < size; meeting++) {
    const i = source.below(size);
    const j = met(i, source.uniform());
    if (j < 0 || opinion[i] === opinion[j] || !heeded(opinion[i], opinion[j], confidence)) continue;
    const step = convergence * (opinion[j] - opinion[i]);
    opinion[i] += step;
    moved[i] = time;
    if (directed) continue;
    opinion[j] -= step;
    moved[j] = time;
  }
}

/**
 * True if some tie can still move opinions: its ends lie within the confidence and more than a millionth apart. If
 * everyone knows everyone, sorting finds out; otherwise ties are scanned up to the first such tie.
 */
export function live({
  network,
  parameters: { confidence },
  state: { opinion },
}: Pick<OpinionWorld, "network" | "parameters" | "state">): boolean {
  if (isComplete(network)) {
    const sorted = opinion.slice().sort();
    for (let i = 1, first = 0; i < sorted.length; i++) {
      if (!heeded(sorted[i], sorted[i - 1], confidence)) first = i;
      else if (sorted[i] - sorted[first] > AGREED) return true;
    }
    return false;
  }
  const { offsets, targets } = network.out;
  for (let i = 0; i < network.size; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const other = opinion[targets[e]];
      if (Math.abs(opinion[i] - other) > AGREED && heeded(opinion[i], other, confidence)) return true;
    }
  }
  return false;
}
