import { z } from "zod";

/** The description of a parameter; `lever` marks what a decision maker can choose. */
export interface Notes {
  about: string;
  unit?: string;
  lever?: boolean;
}
interface Range {
  min: number;
  max: number;
}

/** A parameter: a kind, a fallback, a zod schema and a description. A value of type T may be given as a G. */
export interface Parameter<T = unknown, G = T> extends Notes {
  kind: "real" | "whole" | "flag" | "choice" | "nodes" | "text" | "table";
  fallback: G;
  schema: z.ZodType<G>;
  /** What a value must be, as the end of the sentence "x must be …". */
  must: string;
  min?: number;
  max?: number;
  options?: readonly string[];
  /** Converts a valid G to the value; left out if they are the same. */
  read?(given: G): T;
  /** Only for tables. */
  table?: TableForm;
}
export type Parameters = Record<string, Parameter>;
export type Values<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends Parameter<infer T, unknown> ? T : never;
};
export type Given<P extends Parameters> = {
  readonly [K in keyof P]?: P[K] extends Parameter<unknown, infer G> ? G : never;
};

/** What a table has in addition to other parameters. */
export interface TableForm {
  fields: Parameters;
  /** The rows as text that can be read back. */
  write(rows: readonly Readonly<Record<string, unknown>>[]): string;
  /** What is wrong with a text or a list of records, with row and field; empty if it is right. */
  faults(given: unknown): string[];
  /**
   * Converts rows given per calendar unit of so many weeks to rows per week; left out if no field depends on the
   * calendar.
   */
  weekly?(
    rows: readonly Readonly<Record<string, unknown>>[],
    weeks: number,
  ): readonly Readonly<Record<string, unknown>>[];
}

function bounds({ min, max }: Range): string {
  if (max < Infinity) return min > -Infinity ? ` from ${min} to ${max}` : ` of at most ${max}`;
  return min > -Infinity ? ` of at least ${min}` : "";
}
function bounded(schema: z.ZodNumber, { min, max }: Range): z.ZodNumber {
  const low = min > -Infinity ? schema.min(min) : schema;
  return max < Infinity ? low.max(max) : low;
}

/** A real number on [min, max]; `max` may be Infinity for "no limit". */
export function real(fallback: number, notes: Notes & Range): Parameter<number> {
  const must = `a real number${bounds(notes)}`;
  return { kind: "real", fallback, ...notes, must, schema: bounded(z.number(), notes) };
}

/** A whole number on [min, max]. */
export function whole(fallback: number, notes: Notes & Range): Parameter<number> {
  const must = `a whole number${bounds(notes)}`;
  return { kind: "whole", fallback, ...notes, must, schema: bounded(z.number().int(), notes) };
}

export function flag(fallback: boolean, notes: Notes): Parameter<boolean> {
  return { kind: "flag", fallback, ...notes, must: "true or false", schema: z.boolean() };
}

/** One of the options; the first is the fallback. */
export function choice<const O extends readonly [string, ...string[]]>(options: O, notes: Notes): Parameter<O[number]> {
  const must = `one of ${options.join(", ")}`;
  return { kind: "choice", fallback: options[0], ...notes, must, options, schema: z.enum(options) };
}

/** A list of node keys, checked against the network when a world starts; none by default. */
export function nodes(notes: Notes): Parameter<readonly string[]> {
  const must = "a list of node keys";
  return { kind: "nodes", fallback: [], ...notes, must, schema: z.array(z.string()) };
}

/** A text of a given form, such as a list joined by `+`; `must` describes the form in words. */
export function text(fallback: string, form: RegExp, notes: Notes & { must: string }): Parameter<string> {
  return { kind: "text", fallback, ...notes, schema: z.string().regex(form) };
}

/** The parameters as JSON Schema, with ranges, defaults, units and descriptions. */
export function jsonSchema(parameters: Parameters): object {
  const shape = Object.entries(parameters).map(([name, { schema, fallback, about, unit, lever }]) => {
    const notes = { description: about, ...(unit && { unit }), ...(lever && { lever }) };
    return [name, schema.default(fallback as never).meta(notes)];
  });
  return z.toJSONSchema(z.strictObject(Object.fromEntries(shape)), { io: "input" });
}
