import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError } from "commander";

/** Options that most commands share, with the names of the interface. */
export interface Common {
  network?: string[];
  nodes?: string;
  set?: string[];
  seed?: string;
  replicates?: number;
  steps?: number;
  threads?: number;
  out?: string;
  redraw?: boolean;
  quiet?: boolean;
  json?: boolean;
}

/** An option that may stand several times. */
export const collect = (value: string, before?: string[]): string[] => [...(before ?? []), value];

/** Reads a whole number of an option, or refuses it saying what must hold. */
export function wholeAtLeast(least: number, most = Number.MAX_SAFE_INTEGER) {
  return (text: string): number => {
    const value = Number(text);
    if (text.trim() === "" || !Number.isInteger(value) || value < least || value > most) {
      const bounds = most < Number.MAX_SAFE_INTEGER || value > most ? `from ${least} to ${most}` : `at least ${least}`;
      throw new InvalidArgumentError(`It must be a whole number ${bounds}, got ${text}.`);
    }
    return value;
  };
}

/** Longer than this no run lasts, see `finish`. */
const MOST_STEPS = 1e7;

/** More threads than this would only fill the memory. */
export const threadCount = wholeAtLeast(1, 256);

export function addCommon(command: Command): Command {
  return command
    .option(
      "--network <network>",
      "a file, a built-in or a generator such as barabasi-albert:nodes=1000,links=4 (default: the model's own, else karate)",
      collect,
    )
    .option("--nodes <file>", "people with their attributes, by key (CSV)")
    .option("--set <name=value>", "fixes a parameter; once for each", collect)
    .option("--seed <text>", "any text; world r of it is always the same world (default: 1)")
    .option("--replicates <worlds>", "how many worlds", wholeAtLeast(1))
    .option("--steps <steps>", "how many steps; the model's own default unless told", wholeAtLeast(0, MOST_STEPS))
    .option("--threads <threads>", "never changes a result (default: one; all cores for a results folder)", threadCount)
    .option("--redraw", "draws a generated network anew in each world")
    .option("--quiet", "no progress")
    .option("--json", "one JSON document on standard output");
}

export const allThreads = (): number => availableParallelism();
