import { expect, test } from "vitest";
import { find } from "../../../models/catalog.ts";
import { measureNames } from "../../../models/core/index.ts";
import { rowsOf, sample } from "../../../models/studies/proof/sample.ts";
import { check, exactly, holds, meanOf, near, type Target } from "../../../models/studies/proof/target.ts";
import { targets } from "../../../models/studies/proof/targets.ts";

const claim = { section: 4, target: "t", formula: "1 + 1", source: "s", expected: 2 };
const passes = async (target: Target): Promise<boolean> => (await check(target, "1")).pass;

test("a value without chance must be equal, or right to the decimals printed", async () => {
  expect(await passes(exactly(claim, () => 2 + 1e-9))).toBe(true);
  expect(await passes(exactly(claim, () => 2 + 1e-8))).toBe(false);
  expect(await passes(exactly({ ...claim, digits: 2 }, () => 2.005))).toBe(true);
  expect(await passes(exactly({ ...claim, digits: 2 }, () => 2.006))).toBe(false);
  expect(await passes(exactly(claim, () => NaN))).toBe(false);
});

test("a mean must come within five standard errors under both seeds", async () => {
  // standard error .1005
  const spread = (mean: number) => Array.from({ length: 100 }, (_, i) => mean + (i % 2 ? 1 : -1));
  expect(await passes(meanOf(claim, () => spread(2.5)))).toBe(true);
  expect(await passes(meanOf(claim, () => spread(2.51)))).toBe(false);
  expect(await passes(meanOf({ ...claim, error: 0.1 }, () => spread(2.6)))).toBe(true);
  expect(await passes(meanOf(claim, (seed) => spread(seed === "1" ? 2 : 3)))).toBe(false);
});

test("a limit allows what it says, and a fact of shape holds or not", async () => {
  expect(await passes(near({ ...claim, allowed: 0.25, where: "here" }, () => 1.75))).toBe(true);
  expect(await passes(near({ ...claim, allowed: 0.25, where: "here" }, () => 1.7))).toBe(false);
  const shape = { section: 3, target: "t", formula: "x", source: "s" };
  expect(
    await check(
      holds(shape, (seed) => seed === "1"),
      "1",
    ),
  ).toEqual({
    section: 3,
    target: "t",
    formula: "x",
    source: "s",
    kind: "published",
    expected: 1,
    tolerance: "1 = holds",
    got: 0.5,
    pass: false,
    runs: [
      { value: 1, pass: true },
      { value: 0, pass: false },
    ],
  });
});

test("samples are the catalogued model's, and come out the same again", () => {
  const job = {
    network: "path:nodes=4",
    model: "independent-cascade",
    parameters: { probability: 1, seeds: ["0"] },
    worlds: 3,
  };
  expect(sample(job, "1")).toEqual([4, 4, 4]);
  expect(sample({ ...job, measure: "rounds" }, "1")).toEqual([3, 3, 3]);
  const fair = { ...job, parameters: { probability: 0.5, seeds: ["0"] }, worlds: 50 };
  const reach = measureNames(find("independent-cascade").model).indexOf("reach");
  expect(sample(fair, "1")).toEqual(rowsOf(fair, "1").map((row) => row[reach])); // run anew
  expect(sample({ ...fair, measure: "rounds" }, "1")).not.toEqual(sample(fair, "1"));
  expect(sample(fair, "1")).toEqual(rowsOf(fair, "1").map((row) => row[reach])); // shared with another measure
  expect(sample(fair, "1")).not.toEqual(sample(fair, "2"));
});

test("samples hold what is missing, and are the same again with it", () => {
  const job = {
    network: "erdos-renyi:nodes=1,degree=0",
    model: "informational-cascade",
    parameters: {},
    worlds: 3,
    measure: "started",
  };
  expect(sample(job, "1")).toEqual([NaN, NaN, NaN]); // one person starts no cascade
});

test("every target has its own name, and the sections are there", () => {
  expect(new Set(targets.map(({ target }) => target)).size).toBe(targets.length);
  expect([...new Set(targets.map(({ section }) => section))].sort()).toEqual(expect.arrayContaining([1, 2, 3, 4, 8]));
});

// The slow ones, over many large networks, are left to `ovation prove`.
const slow =
  /cascade, \d contacts|large cascade|tenth with most|growth with|small world|where 1 %|exposed at first|karate club from|rewir|after many|until a cascade starts|ever chooses right|20 × 20|rows=9|degrees, .* alone/;
test.each(targets.filter(({ target }) => !slow.test(target)).map((target) => [target.target, target] as const))(
  "proved: %s",
  async (_, target) => {
    const row = await check(target, "1");
    expect(row.pass, `expected ${row.expected}, got ${row.got}`).toBe(true);
  },
);
