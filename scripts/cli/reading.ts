import { nearest, refuse, unknownName } from "../../models/core/index.ts";
import { type Command } from "./command.ts";
import { flagOf, type Option, shownArgument, shownOption } from "./option.ts";

/** The words of a command line, sorted but not yet read. */
export interface Typed {
  /** By place. */
  operands: readonly string[];
  /** By name: each text that is given, none for a flag or an option without its value. */
  named: ReadonlyMap<string, readonly string[]>;
  /** Options that the command does not know. */
  unknown: readonly string[];
}

/** The values of a command line. Throws one `RangeError` for all that is wrong with it. */
export function readWords(command: Command, words: Typed): Record<string, unknown> {
  const faults: string[] = [];
  const given: Record<string, unknown> = {};
  readArguments(command, words, given, faults);
  readOptions(command, words, given, faults);
  const known = Object.keys(command.options).map(flagOf);
  faults.push(...words.unknown.map((flag) => unknownName(flag, "an option", known)), ...clashes(command, words));
  if (faults.length > 0) refuse([...faults.map((fault) => `${command.name}: ${fault}`), "(--help shows how)"]);
  return given;
}

function readArguments(
  { arguments: wanted }: Command,
  { operands, unknown }: Typed,
  given: Record<string, unknown>,
  faults: string[],
): void {
  const places = Object.entries(wanted);
  if (unknown.length > 0) return; // whether a word belongs to an unknown option is unknown
  if (operands.length > places.length) {
    const shown = places.map(([key, option]) => shownArgument(key, option)).join(" ");
    faults.push(`takes ${shown || "no argument"}, got ${operands.join(" ")}`);
  }
  places.forEach(([key, option], place) => {
    if (place < operands.length) given[key] = valueOf(`<${key}>`, option, operands[place], faults);
    else if (!option.optional) faults.push(`<${key}> must be given, got nothing`);
  });
}

function readOptions({ options }: Command, { named }: Typed, given: Record<string, unknown>, faults: string[]): void {
  for (const [key, option] of Object.entries(options)) {
    const texts = named.get(key);
    if (texts === undefined) {
      if (option.fallback !== undefined) given[key] = option.fallback;
      else if (option.sure) faults.push(`${flagOf(key)} must be given, got nothing`);
    } else if (texts.length === 0) given[key] = option.bare ?? true;
    else {
      const values = texts.map((text) => valueOf(flagOf(key), option, text, faults));
      given[key] = option.many ? values.flat() : values.at(-1);
    }
  }
}

function valueOf(who: string, option: Option, text: string, faults: string[]): unknown {
  const value = option.read(text);
  if (value === undefined) {
    const near = option.choices && nearest(text, option.choices);
    faults.push(
      `${who} must be ${option.must(text)}, got ${text || "nothing"}${near ? `; did you mean ${near}?` : ""}`,
    );
  }
  return value;
}

function clashes({ options }: Command, { named }: Typed): string[] {
  return [...named.keys()].flatMap((key) =>
    (options[key].without ?? [])
      .filter((other) => named.has(other))
      .map((other) => `${flagOf(key)} cannot be given with '${shownOption(other, options[other])}', got both`),
  );
}
