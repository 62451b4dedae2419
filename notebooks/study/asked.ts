import { type Parameter, type Parameters, text, type Values, whole } from "../../models/core/index.ts";

/** The seed, the same on every page. */
export const seed = (): Parameter<string> =>
  text("1", /^\S+$/, {
    about: "names the worlds: the same seed gives the same worlds, here and in a terminal",
    must: "a text without spaces",
  });

/** The number of worlds; more than `most` would keep the reader waiting. */
export const worlds = (usual: number, most: number): Parameter<number> =>
  whole(usual, { min: 2, max: most, about: "number of worlds", unit: "worlds" });

/** The values of some of the settings, such as those that belong to a model. */
export function valuesOf<P extends Parameters>(parameters: P, settings: Record<string, unknown>): Values<P> {
  return Object.fromEntries(Object.keys(parameters).map((name) => [name, settings[name]])) as Values<P>;
}

/** The same parameters with other defaults, such as those that show an effect in a small world. */
export function usually<P extends Parameters>(parameters: P, usual: { [K in keyof P]?: Values<P>[K] }): P {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      { ...parameter, fallback: usual[name] ?? parameter.fallback },
    ]),
  ) as unknown as P;
}
