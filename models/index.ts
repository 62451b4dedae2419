/**
 * What a model is, and how to run one: `import { defineModel, real, run } from "ovation"`. Networks and the
 * built-in models have modules of their own, such as `ovation/networks`.
 */
export { type Draws, type Indexed, type Random, type StreamKind, type Streams } from "./core/chance.ts";
export {
  type Column,
  type Columns,
  f32,
  f64,
  i32,
  type Numbers,
  ofWorld,
  type State,
  u16,
  u32,
  u8,
} from "./core/columns.ts";
export {
  type Context,
  defineModel,
  type Definition,
  type Kernel,
  type KernelJob,
  type Measure,
  type Model,
  type View,
} from "./core/define.ts";
export { exp, log, log1p } from "./core/elementary.ts";
export { type EventQueue, eventQueue } from "./core/event-queue.ts";
export { fingerprint } from "./core/fingerprint.ts";
export { draw, type Key } from "./core/keyed.ts";
export { type Keys, numberKeys, textKeys } from "./core/keys.ts";
export { type Attribute, type Half, type Network } from "./core/network.ts";
export {
  choice,
  flag,
  type Given,
  jsonSchema,
  nodes,
  type Notes,
  type Parameter,
  type Parameters,
  real,
  text,
  type Values,
  whole,
} from "./core/parameters.ts";
export { type Arms, finish, measureNames, run, runArms, type RunJob, type Series, simulator } from "./core/run.ts";
export { distinct, type Sequence, shuffled } from "./core/sequence.ts";
export { load, save } from "./core/snapshot.ts";
export { exponential } from "./core/waiting.ts";
export { type Job, start, type World } from "./core/world.ts";
