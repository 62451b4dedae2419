import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { find } from "../../../models/catalog.ts";
import { network, type Network } from "../../../models/core/index.ts";
import { METHODS } from "../../../models/programs/choosing/methods.ts";
import { type ChooseAnswer } from "../../../models/studies/choosing/answer.ts";
import { chooseAdvocates } from "../../../scripts/commands/choose/advocates.ts";
import { disk } from "../../../scripts/disk/sources.ts";
import {
  type ChooseRequest,
  methodsOf,
  modelFaults,
  optionFaults,
  questionOf,
} from "../../../models/studies/choosing/request.ts";
import { chooseSummary } from "../../../models/studies/choosing/summary.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { star5 } from "../../support/tiny.ts";

const usual: ChooseRequest = {
  model: "independent-cascade",
  epsilon: 0.1,
  noise: 0,
  join: 0.3,
  rise: 0.5,
  ties: "chance",
  seed: "1",
  replicates: 100,
};
const { model } = find("independent-cascade");
const people: Network = network({
  directed: false,
  out: star5.out,
  attributes: {
    price: { kind: "number", values: Float64Array.of(5, 1, 2, 3, 4) },
    town: { kind: "category", codes: Uint16Array.of(1, 1, 1, 1, 1), labels: ["", "x"] },
  },
});
const question = (options: Partial<ChooseRequest>) => questionOf({ ...usual, ...options }, people, model, {}, disk);

test("costs are an attribute, a number for all, or a form in contacts", () => {
  const costs = (text: string): number[] => Array.from(question({ count: 1, costs: text }).question.costs!);
  expect(costs("price")).toEqual([5, 1, 2, 3, 4]);
  expect(costs("2")).toEqual([2, 2, 2, 2, 2]);
  expect(costs("2 + 0.5*degree")).toEqual([4, 2.5, 2.5, 2.5, 2.5]);
  expect(costs(".5*degree")).toEqual([2, 0.5, 0.5, 0.5, 0.5]);
  expect(() => costs("prise")).toThrow(
    "choose: --costs: prise is not a numeric attribute of the people; did you mean price?",
  );
  expect(() => costs("town")).toThrow(
    "choose: --costs must name a numeric attribute of the people, got the category town",
  );
  for (const text of ["2-degree", "2*contacts", "degree*2"])
    expect(() => costs(text)).toThrow(
      `choose: --costs must be a numeric attribute of the people, one number for all, or a formula such as 2+0.5*degree, got ${text}`,
    );
});

test("candidates are keys, or the first column of a file with or without a heading", () => {
  const file = (text: string): string => {
    const path = join(temporaryFolder(), "names.csv");
    writeFileSync(path, text);
    return path;
  };
  const candidates = (text: string): unknown => question({ count: 1, candidates: text }).question.candidates;
  expect(candidates("3, 1")).toEqual([3, 1]);
  expect(candidates(file("id,why\n3,x\n\n1,y\n"))).toEqual([3, 1]);
  expect(candidates(file("3\r\n1\r\n"))).toEqual([3, 1]);
  expect(() => candidates("3,9")).toThrow("choose: --candidates: 9 is not a node");
  for (const path of ["/nowhere/none.csv", "none.txt"])
    expect(() => candidates(path)).toThrow(`choose: --candidates: there must be a file ${path}; there is none`);
});

test("all faults of the options are told together", () => {
  expect(() =>
    questionOf({ ...usual, candidates: "9", costs: "wealth", value: "prize" }, people, model, { probability: 2 }, disk),
  ).toThrow(/probability must be .* got 2\n.*wealth.*\n.*9 is not a node.*\n.*did you mean price\?/s);
});

test("methods are one, several or all that have what they need; misspelt ones get the right name", () => {
  const methods = (method?: string, more: Partial<ChooseRequest> = {}): string[] =>
    methodsOf({ ...usual, ...more, method });
  expect(methods()).toEqual(["guaranteed"]);
  expect(methods("random, degree")).toEqual(["random", "degree"]);
  expect(methods("all", { value: "worth", skill: "skill", need: "need" })).toEqual([...METHODS]);
  expect(methods("all", { model: "watts-threshold" })).not.toContain("greedy");
  expect(methods("all")).not.toContain("value");
  expect(() => methods("greddy,degree,rndom")).toThrow(
    /greddy is not a method; did you mean greedy\?.*\nchoose: rndom is not a method; did you mean random\?/,
  );
});

