import { type Network, network, pairUniform, refuse, type Rows, streamKey } from "../../core/index.ts";

/** What a chooser does not see of the network. */
export interface Blindness {
  /** Share of ties that are hidden; those hidden at a lower share are hidden at a higher one too. */
  hidden?: number;
  /** Half-width of the relative error in tie weights: each is multiplied by 1 + error·(2u − 1). */
  weightError?: number;
  seed?: string | number;
}

/**
 * The network as a chooser sees it: some ties are missing, the weights of the others are wrong, both by
 * chance of the tie. People, their names and attributes stay. Weights that were at most 1 stay so.
 * Throws `RangeError` unless both shares run from 0 to 1.
 */
export function seenNetwork(whole: Network, { hidden = 0, weightError = 0, seed = 1 }: Blindness): Network {
  const right = (share: number): boolean => share >= 0 && share <= 1;
  refuse([
    ...(right(hidden) ? [] : [`seenNetwork: hidden must be a number from 0 to 1, got ${hidden}`]),
    ...(right(weightError) ? [] : [`seenNetwork: weightError must be a number from 0 to 1, got ${weightError}`]),
  ]);
  const { directed, keys, attributes, out, size } = whole;
  const hide = streamKey(seed, "choosing/hidden");
  const err = streamKey(seed, "choosing/weight-error");
  const chance = (key: typeof hide, i: number, j: number): number =>
    directed || i < j ? pairUniform(key, i, j) : pairUniform(key, j, i);
  const rows: Rows = {
    offsets: new Uint32Array(size + 1),
    targets: new Uint32Array(whole.arcs),
    weights: out.weights || weightError > 0 ? new Float64Array(whole.arcs) : null,
  };
  let at = 0;
  for (let i = 0; i < size; i++) {
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) {
      const j = out.targets[e];
      if (chance(hide, i, j) < hidden) continue;
      rows.targets[at] = j;
      if (rows.weights) rows.weights[at] = misjudged(out.weights?.[e] ?? 1, weightError, chance(err, i, j));
      at++;
    }
    rows.offsets[i + 1] = at;
  }
  const seen = {
    offsets: rows.offsets,
    targets: rows.targets.slice(0, at),
    weights: rows.weights?.slice(0, at) ?? null,
  };
  return network({ directed, out: seen, keys, attributes: { ...attributes } });
}

function misjudged(weight: number, error: number, u: number): number {
  const wrong = weight * (1 + error * (2 * u - 1));
  return weight <= 1 ? Math.min(1, wrong) : wrong;
}
