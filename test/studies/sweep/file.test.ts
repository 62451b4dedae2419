import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { type Model } from "../../../models/core/index.ts";
import { type Experiment } from "../../../models/studies/sweep/experiment.ts";
import { experimentSchema, readExperiment } from "../../../models/studies/sweep/file.ts";
import { shop, read, faults } from "../../support/shop.ts";

test("a short file is a whole experiment, with its defaults", async () => {
  const { cells, axes, ...rest } = await read("model: shop\nnetwork: karate\nvary:\n  probability: 0..1/3\n");
  expect(rest).toEqual({
    model: "shop",
    network: ["karate"],
    set: {},
    design: "factorial",
    replicates: 100,
    seed: "1",
    merged: 0,
  });
  expect(axes).toEqual([{ name: "probability", from: 0, to: 1, count: 3 }]);
  expect(cells).toEqual(
    [0, 0.5, 1].map((probability) => ({ point: { probability }, network: "karate", parameters: { probability } })),
  );
});

test("every key is read", async () => {
  const experiment = await read(`
title: How far does a recommendation travel?
question: Does the channel matter?
model: shop
network: [karate, "erdos-renyi:nodes=100,degree=4"]
nodes: people.csv
vary:
  probability: {from: 0.01, to: 1, count: 3, scale: log}
  seedCount: [1, 5]
set:
  seeds: [0, 33]
  weighting: edge
  open: false
design: factorial
replicates: 50
until: {measure: reach, width: 0.02, relative: true, most: 5000}
seed: spring
steps: 20
baseline: {seedCount: 1}
measures: [rounds, reach]
`);
  expect(experiment).toMatchObject({
    title: "How far does a recommendation travel?",
    question: "Does the channel matter?",
    nodes: "people.csv",
    set: { seeds: ["0", "33"], weighting: "edge", open: false },
    replicates: 50,
    until: { measure: "reach", width: 0.02, relative: true, most: 5000 },
    seed: "spring",
    steps: 20,
    baseline: { seedCount: 1 },
    measures: ["rounds", "reach"],
  });
  expect(experiment.cells).toHaveLength(12);
  expect(experiment.cells[7]).toEqual({
    point: { network: "erdos-renyi:nodes=100,degree=4", probability: 0.01, seedCount: 5 },
    network: "erdos-renyi:nodes=100,degree=4",
    parameters: { seeds: ["0", "33"], weighting: "edge", open: false, probability: 0.01, seedCount: 5 },
  });
});

test("faults of shape are told all at once, each with its line, what must hold, what came and the nearest key", async () => {
  expect(
    await faults(`model: shop
netwrk: karate
vary:
  probability: {from: 0, to: 1, cout: 4}
  seedCount:
    from: 1
    to: 9
    count: 1
  weighting: []
  open: {of: 3}
design: facto
replicates: 0
until: {measure: reach, width: wide}
`),
  ).toEqual([
    "sweep.yaml:1: network must be a network or a list of networks, got nothing",
    expect.stringMatching(/^sweep\.yaml:2: netwrk is not a key here; did you mean network\? known: title, /),
    "sweep.yaml:4: vary.probability.cout is not a key here; did you mean count? known: from, to, count, scale",
    "sweep.yaml:8: vary.seedCount.count must be a whole number of at least 2, got 1",
    "sweep.yaml:9: vary.weighting must be a list of at least one of settings, got []",
    "sweep.yaml:10: vary.open.from must be a real number, got nothing",
    "sweep.yaml:10: vary.open.to must be a real number, got nothing",
    "sweep.yaml:10: vary.open.of is not a key here; did you mean to? known: from, to, count, scale",
    'sweep.yaml:11: design must be one of factorial, one-at-a-time, latin-hypercube, sobol, crossed, got "facto"',
    "sweep.yaml:12: replicates must be a whole number of at least 1, got 0",
    'sweep.yaml:13: until.width must be a real number, got "wide"',
  ]);
});

test("faults against the model are told all at once, each with its line", async () => {
  expect(
    await faults(`model: shop
network: [karate, karate]
vary:
  probability: {from: 0, to: 2, count: 4}
  seedCont: 1..10
  seedCount: 0..3
  weighting: uniform, edgy
set: {open: 3, probability: 0.2}
measures: [raech]
until: {measure: reach, width: -1}
points: 3
levers: [probability]
`),
  ).toEqual([
    "sweep.yaml:2: network: networks must differ, got one twice",
    "sweep.yaml:4: shop: probability must be a real number from 0 to 1, got 2",
    expect.stringMatching(
      /^sweep\.yaml:5: shop: seedCont is not a parameter; did you mean seedCount\? known: probability/,
    ),
    "sweep.yaml:6: shop: seedCount must be a whole number of at least 1, got 0",
    'sweep.yaml:7: shop: weighting must be one of uniform, edge, got "edgy"',
    "sweep.yaml:8: shop: open must be true or false, got 3",
    "sweep.yaml:8: set: probability must not be varied as well, got both",
    "sweep.yaml:9: measures: raech is not a measure; did you mean reach? known: reach, rounds",
    "sweep.yaml:10: until: width must be a real number above 0, got -1",
    "sweep.yaml:11: points: must be left out of a factorial design, got 3",
    'sweep.yaml:12: levers: must be left out of a factorial design, got ["probability"]',
  ]);
});