test("a method that lacks its option is told which, and numbers out of their ranges are refused, all at once", () => {
  expect(
    optionFaults({ ...usual, join: 7, rise: -3, noise: -2, hidden: 3, weightError: -1 }, [
      "value",
      "expert",
      "susceptible",
      "degree",
    ]),
  ).toEqual([
    "choose: --method value must have --value <attribute>, what each customer is worth; got none",
    "choose: --method expert must have --skill <attribute>, how skilled each customer is; got none",
    "choose: --method susceptible must have --need <attribute>, how much persuasion each customer needs; got none",
    "choose: --hidden must be a number from 0 to 1, got 3",
    "choose: --weight-error must be a number from 0 to 1, got -1",
    "choose: --join must be a number from 0 to 1, got 7",
    "choose: --rise must be a number from 0 to 1, got -3",
    "choose: --noise must be a number of at least 0, got -2",
  ]);
  expect(optionFaults({ ...usual, value: "price", noise: 5, join: 1, rise: 0 }, ["value", "degree"])).toEqual([]);
});

test("an empty cell is told with its customer and its column", () => {
  const gaps: Network = network({
    directed: false,
    out: star5.out,
    attributes: { price: { kind: "number", values: Float64Array.of(5, NaN, 2, NaN, 4) } },
  });
  expect(() => questionOf({ ...usual, count: 1, value: "price" }, gaps, model, {}, disk)).toThrow(
    "choose: --value must name an attribute that is known for everyone; price is empty for 1 and 1 more",
  );
});

test("a model must start from seeds and measure reach, and some methods need submodular reach", () => {
  expect(modelFaults(find("degroot").model, ["degree"], {})).toEqual([
    "choose: the model must start from seeds and measure reach, degroot does not",
  ]);
  expect(modelFaults(find("watts-threshold").model, ["degree"], {})).toEqual([]);
  expect(modelFaults(find("watts-threshold").model, ["greedy", "degree"], { seeds: ["1"] })).toEqual([
    "choose: seeds must not be set, since choose finds the seeds",
    "choose: greedy must have a model whose reach is submodular (independent-cascade, linear-threshold), got watts-threshold",
  ]);
});

test("nothing is chosen where the request is wrong", async () => {
  await expect(chooseAdvocates({ ...usual, count: 2, network: "karate", hidden: 3 })).rejects.toThrow(
    "choose: --hidden must be a number from 0 to 1, got 3",
  );
  await expect(chooseAdvocates({ ...usual, network: "karate" })).rejects.toThrow(
    "choose: count or budget must be given, got neither",
  );
});

test("several methods are set beside each other, the farthest reach first", () => {
  const answer = (method: ChooseAnswer["method"], mean: number): ChooseAnswer => ({
    method,
    count: 1,
    seeds: ["1"],
    reach: { mean, stderr: 0.1, low: mean - 0.2, high: mean + 0.2 },
    cost: 3,
    seconds: 0.01,
    tied: null,
    notes: method === "greedy" ? ["gains are means of 100 worlds"] : [],
    unseen: {
      hidden: 0.3,
      weightError: 0,
      seeds: ["2"],
      reach: { mean: 1, stderr: 0.1, low: 0.8, high: 1.2 },
      loss: { mean: 0.25, low: 0.2, high: 0.3 },
    },
  });
  const text = chooseSummary([answer("random", 4), answer("greedy", 6.5)], {
    model: "independent-cascade",
    spec: "karate",
    network: people,
    options: usual,
  });
  expect(text).toMatch(/method +chosen +reach +95 % interval +cost +tied +seconds +lost/);
  expect(text.indexOf("greedy")).toBeLessThan(text.indexOf("random"));
  expect(text).toContain("25 %");
  expect(text).toContain("greedy: gains are means of 100 worlds.");
  expect(text).toContain("with 30 % of ties hidden");
});
