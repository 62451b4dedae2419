import { catalog } from "../../catalog.ts";
import { type Model, type Parameter, unknownName } from "../../core/index.ts";
import { market } from "../../market/market.ts";

/** The market that every arm shares, for what treats all models alike. */
export const theMarket: Model = market;

/** The programs that an arm can run: models of their room that hold the whole market. */
export const programs: readonly Model[] = catalog
  .filter(({ room, model }) => room === "programs" && model.name !== market.name)
  .map(({ model }) => model)
  .filter(({ parameters }) => Object.keys(market.parameters).every((name) => Object.hasOwn(parameters, name)));

/** The program of that name. Throws `RangeError` with the nearest right name. */
export function programNamed(name: string): Model {
  const found = programs.find((program) => program.name === name);
  if (!found)
    throw new RangeError(
      unknownName(
        name,
        "a program",
        programs.map((program) => program.name),
      ),
    );
  return found;
}

/** What a program adds to the parameters of the market. */
export function ownParameters({ parameters }: Pick<Model, "parameters">): Record<string, Parameter> {
  return Object.fromEntries(
    Object.entries<Parameter>(parameters).filter(([name]) => !Object.hasOwn(market.parameters, name)),
  );
}
