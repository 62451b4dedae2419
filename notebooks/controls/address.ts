import {
  fromText,
  type Given,
  type Model,
  type Parameter,
  type Parameters,
  toText,
  valueFaults,
  type Values,
} from "../../models/core/index.ts";
import { shellWords } from "../../models/core/shell.ts";

/** The part of a model that a form needs. */
export type Asked<P extends Parameters> = Pick<Model, "name" | "about"> & { parameters: P };

/** The error of a value in the words of the model, or undefined if the value is valid. */
export function valueFault(name: string, parameter: Parameter, value: unknown): string | undefined {
  const faults = valueFaults(name, parameter, value);
  return faults.length > 0 ? faults.join("\n") : undefined;
}

/** The values that differ from their defaults, in the order of the definition. */
export function differing<P extends Parameters>({ parameters }: Asked<P>, values: Values<P>): Given<P> {
  const text = (name: string, value: unknown): string => toText(parameters[name], value);
  const entries = Object.entries(values).filter(
    ([name, value]) => text(name, value) !== text(name, parameters[name].fallback),
  );
  return Object.fromEntries(entries) as Given<P>;
}

/** The address with the values that differ from their defaults; other parts of `base`, such as the seed, stay. */
export function toAddress<P extends Parameters>(
  model: Asked<P>,
  values: Values<P>,
  base = new URLSearchParams(),
): URLSearchParams {
  const address = new URLSearchParams(base);
  for (const name of Object.keys(model.parameters)) address.delete(name);
  for (const [name, value] of Object.entries(differing(model, values)))
    address.set(name, toText(model.parameters[name], value));
  return address;
}

/** The texts in an address for this model's parameters. Other names are ignored; of a repeated name the last counts. */
export function textsFrom<P extends Parameters>(
  { parameters }: Asked<P>,
  address: URLSearchParams,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, text] of address) if (Object.hasOwn(parameters, name)) texts[name] = text;
  return texts;
}

/** The valid values in an address, in the form the model takes, and the errors of the others. */
export function fromAddress<P extends Parameters>(
  model: Asked<P>,
  address: URLSearchParams,
): { given: Given<P>; faults: string[] } {
  const given: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [name, text] of Object.entries(textsFrom(model, address))) {
    const value = fromText(model.parameters[name], text);
    const fault = valueFault(name, model.parameters[name], value);
    if (fault === undefined) given[name] = value;
    else faults.push(`${model.name}: ${fault}`);
  }
  return { given: given as Given<P>, faults };
}

/** The settings of a run other than its parameters; the model's own are used for those left out. */
export interface RunFacts {
  network?: string;
  seed?: string | number;
  replicates?: number;
  steps?: number;
}

/** The command that gives the same run in a terminal, as one line for a POSIX shell. */
export function commandText<P extends Parameters>(
  model: Asked<P>,
  values: Values<P>,
  { network, seed, replicates, steps }: RunFacts = {},
): string {
  const words = ["run", model.name];
  if (network !== undefined) words.push("--network", network);
  for (const [name, value] of Object.entries(differing(model, values)))
    words.push("--set", `${name}=${toText(model.parameters[name], value)}`);
  if (seed !== undefined) words.push("--seed", String(seed));
  if (replicates !== undefined) words.push("--replicates", String(replicates));
  if (steps !== undefined) words.push("--steps", String(steps));
  return `npm run -s ovation -- ${shellWords(words)}`;
}
