import { readFileSync } from "node:fs";
import { type Line } from "../command.ts";
import { fish } from "./fish.ts";
import { type Lists, listsOf } from "./lists.ts";

/** The completion script of a shell: lists that are made here, and the functions of a file in this folder. */
export async function completionScript(shell: "bash" | "zsh" | "fish", line: Line): Promise<string> {
  const lists = await listsOf(line);
  if (shell === "fish") return fish(lists, part("ovation.fish"));
  return `${shell === "zsh" ? "#compdef ovation\n" : ""}${listFunction(lists)}${part("offers.sh")}${part(`ovation.${shell}`)}`;
}

const part = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

/** A text in single quotes, for shells of the family of sh. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The lists as one function: for a key it prints, on each line, a word, a tab and its description. */
function listFunction(lists: Lists): string {
  const cases = [...lists].map(([key, offers]) => {
    const lines = offers.map(({ word, about }) => quoted(`${word}\t${about}`)).join(" ");
    return `    ${quoted(key)}) printf '%s\\n' ${lines || "''"} ;;\n`;
  });
  return `_ovation_list() {\n  case $1 in\n${cases.join("")}    *) return 1 ;;\n  esac\n}\n`;
}
