import { type ArgumentValues, type Options, type Values } from "./option.ts";

/** All commands, and a sentence about each group, such as `network` of `network info`. */
export interface Line {
  about: string;
  commands: readonly Command[];
  groups: Readonly<Record<string, string>>;
}

/** A command of the line. Flags, checks, help, completion and reference come from it. */
export interface Command {
  /** One word, or a group and a word. */
  name: string;
  about: string;
  /** Values by place, in their order. */
  arguments: Options;
  /** Values by name. */
  options: Options;
  /** Command lines that work, without the word `ovation`. */
  examples: readonly [string, ...string[]];
  /** Text of the help below the options; a function where making it takes long. */
  notes?: string | (() => Promise<string>);
  /** Does it. What it needs is loaded here: help must come at once. */
  act(given: Readonly<Record<string, unknown>>, line: Line): Promise<void> | void;
}

interface Written<A extends Options, O extends Options> extends Omit<Command, "arguments" | "options" | "act"> {
  arguments: A;
  options: O;
  act(given: ArgumentValues<A> & Values<O>, line: Line): Promise<void> | void;
}

/** A command, with what `act` gets inferred from its arguments and options. */
export function command<A extends Options, O extends Options>(record: Written<A, O>): Command {
  return record;
}
