import { digest, type Model, type Network, measureNames, simulator } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";

/** Where a model runs in tests that hold for all models: its own usual network, else the karate club. */
export function usualNetwork({ defaultNetwork, parameters }: Model): Network {
  const fallbacks = Object.fromEntries(Object.entries(parameters).map(([name, { fallback }]) => [name, fallback]));
  return generate(defaultNetwork?.(fallbacks) ?? "karate", "every model");
}

/** Long enough to see a model move, short enough to try all of them. */
export const STEPS = 12;

/** The measures of worlds 0 … worlds − 1, one after the other. */
export function measuresOf(model: Model, network: Network, { worlds = 5, kernel = true } = {}): Float64Array {
  const width = measureNames(model).length;
  const all = new Float64Array(worlds * width);
  const simulate = simulator(model, network, { seed: "every model", steps: STEPS, kernel });
  for (let world = 0; world < worlds; world++) simulate(world, all.subarray(world * width, (world + 1) * width));
  return all;
}

/** A fingerprint of what a model does; NaN counts as itself. */
export const digestOf = (model: Model): string => digest(measuresOf(model, usualNetwork(model)));
