import { type Point } from "../../experiments/index.ts";
import { type Design } from "./designs.ts";

export interface Range {
  from: number;
  to: number;
  count?: number;
  scale?: "linear" | "log";
}
export interface Until {
  measure: string;
  width: number;
  relative?: boolean;
  most?: number;
}

/** A sweep as requested, in a file or by flags; `settleExperiment` checks it and makes its points. */
export interface WrittenSweep {
  title?: string;
  question?: string;
  model: string;
  network: readonly string[];
  /** A file of customers' attributes. */
  nodes?: string;
  vary: Record<string, string | readonly unknown[] | Range>;
  set: Record<string, unknown>;
  design: Design;
  points?: number;
  levers?: readonly string[];
  /** Worlds of each point; with `until`, the worlds of the first look. */
  replicates: number;
  until?: Until;
  seed: string;
  steps?: number;
  baseline?: Record<string, unknown>;
  measures?: readonly string[];
}

/** One setting to be run in many worlds. */
export interface Cell {
  /** The varied settings that tell it from the others, with `network` first where there are several. */
  point: Point;
  network: string;
  /** The parameters of the model: `set` and the varied settings. */
  parameters: Point;
}
