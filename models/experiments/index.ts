/** Asking a model many times: design, replicate, compare. Works on any model, knows none. */
export * from "./axis.ts";
export * from "./axis-text.ts";
export * from "./design.ts";
export * from "./differences.ts";
export * from "./replicate.ts";
export * from "./roles.ts";
export * from "./sobol.ts";
export * from "./tornado.ts";
