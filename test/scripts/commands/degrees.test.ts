import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { start } from "../../../models/core/index.ts";
import { copyingChain } from "../../../models/influence/copying-chain.ts";
import { type Degrees } from "../../../models/influence/degrees/statistic.ts";
import { conditionsOf } from "../../../models/influence/estimators/conditions.ts";
import { generate } from "../../../models/networks/specification.ts";
import { ovation } from "../../support/command.ts";
import { temporaryFolder } from "../../support/folder.ts";

test("the karate club's two factions cluster to two steps, the same on any number of threads", async () => {
  const words = [
    "degrees",
    "--network",
    "karate",
    "--trait",
    "club",
    "--value",
    "president",
    "--distances",
    "2",
    "--json",
  ];
  const [one, two] = [await ovation(...words, "--threads", "1"), await ovation(...words, "--threads", "2")];
  expect(one).toMatchObject({ code: 0, err: "" });
  expect(two.out).toBe(one.out);
  const { trait, prevalence, nodes, influence, degrees, warning } = JSON.parse(one.out) as Degrees & {
    warning: string;
  };
  expect({ trait, prevalence, nodes, influence }).toEqual({ trait: "club", prevalence: 0.5, nodes: 34, influence: 2 });
  expect(degrees.map(({ distance, pairs }) => [distance, pairs])).toEqual([
    [1, 156],
    [2, 530],
  ]);
  expect(degrees[0].expected).toBe(16 / 33);
  expect(warning).toContain("cannot show why");
});

test("one's own files: missing values are counted and told, wrong names refused with the right ones", async () => {
  const folder = temporaryFolder();
  const ties = join(folder, "ties.csv");
  const people = join(folder, "people.csv");
  writeFileSync(ties, "who,whom\na,b\nb,c\nc,d\nd,a\na,e\n");
  writeFileSync(people, "id,adopted,village\na,1,x\nb,0,x\nc,1,y\nd,,y\ne,0,\n");
  const told = await ovation("degrees", "--network", ties, "--nodes", people, "--trait", "adopted", "--distances", "1");
  expect(told.code).toBe(0);
  expect(told.out).toContain("1 of 5 people are left out");
  expect(told.out).toContain("contagion");
  const wrong = await ovation(
    "degrees",
    "--network",
    ties,
    "--nodes",
    people,
    "--trait",
    "adoptd",
    "--blocks",
    "vilage",
    "--json",
  );
  expect(wrong).toMatchObject({ code: 2, out: "" });
  expect(wrong.err).toContain("did you mean adopted?");
  expect(wrong.err).toContain("did you mean village?");
});

test("without data there is the laboratory, the same on any number of threads; without a trait or a laboratory there is nothing to do", async () => {
  const words = ["degrees", "--laboratory", "--worlds", "2", "--quiet", "--json"];
  const [one, two, none] = await Promise.all([
    ovation(...words, "--threads", "1"),
    ovation(...words, "--threads", "2"),
    ovation("degrees", "--json"),
  ]);
  expect(one).toMatchObject({ code: 0, err: "" });
  expect(two.out).toBe(one.out);
  const { outcomes } = JSON.parse(one.out) as {
    outcomes: { name: string; worlds: number; curve: unknown[]; scores: { estimator: string }[] }[];
  };
  expect(outcomes.map(({ name }) => name)).toEqual(["nothing", "contagion", "homophily", "context", "a third each"]);
  for (const { worlds, curve, scores } of outcomes) expect([worlds, curve.length, scores.length]).toEqual([2, 3, 6]);
  expect(none).toMatchObject({ code: 2, out: "" });
  expect(none.err).toContain("--trait must name an attribute");
});

test("the laboratory takes no data of one's own", async () => {
  const both = await ovation("degrees", "--laboratory", "--trait", "club");
  expect(both).toMatchObject({ code: 2, out: "" });
  expect(both.err).toContain("'--trait <attribute>'");
});

test("one person's degrees, by key; an unknown one is refused", async () => {
  const [one, told, none, both] = await Promise.all([
    ovation("degrees", "--person", "0", "--probability", "1", "--json"),
    ovation("degrees", "--person", "0", "--probability", "1"),
    ovation("degrees", "--person", "99"),
    ovation("degrees", "--person", "0", "--trait", "club"),
  ]);
  const { degrees } = JSON.parse(one.out) as { degrees: { people: number; reached: number }[] };
  expect(degrees.map(({ people, reached }) => [people, reached])).toEqual([
    [16, 16],
    [9, 9],
    [8, 8],
  ]);
  expect(none).toMatchObject({ code: 2, out: "" });
  expect(none.err).toContain("99 is not a node");
  expect(told.out).toContain("Expected in 3 rounds: 33.00 of the 33 people at these distances.");
  expect(both).toMatchObject({ code: 2, out: "" });
});

