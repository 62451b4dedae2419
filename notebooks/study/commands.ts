import { find } from "../../models/catalog.ts";
import { toText } from "../../models/core/index.ts";
import { shellWords } from "../../models/core/shell.ts";
import { commandText } from "../controls/address.ts";
import { type SweepJob } from "./sweep.ts";
import { type WorldsJob } from "./worlds.ts";

/** A command line of Ovation with these words. */
export const ovationText = (words: readonly (string | number)[]): string =>
  `npm run -s ovation -- ${shellWords(words.map(String))}`;

/** The command that runs these worlds in a terminal. */
export function runText({ model: name, parameters, network, seed, worlds, steps, redraw }: WorldsJob): string {
  const { model } = find(name);
  const text = commandText(
    model,
    { ...fallbacksOf(name), ...parameters },
    { network, seed, replicates: worlds, steps },
  );
  return redraw ? `${text} --redraw` : text;
}

/** The command that does this sweep in a terminal; its results folder has the same numbers in `summary.csv`. */
export function sweepText({ model, networks, vary, set, seed, worlds, steps, redraw }: SweepJob): string {
  const { parameters } = find(model).model;
  return ovationText([
    "sweep",
    model,
    ...networks.flatMap((network) => ["--network", network]),
    ...vary.flatMap((axis) => ["--vary", axis]),
    ...Object.entries(set)
      .map(([name, value]) => ({ name, parameter: parameters[name], text: toText(parameters[name], value) }))
      .filter(({ parameter, text }) => text !== toText(parameter, parameter.fallback))
      .flatMap(({ name, text }) => ["--set", `${name}=${text}`]),
    "--seed",
    seed,
    "--replicates",
    worlds,
    ...(steps === undefined ? [] : ["--steps", steps]),
    ...(redraw ? ["--redraw"] : []),
  ]);
}

const fallbacksOf = (model: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(find(model).model.parameters).map(([name, { fallback }]) => [name, fallback]));
