/** Sums, intervals, quantiles and regressions, with the same bits in every engine. */
export * from "./fieller.ts";
export * from "./least-squares.ts";
export * from "./linear.ts";
export * from "./normal.ts";
export * from "./quantiles.ts";
export * from "./summary.ts";
export * from "./sums.ts";
