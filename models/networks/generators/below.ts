import { word } from "../../core/index.ts";

/**
 * The whole number below n that belongs to `i` under the key: two words, so the bias is below n/2^53.
 * For i from 0 to 2^31 − 1. Costs about 5 ns.
 */
export function below(k0: number, k1: number, k2: number, k3: number, i: number, n: number): number {
  const high = word(k0, k1, k2, k3, i << 1) >>> 5;
  const low = word(k0, k1, k2, k3, (i << 1) | 1) >>> 6;
  return Math.floor((high * 2 ** 26 + low) * 2 ** -53 * n);
}
