import { type Command, type Line } from "../../scripts/cli/command.ts";
import { follow } from "../../scripts/cli/program.ts";
import { line as usual } from "../../scripts/commands/line.ts";

/** What a command line asks for, read and checked, and not done. Throws what reading throws. */
export async function readLine(
  words: readonly string[],
  line: Line = usual,
): Promise<{ command: Command; given: Readonly<Record<string, unknown>> }> {
  let asked: { command: Command; given: Readonly<Record<string, unknown>> } | undefined;
  await follow(line, words, (command, given) => {
    asked = { command, given };
  });
  if (asked === undefined) throw new Error(`${words.join(" ")}: no command was called`);
  return asked;
}

/** The words of a command line as a shell without redirections would split it. */
export const wordsOf = (text: string): string[] =>
  [...text.replace(/ > .*$/, "").matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, ...one]: (string | undefined)[]) => one.find((word) => word !== undefined) ?? "",
  );
