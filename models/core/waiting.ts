import { logDraw } from "./elementary.ts";

/**
 * An exponentially distributed waiting time of mean 1 from a number on [0, 1), with the same bits in every engine.
 * Increases with `u`: 0 at 0, and 21.5 at the largest draw. Costs about 5 ns.
 */
export const exponential = (u: number): number => 0 - logDraw(2 ** 31 - u * 2 ** 31); // never -0
