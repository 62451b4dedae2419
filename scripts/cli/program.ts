import { Argument, Command as Parser, Option as Flag } from "commander";
import { version } from "../disk/version.ts";
import { type Command, type Line } from "./command.ts";
import { type Option, shownArgument, shownOption } from "./option.ts";
import { readWords, type Typed } from "./reading.ts";

/** What to do with a command once its words are read. */
export type Doing = (command: Command, given: Readonly<Record<string, unknown>>, line: Line) => Promise<void> | void;

/**
 * Reads the words of a command line and runs the command. Throws `RangeError` where they are wrong, and
 * commander's error, already printed, where there is no such command or help was requested.
 */
export async function follow(
  line: Line,
  words: readonly string[],
  does: Doing = (command, given) => command.act(given, line),
): Promise<void> {
  const root = new Parser("ovation")
    .description(line.about)
    .version(version())
    .showHelpAfterError("(--help shows how)")
    .configureOutput({
      outputError: (text, write) => write(text.replace(NO_VALUE, "$1 must be followed by $2, got nothing")),
    })
    .configureHelp({ subcommandTerm: (one) => (one.commands.length > 0 ? one.name() : `${one.name()} ${one.usage()}`) })
    .exitOverride();
  for (const command of line.commands) {
    const parser = parserOf(root, command, line, await notesFor(command, words));
    parser.action(async () => {
      await does(command, readWords(command, sorted(command, parser, words)), line);
    });
  }
  await root.parseAsync(words, { from: "user" });
}

/** How commander says that the last word is an option without its value. */
const NO_VALUE = /^error: option '(--\S+) (\S+)' argument missing/;

/** The notes of a command; those that take long are made only where the words are for this command. */
async function notesFor({ name, notes }: Command, words: readonly string[]): Promise<string | undefined> {
  if (typeof notes !== "function") return notes;
  const own = name.split(" ");
  return own.every((word, at) => words[at] === word) ? await notes() : undefined;
}

function parserOf(
  root: Parser,
  { name, about, arguments: places, options, examples }: Command,
  line: Line,
  notes: string | undefined,
): Parser {
  const [last, group] = name.split(" ").reverse();
  const parser = groupOf(root, group, line).command(last).description(about);
  const shown = Object.entries(places).map(([key, option]) => {
    parser.addArgument(new Argument(`[${key}]`, option.about)); // a missing one is reported with all other faults
    return shownArgument(key, option);
  });
  parser
    .usage(["[options]", ...shown].join(" "))
    .allowUnknownOption()
    .allowExcessArguments();
  for (const [key, option] of Object.entries(options)) parser.addOption(written(key, option));
  const below = notes === undefined ? "" : `\n${notes}\n`;
  return parser.addHelpText(
    "after",
    `${below}\nExample: ${examples.map((one) => `ovation ${one}`).join(`\n${" ".repeat(9)}`)}`,
  );
}

function groupOf(root: Parser, group: string | undefined, { groups }: Line): Parser {
  if (group === undefined) return root;
  return root.commands.find((one) => one.name() === group) ?? root.command(group).description(groups[group]);
}

function written(key: string, option: Option): Flag {
  const { about, fallback, choices, takes } = option;
  const flag = new Flag(shownOption(key, option), about);
  if (fallback !== undefined) flag.default(fallback);
  flag.argChoices = choices && [...choices];
  return takes === undefined
    ? flag
    : flag.argParser<string[]>((text, before) => [...(Array.isArray(before) ? before : []), text]);
}

/** What commander made of the words. It sets unknown options behind the other operands. */
function sorted({ options }: Command, parser: Parser, words: readonly string[]): Typed {
  const mark = words.indexOf("--");
  const literal = mark < 0 ? [] : words.slice(mark + 1);
  const isUnknown = (word: string): boolean => /^-./.test(word) && !literal.includes(word);
  const named = Object.keys(options).filter((key) => parser.getOptionValueSource(key) === "cli");
  return {
    operands: parser.args,
    unknown: parser.args.filter(isUnknown).map((word) => word.split("=")[0]),
    named: new Map(named.map((key) => [key, listed(parser.getOptionValue(key))])),
  };
}

const listed = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);
