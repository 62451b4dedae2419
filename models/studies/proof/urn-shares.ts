/**
 * Songs that are drawn again and again, each draw adding `added` copies of the song drawn: Pólya's urn.
 * With 0 added the draws are independent. The `weights` are what the songs start with.
 */
export interface Urn {
  weights: readonly number[];
  added: number;
  draws: number;
}

/** The chance that songs of weight `own` together were drawn 0, 1, … `draws` times, the others weighing `others`. */
export function timesDrawn(own: number, others: number, added: number, draws: number): Float64Array {
  let row = Float64Array.of(1);
  for (let t = 0; t < draws; t++) {
    const next = new Float64Array(t + 2);
    row.forEach((chance, k) => {
      const again = (own + added * k) / (own + others + added * t);
      next[k + 1] += chance * again;
      next[k] += chance * (1 - again);
    });
    row = next;
  }
  return row;
}

/** Variance of the share of draws that song `k` got. */
export function shareVariance({ weights, added, draws }: Urn, k: number): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const p = weights[k] / all;
  return ((p * (1 - p)) / draws) * ((all + added * draws) / (all + added));
}

/**
 * Expected Gini coefficient of the shares: any two songs together are one song, and between them an urn of their own.
 */
export function expectedInequality({ weights, added, draws }: Urn): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let apart = 0;
  for (let i = 0; i < weights.length; i++) {
    for (let j = 0; j < i; j++) {
      const both = weights[i] + weights[j];
      timesDrawn(both, all - both, added, draws).forEach((chance, together) => {
        apart +=
          chance * mean(timesDrawn(weights[i], weights[j], added, together), (first) => Math.abs(2 * first - together));
      });
    }
  }
  return apart / (weights.length * draws);
}

/** Expected difference of a song's shares in two urns, mean of the songs. */
export function expectedUnpredictability({ weights, added, draws }: Urn): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const apart = weights.map((own) => {
    const row = timesDrawn(own, all - own, added, draws);
    return mean(row, (one) => mean(row, (other) => Math.abs(one - other))) / draws;
  });
  return apart.reduce((sum, value) => sum + value, 0) / weights.length;
}

const mean = (row: Float64Array, of: (times: number) => number): number =>
  row.reduce((sum, chance, times) => sum + chance * of(times), 0);
