import { type Network } from "../../core/index.ts";
import { UNITS, unitsOf } from "../../cascades/units.ts";

/** The law by which something passes along arcs: what choosing by reach must know of a model. */
export interface Spread {
  /** `cascade`: each arc works on its own; `threshold`: each customer listens to at most one of its in-neighbours. */
  rule: "cascade" | "threshold";
  /** As in the models: `uniform`, `weighted-cascade`, `edge` of cascades; `degree`, `edge` of thresholds. */
  weighting: string;
  /** Chance of an arc where the weighting is uniform. */
  probability: number;
}

const RULES: Readonly<Record<string, Spread["rule"]>> = {
  "independent-cascade": "cascade",
  "linear-threshold": "threshold",
};

/**
 * Models whose reach is known to be submodular, so that greedy choices carry a guarantee (Kempe, Kleinberg & Tardos
 * 2003).
 */
export const SUBMODULAR = Object.keys(RULES);

/** The law of a catalogued model under full parameters; null where choosing by reach has no guarantee. */
export function spreadOf(model: string, { weighting, probability }: Readonly<Record<string, unknown>>): Spread | null {
  if (!Object.hasOwn(RULES, model)) return null;
  return { rule: RULES[model], weighting: String(weighting), probability: Number(probability ?? 0) };
}

/** The weights of ties by target, where the law uses them. Throws `RangeError` without any. */
export function edgeWeights(network: Network): Float64Array {
  const { weights } = network.in;
  if (!weights) throw new RangeError("choosing: weighting=edge requires a network with weights");
  return weights;
}

/**
 * What each tie counts of its target's attention, by target, in whole units. Where more than all of it is
 * claimed, as when weights are misjudged, the claims are scaled to all of it.
 */
export function attention(network: Network): Int32Array {
  const { offsets } = network.in;
  const weights = edgeWeights(network);
  const units = new Int32Array(weights.length);
  for (let v = 0; v < network.size; v++) {
    let sum = 0;
    for (let e = offsets[v]; e < offsets[v + 1]; e++) sum += weights[e];
    const scale = sum > 1 ? 1 / sum : 1;
    let left = UNITS;
    for (let e = offsets[v]; e < offsets[v + 1]; e++) left -= units[e] = Math.min(left, unitsOf(weights[e] * scale));
  }
  return units;
}
