import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Degrees } from "../../../models/influence/degrees/statistic.ts";
import { ovation } from "../../support/command.ts";
import { temporaryFolder } from "../../support/folder.ts";

test("the karate club's two factions cluster to two steps, the same on any number of threads", async () => {
  const words = ["degrees", "--network", "karate", "--trait", "club", "--value", "president", "--distances", "2", "--json"];
  const [one, two] = await Promise.all([ovation(...words, "--threads", "1"), ovation(...words, "--threads", "2")]);
  expect(one).toMatchObject({ code: 0, err: "" });
  expect(two.out).toBe(one.out);
  const { trait, prevalence, nodes, influence, degrees, warning } = JSON.parse(one.out) as Degrees & { warning: string };
  expect({ trait, prevalence, nodes, influence }).toEqual({ trait: "club", prevalence: 0.5, nodes: 34, influence: 2 });
  expect(degrees.map(({ distance, pairs }) => [distance, pairs])).toEqual([[1, 156], [2, 530]]);
  expect(degrees[0].expected).toBe(16 / 33);
  expect(warning).toContain("cannot tell why");
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
  const wrong = await ovation("degrees", "--network", ties, "--nodes", people, "--trait", "adoptd", "--blocks", "vilage", "--json");
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
  const { outcomes } = JSON.parse(one.out) as { outcomes: { name: string; worlds: number; curve: unknown[]; scores: { estimator: string }[] }[] };
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
  expect(degrees.map(({ people, reached }) => [people, reached])).toEqual([[16, 16], [9, 9], [8, 8]]);
  expect(none).toMatchObject({ code: 2, out: "" });
  expect(none.err).toContain("99 is not a node");
  expect(told.out).toContain("Expected in 3 rounds: 33.00 of the 33 people so near.");
  expect(both).toMatchObject({ code: 2, out: "" });
});
