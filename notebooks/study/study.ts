import { type Parameters, type Values } from "../../models/core/index.ts";
import { type Asked } from "../controls/address.ts";
import { type Preset } from "../controls/form.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { serve } from "./serve.ts";
import { type Computation } from "./computation.ts";

/** The width of a chart, and its document if there is no page. */
export interface Place {
  width: number;
  document?: Document;
}

/** A chart of a study with its caption and text; `rows` are drawn, and saved as CSV. */
export interface Chart<R, S> {
  /** Says what to look for. */
  caption: string;
  /** The chart in words, for readers who cannot see it. */
  text(results: R, settings: S): string;
  rows(results: R, settings: S): readonly DataRow[];
  draw(results: R, settings: S, place: Place): Element;
}

/** A table of a study, with exact numbers. */
export interface Table<R, S> {
  caption: string;
  rows(results: R, settings: S): readonly DataRow[];
}

/** A command that gives the same numbers in a terminal. */
export interface Command {
  about: string;
  command: string;
}

/**
 * The question of a notebook, without its page: its settings, what is computed from them, and which charts and tables
 * show the results. The page, the worker, the exported notebook and the tests all use this record.
 */
export interface PageStudy<P extends Parameters, R, G, C extends string, T extends string> extends Asked<P> {
  /** The name of the notebook's file. */
  name: string;
  presets?: readonly Preset<P>[];
  /** The settings that are always visible. */
  first?: readonly (keyof P & string)[];
  /** Settings that affect only what the page draws itself; the computation does not start again for them. */
  drawn?: readonly (keyof P & string)[];
  /**
   * The computation; `given` is what the reader put in, such as a file. For invalid settings or files it throws when it
   * runs, not when it is made.
   */
  work(settings: Values<P>, given: G): Computation<R>;
  commands(settings: Values<P>): Command[];
  charts: Record<C, Chart<R, Values<P>>>;
  tables: Record<T, Table<R, Values<P>>>;
}

/**
 * Defines a study and infers its types. If its file is loaded as a worker, as in
 * `import Run from "./<name>/study.ts?worker&inline"`, the worker computes the study for the page that asks.
 */
export function defineStudy<const P extends Parameters, R, G, const C extends string, const T extends string>(
  study: PageStudy<P, R, G, C, T>,
): PageStudy<P, R, G, C, T> {
  if ("WorkerGlobalScope" in globalThis) serve(study);
  return study;
}

/** The settings that the computation depends on; the others have their defaults. */
export function worked<P extends Parameters>(
  { parameters, drawn = [] }: Pick<PageStudy<P, unknown, unknown, string, string>, "parameters" | "drawn">,
  settings: Values<P>,
): Values<P> {
  return { ...settings, ...Object.fromEntries(drawn.map((name) => [name, parameters[name].fallback])) };
}
