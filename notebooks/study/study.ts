import { type Parameters, type Values } from "../../models/core/index.ts";
import { type Asked } from "../controls/address.ts";
import { type Preset } from "../controls/form.ts";
import { type Row } from "../../models/studies/telling/row.ts";
import { serve } from "./serve.ts";
import { type Computation } from "./computation.ts";

/** Where a chart is drawn: how wide, and in which document where there is no page. */
export interface Place {
  width: number;
  document?: Document;
}

/** A chart of a study, with all that stands around it; `rows` are what is drawn and what is saved as CSV. */
export interface Chart<R, S> {
  /** What to look for. */
  caption: string;
  /** The same in words, for who does not see it. */
  text(results: R, settings: S): string;
  rows(results: R, settings: S): readonly Row[];
  draw(results: R, settings: S, place: Place): Element;
}

/** A table of a study: rows of exact numbers. */
export interface Table<R, S> {
  caption: string;
  rows(results: R, settings: S): readonly Row[];
}

/** The words that give the same numbers in a terminal. */
export interface Command {
  about: string;
  command: string;
}

/**
 * What a notebook asks, without its page: what can be set, what is computed from it, and what is shown
 * of that. The page, the worker, the exported notebook and the tests all take it from here.
 */
export interface Study<P extends Parameters, R, G, C extends string, T extends string> extends Asked<P> {
  /** The name of the notebook's file. */
  name: string;
  presets?: readonly Preset<P>[];
  /** The settings that are always in sight. */
  first?: readonly (keyof P & string)[];
  /** Settings that only what the page draws or counts by itself follows: no work starts anew for them. */
  drawn?: readonly (keyof P & string)[];
  /**
   * What is computed, a unit at a time; `given` is what the reader brought, such as a file. Where that or the settings
   * do not fit, running it throws, not making it.
   */
  work(settings: Values<P>, given: G): Computation<R>;
  commands(settings: Values<P>): Command[];
  charts: Record<C, Chart<R, Values<P>>>;
  tables: Record<T, Table<R, Values<P>>>;
}

/**
 * A study is a record; this gives its names to the compiler. Where its file is a worker's, as in
 * `import Run from "./<name>/study.ts?worker&inline"`, the worker does its work for the page that asks.
 */
export function defineStudy<const P extends Parameters, R, G, const C extends string, const T extends string>(
  study: Study<P, R, G, C, T>,
): Study<P, R, G, C, T> {
  if ("WorkerGlobalScope" in globalThis) serve(study);
  return study;
}

/** The settings of which the work is made: the others are as usual. */
export function worked<P extends Parameters>(
  { parameters, drawn = [] }: Pick<Study<P, unknown, unknown, string, string>, "parameters" | "drawn">,
  settings: Values<P>,
): Values<P> {
  return { ...settings, ...Object.fromEntries(drawn.map((name) => [name, parameters[name].fallback])) };
}
