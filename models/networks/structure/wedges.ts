import { childKey, type Half, type Network, type Sequence, sequence, streamKey } from "../../core/index.ts";
import { projection } from "./projection.ts";

export interface SampledMean {
  value: number;
  stderr: number;
}

export interface SampledClustering {
  transitivity: SampledMean;
  mean: SampledMean;
  triangles: SampledMean;
}

/**
 * Clustering of networks with too many triangles to count. Draws a person and two of their contacts and checks if
 * these are tied, `samples` times for each figure (Schank & Wagner 2005, JGAA 9:265). Reproducible by seed. NaN
 * where `clustering` is NaN. Time is linear in nodes and samples.
 */
export function sampledClustering(network: Network, seed: string | number = 1, samples = 1_000_000): SampledClustering {
  const { out, nodes, size } = projection(network);
  const able = nodes.filter((i) => out.degree(i) > 1);
  const upTo = new Float64Array(able.length); // pairs of contacts of this person and those before
  let pairs = 0;
  able.forEach((i, at) => {
    pairs += (out.degree(i) * (out.degree(i) - 1)) / 2;
    upTo[at] = pairs;
  });
  if (able.length === 0) {
    const none = { value: NaN, stderr: NaN };
    return {
      transitivity: none,
      mean: { value: size > 0 ? 0 : NaN, stderr: size > 0 ? 0 : NaN },
      triangles: { value: 0, stderr: 0 },
    };
  }
  const chance = sequence(childKey(streamKey(seed, "structure/wedges"), 0));
  let closed = 0;
  let closedByPerson = 0;
  for (let k = 0; k < samples; k++) {
    if (isClosed(out, able[firstAbove(upTo, chance.below(pairs))], chance)) closed++;
    if (isClosed(out, able[chance.below(able.length)], chance)) closedByPerson++;
  }
  const transitivity = share(closed, samples, 1);
  return {
    transitivity,
    mean: share(closedByPerson, samples, able.length / size),
    triangles: { value: (transitivity.value * pairs) / 3, stderr: (transitivity.stderr * pairs) / 3 },
  };
}

/**
 * A share times a factor. The standard error is computed as if one more hit and one more miss had been seen, so it
 * is never 0.
 */
function share(hits: number, samples: number, factor: number): SampledMean {
  const near = (hits + 1) / (samples + 2);
  return { value: (factor * hits) / samples, stderr: factor * Math.sqrt((near * (1 - near)) / samples) };
}

/** True if two randomly drawn contacts of i are tied. */
function isClosed({ offsets, targets }: Half, i: number, chance: Sequence): boolean {
  const degree = offsets[i + 1] - offsets[i];
  const one = chance.below(degree);
  const other = (one + 1 + chance.below(degree - 1)) % degree;
  const j = targets[offsets[i] + one];
  const k = targets[offsets[i] + other];
  let low = offsets[j];
  let high = offsets[j + 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (targets[middle] < k) low = middle + 1;
    else high = middle;
  }
  return low < offsets[j + 1] && targets[low] === k;
}

/** The first index whose value exceeds `x` in a rising array. */
function firstAbove(values: Float64Array, x: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
