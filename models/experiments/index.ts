/** Running a model many times: designs, replicates, comparisons. Works with any model. */
export * from "./axis.ts";
export * from "./axis-text.ts";
export * from "./design.ts";
export * from "./differences.ts";
export * from "./replicate.ts";
export * from "./roles.ts";
export * from "./sobol.ts";
export * from "./tornado.ts";
