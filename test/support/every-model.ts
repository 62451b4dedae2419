import { digest, type Model, type Network, measureNames, type Parameter, simulator } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";

/** The seed of worlds and networks in tests that hold for all models. */
export const SEED = "every model";

/** Where a model runs in them: its own usual network, else the karate club. */
export function usualPlace({ defaultNetwork, parameters }: Model): string {
  const fallbacks = Object.fromEntries(Object.entries(parameters).map(([name, { fallback }]) => [name, fallback]));
  return defaultNetwork?.(fallbacks) ?? "karate";
}
export const usualNetwork = (model: Model): Network => generate(usualPlace(model), SEED);

/** Long enough to see a model move, short enough to try all of them. */
export const STEPS = 12;

/** How many worlds a digest is of. */
export const WORLDS = 5;

interface Job {
  /** The first world. */
  from?: number;
  worlds?: number;
  kernel?: boolean;
  parameters?: Record<string, unknown>;
}

/** There are many NaN, and 0/0 gives another one on other processors: a digest is of the plain one. */
const oneNaN = (value: number): number => (Number.isNaN(value) ? NaN : value);

/** The measures of worlds `from` … from + worlds − 1, one after the other. */
export function measuresOf(
  model: Model,
  network: Network,
  { from = 0, worlds = WORLDS, kernel = true, parameters = {} }: Job = {},
): Float64Array {
  const width = measureNames(model).length;
  const all = new Float64Array(worlds * width);
  const simulate = simulator(model, network, { parameters, seed: SEED, steps: STEPS, kernel });
  for (let k = 0; k < worlds; k++) simulate(from + k, all.subarray(k * width, (k + 1) * width));
  return all.map(oneNaN);
}

/** A fingerprint of what a model does; NaN counts as itself. */
export const digestOf = (model: Model, parameters: Record<string, unknown> = {}): string =>
  digest(measuresOf(model, usualNetwork(model), { parameters }));

/** One number of a model to vary: its fallback and another value that changes what comes out. */
export interface Variation {
  name: string;
  fallback: number;
  other: number;
}

/** The first parameter that can be varied, levers before others. Throws `RangeError` if a model has none. */
export function variationOf(model: Model): Variation {
  const plain = digestOf(model);
  const numbers = Object.entries(model.parameters as Record<string, Parameter>).filter(
    ([, { kind }]) => kind === "real" || kind === "whole",
  );
  for (const [name, parameter] of numbers.sort(([, a], [, b]) => Number(b.lever ?? false) - Number(a.lever ?? false))) {
    const fallback = Number(parameter.fallback);
    const { min = -Infinity, max = Infinity } = parameter;
    for (const other of [2 * fallback, fallback / 2, fallback + 1].filter(
      (value) => value !== fallback && value >= min && value <= max,
    )) {
      if (moves({ [name]: fallback }, false) && moves({ [name]: other }, true)) return { name, fallback, other };
    }
  }
  throw new RangeError(`${model.name}: must have a number to vary, got none that changes anything`);

  /** Whether the model takes these parameters and then does, or does not, something else. */
  function moves(parameters: Record<string, number>, different: boolean): boolean {
    try {
      return (digestOf(model, parameters) !== plain) === different;
    } catch (error) {
      if (error instanceof RangeError) return false; // a parameter that only counts beside another
      throw error;
    }
  }
}
