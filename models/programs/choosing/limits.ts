/** How many may be chosen and what they may cost together. */
export interface Limits {
  /** Infinity where only the budget limits. */
  count: number;
  /** Infinity where only the number limits. */
  budget: number;
  /** What each customer costs, above 0; null where nobody costs anything. */
  costs: Float64Array | null;
}

export const costOf = ({ costs }: Limits, i: number): number => (costs ? costs[i] : 0);

/** Cost_i = fixed + perContact · degree. */
export const degreeCosts = (degrees: ArrayLike<number>, fixed: number, perContact: number): Float64Array =>
  Float64Array.from(degrees, (degree) => fixed + perContact * degree);

/** The most customers that fit: the cheapest first. Exact; sorts the candidates. */
export function mostThatFit({ count, budget, costs }: Limits, candidates: readonly number[] | Uint32Array): number {
  if (!costs || budget === Infinity) return Math.min(count, candidates.length);
  const sorted = Float64Array.from(candidates, (i) => costs[i]).sort();
  let fit = 0;
  for (let spent = 0; fit < Math.min(count, sorted.length) && spent + sorted[fit] <= budget; fit++)
    spent += sorted[fit];
  return fit;
}