test("a seed is any text, also none; a second document is refused", async () => {
  expect((await read("model: shop\nnetwork: karate\nseed: ''")).seed).toBe("");
  expect((await read("model: shop\nnetwork: karate\nseed: 7")).seed).toBe("7");
  await expect(read("model: shop\nnetwork: karate\n---\nmodel: shop")).rejects.toThrow(
    "sweep.yaml:3: an experiment must be one document",
  );
});

test("a parameter called network is not varied beside several networks", async () => {
  const named: Model = { ...shop, name: "named", parameters: { network: shop.parameters.probability } };
  const several = (networks: string): Promise<Experiment> =>
    readExperiment(`model: named\nnetwork: ${networks}\nvary: {network: [0, 1]}`, "sweep.yaml", () =>
      Promise.resolve(named),
    );
  expect((await several("karate")).cells.length).toBe(2);
  await expect(several("[karate, florentine]")).rejects.toThrow("sweep.yaml:2: network: there must be only one");
});

test("a model that is not there is told at its line", async () => {
  expect(await faults("network: karate\nmodel: shoop\n")).toEqual(["sweep.yaml:2: shoop is not a model; known: shop"]);
});

test("files that are no YAML, too large or full of aliases are refused", async () => {
  expect(await faults("model: shop\nmodel: shop\nnetwork: [")).toEqual([
    "sweep.yaml:2: Map keys must be unique",
    expect.stringMatching(/^sweep\.yaml:3: /),
  ]);
  expect(await faults("")).toEqual(["sweep.yaml:1: an experiment must be a mapping with model and network, got null"]);
  expect(await faults("- 1\n- 2")).toEqual([
    "sweep.yaml:1: an experiment must be a mapping with model and network, got [1,2]",
  ]);
  expect(await faults(`title: ${"x".repeat(1_000_001)}`)).toEqual([
    "sweep.yaml: must have at most 1000000 characters, got 1000008",
  ]);
  expect(await faults(`a: &a [1]\nb: [${"*a,".repeat(101)}]`)).toEqual([
    "sweep.yaml: must have at most 100 aliases, got 101",
  ]);
  const bomb = [
    "a: &a [x,x,x,x,x,x,x,x,x]",
    ..."bcdefgh".split("").map((key, k) => `${key}: &${key} [${Array(9).fill(`*${"abcdefg"[k]}`).join()}]`),
  ].join("\n");
  expect(await faults(bomb)).toEqual(["sweep.yaml: Excessive alias count indicates a resource exhaustion attack"]);
  expect(await faults("model: *nobody\nnetwork: karate")).toHaveLength(1);
});

test("no file crashes the reader: it is read or refused with its name", async () => {
  const word = fc.oneof(
    fc.constantFrom(
      "model",
      "network",
      "vary",
      "set",
      "shop",
      "karate",
      "probability",
      "0..1/3",
      "points",
      "until",
      "__proto__",
    ),
    fc.string(),
  );
  const { tree } = fc.letrec<{ tree: unknown; node: unknown }>((tie) => ({
    tree: fc.dictionary(word, tie("node"), { maxKeys: 6 }),
    node: fc.oneof(
      { maxDepth: 3 },
      word,
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("node"), { maxLength: 4 }),
      tie("tree"),
    ),
  }));
  const source = fc.oneof(
    fc.string(),
    tree.map((value) => stringify({ model: "shop", network: "karate", ...(value as object) })),
  );
  await fc.assert(
    fc.asyncProperty(source, async (text) => {
      for (const line of await faults(text)) expect(line).toMatch(/^sweep\.yaml:/);
    }),
    { numRuns: 500 },
  );
});

test("the schema for editors knows every key and refuses others", () => {
  const schema = experimentSchema() as {
    properties: Record<string, unknown>;
    required: string[];
    additionalProperties: boolean;
  };
  expect(Object.keys(schema.properties)).toContain("baseline");
  expect(schema.required).toEqual(["model", "network"]);
  expect(schema.additionalProperties).toBe(false);
});
