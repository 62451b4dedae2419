/** Words that a shell can offer for a value: a list, or a function that makes one. */
export type Words = readonly string[] | (() => Promise<readonly string[]>) | "models" | "networks" | "settings";

/** One value that a command takes: how it is read, its constraints, and its description. */
export interface Option<T = unknown, Sure extends boolean = boolean> {
  about: string;
  /** What its value is called in the help; a flag takes none. */
  takes?: string;
  /** What must hold of a text, as the end of the sentence "x must be …". */
  must(text?: string): string;
  /** The value of a text; undefined where the text does not fit. */
  read(text: string): T | undefined;
  /** The value where nothing is given. */
  fallback?: T;
  /** Whether it always has a value: it has a fallback or must be given. */
  sure: Sure;
  /** Can be given several times; each adds to a list. */
  many?: boolean;
  /** An argument that may be left out. */
  optional?: boolean;
  /** The value of an option that is named without one. */
  bare?: T;
  /** Options that cannot be given with it. */
  without?: readonly string[];
  /** All values there are. */
  choices?: readonly string[];
  words?: Words;
  /** The words may be joined by commas. */
  joined?: boolean;
  /** Whether its value can be a path, and how the names of files end. */
  paths?: "file" | "folder";
  endings?: readonly string[];
}
export type Options = Readonly<Record<string, Option>>;

type ValueOf<O> = O extends Option<infer T> ? T : never;
type SureOf<O extends Options> = { [K in keyof O]: O[K]["sure"] extends true ? K : never }[keyof O];

/** What `act` gets of the arguments. */
export type ArgumentValues<A extends Options> = { [K in keyof A]: ValueOf<A[K]> };
/** What `act` gets of the options: those that always have a value, and others where they are given. */
export type Values<O extends Options> = { [K in SureOf<O>]: ValueOf<O[K]> } & {
  [K in Exclude<keyof O, SureOf<O>>]?: ValueOf<O[K]>;
};

/** An option as it is typed: `weightError` is `--weight-error`. */
export const flagOf = (key: string): string => `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** An option with its value, as the help shows it: `--seed <text>`. */
export function shownOption(key: string, { takes, bare }: Option): string {
  if (takes === undefined) return flagOf(key);
  return `${flagOf(key)} ${bare === undefined ? `<${takes}>` : `[${takes}]`}`;
}

/** An argument as the help shows it: `<model>`, or `[brief]` where it may be left out. */
export const shownArgument = (key: string, { optional }: Option): string => (optional ? `[${key}]` : `<${key}>`);
