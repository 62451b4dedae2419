/** Downloads of each song in one market. */
export type Sales = ArrayLike<number>;

/** Market share of each song; NaN if nothing was sold. */
export function shares(sales: Sales): Float64Array {
  let all = 0;
  for (let k = 0; k < sales.length; k++) all += sales[k];
  return Float64Array.from(sales, (sold) => sold / all);
}

/**
 * The inequality of songs in one market: the Gini coefficient Σ Σ |mᵢ − mⱼ| / (2 S Σ m) of the market shares m of S
 * songs. 0 if all songs sell equally, (S − 1)/S if one song has all sales, NaN if nothing was sold. Time is O(S log
 * S). Source: Salganik, Dodds & Watts 2006, Science 311:854.
 */
export function gini(sales: Sales): number {
  const rising = shares(sales).sort();
  let weighted = 0;
  for (let k = 0; k < rising.length; k++) weighted += (2 * k + 1 - rising.length) * rising[k];
  return weighted / rising.length; // shares add up to 1
}

/**
 * The unpredictability of success: the absolute difference between a song's shares in two markets, averaged over
 * pairs of markets and over songs. NaN with fewer than two markets, or if one market sold nothing.
 * Source: Salganik, Dodds & Watts 2006, Science 311:854.
 */
export function unpredictability(markets: readonly Sales[]): number {
  const all = markets.map(shares);
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < all.length; a++) {
    for (let b = 0; b < a; b++) {
      pairs++;
      for (let k = 0; k < all[a].length; k++) sum += Math.abs(all[a][k] - all[b][k]) / all[a].length;
    }
  }
  return sum / pairs;
}
