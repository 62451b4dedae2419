import * as parameters from "../../models/core/parameters.ts";
import { fromText } from "../../models/core/index.ts";
import { type Option } from "./option.ts";

/** The facts about an option other than its kind. */
interface Notes<T> extends Pick<Option, "takes" | "without" | "words" | "joined" | "paths" | "endings"> {
  about: string;
  fallback?: T;
  /** Must be given. */
  required?: true;
  /** The value where the option is named without one. */
  bare?: T;
}
interface Range {
  min?: number;
  max?: number;
}
type Sure<N> = N extends { fallback: unknown } | { required: true } ? true : false;

function kind<T, N extends Notes<T>>(
  { required, ...notes }: N,
  { must, read }: Pick<Option<T>, "must" | "read">,
): Option<T, Sure<N>> {
  const sure = (notes.fallback !== undefined || required === true) as Sure<N>;
  return { takes: "text", ...notes, sure, must, read };
}

/** An option read and checked as a parameter of a model is. */
function ofParameter<T, N extends Notes<T>>(notes: N, parameter: parameters.Parameter<T>): Option<T, Sure<N>> {
  const read = (text: string): T | undefined => parameter.schema.safeParse(fromText(parameter, text)).data;
  return kind<T, N>(notes, { must: () => parameter.must, read });
}

/** Any text. */
export const text = <const N extends Notes<string>>(notes: N): Option<string, Sure<N>> =>
  kind<string, N>(notes, { must: () => "a text", read: (given) => given });

/** A path of a file. */
export const file = <const N extends Notes<string>>(notes: N): Option<string, Sure<N>> =>
  text({ takes: "file", paths: "file", ...notes });

/** A path of a folder. */
export const folder = <const N extends Notes<string>>(notes: N): Option<string, Sure<N>> =>
  text({ takes: "folder", paths: "folder", ...notes });

/** A model of the catalogue, or a file of your own. */
export const model = <const N extends Notes<string>>(notes: N): Option<string, Sure<N>> =>
  file({ takes: "model", words: "models", endings: [".ts"], ...notes });

/** A network: a file, a built-in or a generator. */
export const network = <const N extends Notes<string>>(notes: N): Option<string, Sure<N>> =>
  file({ takes: "network", words: "networks", ...notes });

/** A whole number on [min, max]. */
export function whole<const N extends Notes<number> & Range>(notes: N): Option<number, Sure<N>> {
  const { min = -Infinity, max = Infinity, about } = notes;
  const usual = parameters.whole(0, { about, min, max });
  const most = parameters.whole(0, { about, min, max: Math.min(max, Number.MAX_SAFE_INTEGER) });
  const must = (given?: string): string => (Number(given) > Number.MAX_SAFE_INTEGER ? most : usual).must;
  return { ...ofParameter<number, N>(notes, usual), must };
}

/** A real number on [min, max]; between them where `open`. */
export function real<const N extends Notes<number> & Range & { open?: true }>(notes: N): Option<number, Sure<N>> {
  const { min = -Infinity, max = Infinity, open, about } = notes;
  const closed = ofParameter<number, N>(notes, parameters.real(0, { about, min, max }));
  if (!open) return closed;
  const read = (given: string): number | undefined => {
    const value = closed.read(given);
    return value === min || value === max ? undefined : value;
  };
  return { ...closed, must: () => `a number above ${min} and below ${max}`, read };
}

/** One of the options. */
export function choice<const O extends readonly [string, ...string[]], const N extends Notes<O[number]>>(
  choices: O,
  notes: N,
): Option<O[number], Sure<N>> {
  return { ...ofParameter<O[number], N>(notes, parameters.choice(choices, { about: notes.about })), choices };
}

/** True where it is given. */
export const flag = (about: string, notes: Pick<Option, "without"> = {}): Option<true, false> => ({
  about,
  ...notes,
  sure: false,
  must: () => "given without a value",
  read: () => true,
});

/** A list in one word: a,b,c. */
export function list<const N extends Notes<string[]>>(notes: N): Option<string[], Sure<N>> {
  return kind<string[], N>(notes, { must: () => "a list", read: (given) => given.split(",") });
}

/** `name=value`; can be given several times, once for each name. */
export function settings<const N extends Notes<string[]>>(notes: N): Option<string[], Sure<N>> {
  const { takes = "name=value" } = notes;
  const read = (given: string): string[] | undefined => (given.indexOf("=") > 0 ? [given] : undefined);
  return { ...kind<string[], N>(notes, { must: () => takes, read }), takes, many: true, words: "settings" };
}

/** The same option several times: a list. */
export function several<T>(option: Option<T, false>): Option<T[], false> {
  const one = (given: string): T[] | undefined => {
    const value = option.read(given);
    return value === undefined ? undefined : [value];
  };
  return { ...option, fallback: undefined, bare: undefined, read: one, many: true };
}

/** A certain word, or a value of the other kind. */
export function or<const W extends string, T, S extends boolean>(word: W, option: Option<T, S>): Option<T | W, S> {
  const { must, read } = option;
  return {
    ...option,
    must: (given) => `${word} or ${must(given)}`,
    read: (given) => (given === word ? word : read(given)),
    words: [word],
  };
}

/** An argument that may be left out. */
export const optional = <T>(option: Option<T>): Option<T | undefined> => ({ ...option, optional: true });