test("the trait may be what a model made of the people: the same as with its column in a file", async () => {
  const folder = temporaryFolder();
  const people = join(folder, "people.csv");
  const network = generate("watts-strogatz:nodes=60,degree=4,rewire=0.1", "s");
  const { state } = start(copyingChain, network, { parameters: { copy: 0.7 }, seed: "s", world: 2 });
  writeFileSync(people, `id,has\n${Array.from(state.has, (has, i) => `${i},${has}`).join("\n")}\n`);
  const common = [
    "degrees",
    "--network",
    "watts-strogatz:nodes=60,degree=4,rewire=0.1",
    "--seed",
    "s",
    "--trait",
    "has",
  ];
  const made = ["--model", "copying-chain", "--set", "copy=0.7", "--world", "2"];
  const [file, model, told] = await Promise.all([
    ovation(...common, "--nodes", people, "--json"),
    ovation(...common, ...made, "--json"),
    ovation(...common, ...made),
  ]);
  expect(file).toMatchObject({ code: 0 });
  expect(model).toEqual({ ...file, err: "" });
  expect(told.out).toContain("World 2 of copying-chain on watts-strogatz:nodes=60,degree=4,rewire=0.1.");
});

test("without a network a model runs on its own; a column that is not 0 or 1 needs a threshold", async () => {
  const [own, reached, steps] = await Promise.all([
    ovation("degrees", "--model", "copying-chain", "--trait", "has", "--json"),
    ovation(
      "degrees",
      "--model",
      "independent-cascade",
      "--set",
      "seeds=0",
      "--set",
      "probability=0.2",
      "--trait",
      "reached",
    ),
    ovation(
      "degrees",
      "--model",
      "independent-cascade",
      "--set",
      "seeds=0",
      "--set",
      "probability=1",
      "--steps",
      "1",
      "--trait",
      "reached",
      "--threshold",
      "0",
      "--json",
    ),
  ]);
  const { nodes, degrees } = JSON.parse(own.out) as Degrees;
  expect([nodes, ...degrees.map(({ pairs }) => pairs)]).toEqual([1000, 999, 998, 997]);
  expect(reached).toMatchObject({ code: 2, out: "" });
  expect(reached.err).toContain("reached must be 0 or 1 unless value or threshold says who has it");
  expect((JSON.parse(steps.out) as Degrees).prevalence).toBe(17 / 34); // the first customer and all sixteen contacts
});

test("what goes with a model is refused without one, and all that is wrong in it told", async () => {
  const [without, both, wrong] = await Promise.all([
    ovation("degrees", "--trait", "club", "--set", "copy=0.5", "--world", "1"),
    ovation("degrees", "--person", "0", "--model", "copying-chain"),
    ovation("degrees", "--model", "copying-chain", "--trait", "has", "--set", "cpy=0.5", "--set", "prevalence=2"),
  ]);
  expect(without).toMatchObject({ code: 2, out: "" });
  expect(without.err).toBe(
    "degrees: --set must come with --model or --laboratory\ndegrees: --world must come with --model\n",
  );
  expect(both).toMatchObject({ code: 2, out: "" });
  expect(wrong).toMatchObject({ code: 2, out: "" });
  expect(wrong.err).toContain("did you mean copy?");
  expect(wrong.err).toContain("prevalence must be a real number from 0 to 1, got 2");
});

test("a world of one's own in the laboratory is the mixture that is known, given its shares; too much likeness is refused", async () => {
  const words = ["degrees", "--laboratory", "--worlds", "2", "--quiet"];
  const set = (values: Record<string, number>): string[] =>
    Object.entries(values).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
  const [own, known, much] = await Promise.all([
    ovation(...words, ...set({ homophily: 0.5, context: 0.47 }), "--json"),
    ovation(...words, ...set({ contagion: 0.5, homophily: 0.5, context: 0.47 }), "--json", "--threads", "2"),
    ovation(...words, ...set({ homophily: 0.8, context: 0.3 })),
  ]);
  interface Answer {
    outcomes: { name: string; parameters: Record<string, number>; network: string; scores: { truth: number }[] }[];
  }
  const [
    {
      outcomes: [alone],
    },
    {
      outcomes: [mixed],
    },
  ] = [own, known].map(({ out }) => JSON.parse(out) as Answer);
  const mixture = conditionsOf(1000)[4];
  expect(mixed).toMatchObject({ name: "your own", parameters: mixture.parameters, network: mixture.network });
  expect(alone.parameters).toEqual({ ...mixture.parameters, contagion: 0 });
  expect(alone.scores.map(({ truth }) => truth)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(much).toMatchObject({ code: 2, out: "" });
  expect(much.err).toContain("homophily + context must be at most 1");
});
