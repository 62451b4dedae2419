import { logDraw } from "./elementary.ts";

/**
 * A waiting time of mean 1 from a number on [0, 1), exponentially distributed, the same bits in every
 * engine. Grows with `u`; 0 at 0, and 21.5 at the largest draw. Costs about 5 ns.
 */
export const exponential = (u: number): number => 0 - logDraw(2 ** 31 - u * 2 ** 31); // never -0
