import { catalog } from "../../../models/catalog.ts";
import { type Parameter, type Parameters } from "../../../models/core/index.ts";
import { builtins, generators } from "../../../models/networks/specification.ts";
import { type Command, type Line } from "../command.ts";
import { flagOf, type Option } from "../option.ts";

/** A word that a shell offers; one with `@` is a placeholder for others: `@models`, `@file`, `@file:.yaml`. */
export interface Offer {
  word: string;
  about: string;
}

/**
 * What a shell offers where, by a key that the scripts make of the words before: `commands`, `commands
 * network`, `options run`, `follows run --network` and `follows run 1` (the first argument); `models`,
 * `networks`, `keys ring` (of a generator) and `settings bass` (of a model).
 */
export type Lists = ReadonlyMap<string, readonly Offer[]>;

/** All that the line, the catalogue and the networks offer. A script holds it, so that no key press starts Node. */
export async function listsOf({ commands, groups }: Line): Promise<Lists> {
  const lists = new Map<string, Offer[]>();
  const offer = (key: string, ...offers: Offer[]): unknown => lists.set(key, [...(lists.get(key) ?? []), ...offers]);
  for (const command of commands) {
    const [last, group] = command.name.split(" ").reverse() as [string, string?];
    if (group !== undefined && !lists.has(`commands ${group}`))
      offer("commands", { word: group, about: groups[group] });
    offer(group === undefined ? "commands" : `commands ${group}`, { word: last, about: command.about });
    for (const [key, offers] of await commandLists(command)) offer(key, ...offers);
  }
  offer("options", { word: "--help", about: "shows the commands" }, { word: "--version", about: "shows the version" });
  for (const { model } of catalog) {
    offer("models", { word: model.name, about: model.about });
    offer(`settings ${model.name}`, ...settingsOf(model.parameters));
  }
  for (const { kind, about } of builtins) offer("networks", { word: kind, about });
  for (const { kind, about, parameters } of generators) {
    offer("networks", { word: `${kind}:`, about });
    offer(`keys ${kind}`, ...settingsOf(parameters));
  }
  return lists;
}

async function commandLists({ name, arguments: places, options }: Command): Promise<[string, Offer[]][]> {
  const flags = Object.entries(options).map(([key, { about }]) => ({ word: flagOf(key), about }));
  const taking = Object.entries(options).filter(([, { takes }]) => takes !== undefined);
  const followed = [
    ...taking.map(([key, option]) => [flagOf(key), option] as const),
    ...Object.values(places).map((option, place) => [String(place + 1), option] as const),
  ];
  return [
    [`options ${name}`, [...flags, { word: "--help", about: "shows all this" }]],
    ...(await Promise.all(
      followed.map(async ([at, option]): Promise<[string, Offer[]]> => [
        `follows ${name} ${at}`,
        await valuesOf(option),
      ]),
    )),
  ];
}

async function valuesOf({ choices, words = choices ?? [], joined, paths, endings = [] }: Option): Promise<Offer[]> {
  const plain = typeof words === "function" ? await words() : typeof words === "string" ? [`@${words}`] : words;
  const path = paths === undefined ? [] : [[`@${paths}`, ...endings].join(":")];
  return [...(joined ? ["@joined"] : []), ...plain, ...path].map((word) => ({ word, about: "" }));
}

/** `name=` for each parameter, and `name=value` for each value where these are few. */
function settingsOf(parameters: Parameters): Offer[] {
  return Object.entries<Parameter>(parameters).flatMap(([name, { kind, options, about }]) => {
    const values = kind === "flag" ? ["true", "false"] : (options ?? [""]);
    return values.map((value) => ({ word: `${name}=${value}`, about }));
  });
}
