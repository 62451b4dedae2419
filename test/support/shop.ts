import { choice, defineModel, flag, type Model, nodes, real, whole } from "../../models/core/index.ts";
import { type Experiment } from "../../models/studies/sweep/experiment.ts";
import { readExperiment } from "../../models/studies/sweep/file.ts";

export const shop: Model = defineModel({
  name: "shop",
  about: "Does nothing; carries every kind of parameter.",
  source: "made for these tests",
  parameters: {
    probability: real(0.1, { min: 0, max: 1, about: "chance" }),
    seedCount: whole(1, { min: 1, max: Infinity, about: "first customers", lever: true }),
    weighting: choice(["uniform", "edge"], { about: "weights" }),
    seeds: nodes({ about: "first customers by key" }),
    open: flag(true, { about: "open" }),
  },
  state: {},
  streams: {},
  steps: 1,
  setup: () => undefined,
  step: () => false,
  measures: {
    reach: { about: "reached", unit: "customers", of: () => 1 },
    rounds: { about: "time", unit: "rounds", of: () => 1 },
  },
});
export const find = (name: string): Model => {
  if (name !== "shop") throw new RangeError(`${name} is not a model; known: shop`);
  return shop;
};
export const read = (text: string): Promise<Experiment> => readExperiment(text, "sweep.yaml", find);
export const faults = async (text: string): Promise<string[]> =>
  read(text).then(
    () => [],
    (error: unknown) => (error as Error).message.split("\n"),
  );
