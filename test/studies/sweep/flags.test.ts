import { expect, test } from "vitest";
import { defineModel, type Model, nodes, real } from "../../../models/core/index.ts";
import { experimentFromFlags } from "../../../models/studies/sweep/flags.ts";
import { readExperiment } from "../../../models/studies/sweep/file.ts";

const shop: Model = defineModel({
  name: "shop",
  about: "Does nothing.",
  source: "made for these tests",
  parameters: {
    probability: real(0.1, { min: 0, max: 1, about: "chance" }),
    seeds: nodes({ about: "first customers" }),
  },
  state: {},
  streams: {},
  steps: 1,
  setup: () => undefined,
  step: () => false,
  measures: { reach: { about: "reached", unit: "customers", of: () => 1 } },
});

test("flags and file that ask for the same are the same experiment", async () => {
  const flags = experimentFromFlags(shop, {
    network: ["karate"],
    vary: ["probability=0..1/5", "seeds=0,33+1"],
    baseline: ["probability=0.25"],
    seed: 7,
    replicates: 20,
  });
  const file = await readExperiment(
    "model: shop\nnetwork: karate\nvary: {probability: 0..1/5, seeds: [[0], [33, 1]]}\nbaseline: {probability: 0.25}\nseed: 7\nreplicates: 20\n",
    "sweep.yaml",
    () => shop,
  );
  expect(flags).toEqual(file);
  expect(flags.cells).toHaveLength(10);
});

test("a model asked for by path keeps its path", () => {
  expect(experimentFromFlags(shop, { model: "./shop.ts", network: ["karate"] }).model).toBe("./shop.ts");
});

test("every fault of the flags is told at once", () => {
  const wrong = {
    network: ["karate"],
    vary: ["probability=0..2/5", "0..1", "seeds=1", "seeds=2"],
    set: ["probabilty=0.1"],
  };
  expect(() => experimentFromFlags(shop, wrong)).toThrow(
    [
      "vary: must be name=…, got 0..1",
      "vary: seeds must be given once, got it twice",
      "shop: probability must be a real number from 0 to 1, got 2",
      "shop: probabilty is not a parameter; did you mean probability? known: probability, seeds",
    ].join("\n"),
  );
});
