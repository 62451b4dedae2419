import { type Attribute, finish, network, type Network, refuse, start, stepLimit } from "../../core/index.ts";
import { readSet, usualNetwork } from "../asking/settings.ts";
import { type Sources } from "../work/sources.ts";

/** A world of a model, as the options of the command line state it. */
export interface ModelWorld {
  model: string;
  set?: readonly string[];
  /** World r of the seed; 0 unless stated. */
  world?: number;
  /** The model's default unless stated. */
  steps?: number;
  seed: string;
}

/** The network that `run` uses by default. */
export async function networkOfModel(
  { model: name, set }: ModelWorld,
  { load }: Pick<Sources, "load">,
): Promise<string> {
  const { model } = await load(name);
  return usualNetwork(model, readSet(model, set));
}

/**
 * The network after a run of a model: each column of the state at the end becomes an attribute of the same name. Throws
 * `RangeError` where the people already have that attribute.
 */
export async function peopleOfWorld(
  on: Network,
  { model: name, set, world, steps, seed }: ModelWorld,
  { load }: Pick<Sources, "load">,
): Promise<Network> {
  const { model } = await load(name);
  const own = start(model, on, { parameters: readSet(model, set), seed, world });
  finish(own, stepLimit(model, steps));
  const columns = Object.entries(own.state).filter(([, { length }]) => length === on.size);
  refuse(
    columns
      .filter(([column]) => Object.hasOwn(on.attributes, column))
      .map(([column]) => `degrees: ${column} must be a column of ${name} or of the people, got both`),
  );
  const made = columns.map(([column, values]): [string, Attribute] => [
    column,
    { kind: "number", values: Float64Array.from(values) },
  ]);
  const { directed, out, in: into, keys, attributes } = on;
  return network({ directed, out, in: into, keys, attributes: { ...attributes, ...Object.fromEntries(made) } });
}
