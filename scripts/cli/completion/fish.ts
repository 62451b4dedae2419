import { type Lists, type Offer } from "./lists.ts";

/** A text in single quotes, for fish. */
const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, "\\$&")}'`;

/**
 * The script for fish: its functions, the lists of models, settings and networks, and a line for each word of a
 * command.
 */
export function fish(lists: Lists, functions: string): string {
  const held = [...lists].filter(([key]) => /^(models|networks|keys .*|settings .*)$/.test(key));
  const cases = held.map(([key, offers]) => {
    const lines = offers.map(({ word, about }) => quoted(`${word}\t${about}`)).join(" ");
    return `        case ${quoted(key)}\n            printf '%s\\n' ${lines || "''"}\n`;
  });
  const groups = [...lists.keys()].filter((key) => key.startsWith("commands ")).map((key) => key.slice(9));
  const taking = [...lists.keys()].flatMap((key) => /^follows .* (--\S+)$/.exec(key)?.[1] ?? []);
  return [
    `set -g __ovation_groups ${groups.map(quoted).join(" ")}`,
    `set -g __ovation_taking ${[...new Set(taking)].map(quoted).join(" ")}`,
    `function __ovation_list\n    switch $argv[1]\n${cases.join("")}    end\nend`,
    functions,
    ...[...lists].flatMap(([key, offers]) => lineOf(lists, key, offers)),
    "",
  ].join("\n");
}

function lineOf(lists: Lists, key: string, offers: readonly Offer[]): string[] {
  const [, kind, rest = ""] = /^(\S+) ?(.*)$/.exec(key) ?? [];
  if (kind === "commands")
    return offers.map(({ word, about }) => `complete -c ovation ${at(rest)} -a ${quoted(word)} -d ${quoted(about)}`);
  if (kind === "options")
    return offers.map(({ word, about }) => {
      const option = `complete -c ovation ${at(rest)} -l ${word.slice(2)} -d ${quoted(about)}`;
      const values = lists.get(`follows ${rest} ${word}`);
      return values === undefined ? option : `${option} -r ${valuesOf(values)}`;
    });
  const place = / \d+$/.exec(rest)?.[0] ?? "";
  if (kind !== "follows" || place === "") return [];
  return [`complete -c ovation ${at(rest.slice(0, -place.length), place.trim())} ${valuesOf(offers)}`];
}

const at = (command: string, place = ""): string => `-n ${quoted(`__ovation_at ${quoted(command)} ${place}`.trim())}`;

/** What may follow: words, and paths where they are allowed. */
function valuesOf(offers: readonly Offer[]): string {
  const words = offers.map(({ word }) => word);
  const plain = words.filter((word) => !word.startsWith("@")).join(" ");
  const made = words
    .filter((word) => /^@(models|networks|settings)$/.test(word))
    .map((word) => (word === "@models" ? "(__ovation_list models)" : `(__ovation_${word.slice(1)})`));
  if (words.includes("@folder")) made.push("(__fish_complete_directories (commandline -ct))");
  const all = words.includes("@joined") ? [`(__ovation_joined ${plain})`] : [...made, plain];
  const paths = words.some((word) => word.startsWith("@file")) ? "-F" : "-f";
  const offered = all.join(" ").trim();
  return offered === "" ? paths : `${paths} -a ${quoted(offered)}`;
}
