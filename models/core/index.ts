/** What a model is. Knows nothing of customers. */
export * from "./chance.ts";
export * from "./columns.ts";
export * from "./define.ts";
export * from "./digest.ts";
export * from "./elementary.ts";
export * from "./fingerprint.ts";
export * from "./keyed.ts";
export * from "./keys.ts";
export * from "./nearest.ts";
export * from "./network.ts";
export * from "./parameters.ts";
export * from "./resolve.ts";
export * from "./run.ts";
export * from "./sequence.ts";
export * from "./snapshot.ts";
export * from "./world.ts";
