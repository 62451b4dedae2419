import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ChooseAnswer } from "../../../models/studies/choosing/answer.ts";
import { ovation } from "../../support/command.ts";
import { temporaryFolder } from "../../support/folder.ts";

const karate = ["choose", "--network", "karate", "--set", "probability=0.1", "--count", "2"];

test("in the karate club the two leaders are found, certified, and judged the same on any number of threads", async () => {
  const words = [...karate, "--json", "--replicates", "4000", "--quiet"];
  const [one, two] = [await ovation(...words, "--threads", "1"), await ovation(...words, "--threads", "2")];
  expect(one).toMatchObject({ code: 0, err: "" });
  const [answer, again] = [one, two].map(({ out }) => JSON.parse(out) as ChooseAnswer);
  expect(answer.method).toBe("guaranteed");
  expect([answer.count, [...answer.seeds].sort()]).toEqual([2, ["0", "33"]]);
  // 4,000 worlds around the exact reach 6.424545: five standard errors, false alarm 6e-7.
  expect(Math.abs(answer.reach.mean - 6.424545)).toBeLessThan(5 * answer.reach.stderr);
  expect(answer.guarantee!.upper).toBeGreaterThan(6.424545);
  expect(answer.guarantee!.approximation).toBeGreaterThan(0.53);
  expect(answer.guarantee!.failure).toBe(1 / 34);
  expect({ ...again, seconds: 0 }).toEqual({ ...answer, seconds: 0 });
});

test("one's own people: worth, costs with a budget, a file of candidates, hidden ties; several methods beside each other", async () => {
  const folder = temporaryFolder();
  const [ties, people, names] = ["ties.csv", "people.csv", "names.csv"].map((name) => join(folder, name));
  writeFileSync(ties, "who,whom\na,b\na,c\na,d\nd,e\nf,g\n");
  writeFileSync(people, "id,worth,price,town\na,1,5,x\nb,1,1,x\nc,1,1,x\nd,2,2,y\ne,1,1,y\nf,9,1,y\ng,1,1,y\n");
  writeFileSync(names, "person,why\na,x\nd,y\nf,z\n");
  const common = ["choose", "--network", ties, "--nodes", people, "--quiet", "--replicates", "200", "--json"];
  const [rich, all] = await Promise.all([
    ovation(...common, "--value", "worth", "--costs", "price", "--budget", "3", "--candidates", names),
    ovation(
      ...common,
      "--count",
      "2",
      "--method",
      "all",
      "--value",
      "worth",
      "--hidden",
      "0.5",
      "--model",
      "linear-threshold",
    ),
  ]);
  const answer = JSON.parse(rich.out) as ChooseAnswer;
  expect([...answer.seeds].sort()).toEqual(["d", "f"]);
  expect(answer.cost).toBe(3);
  expect(answer.value!.mean).toBeGreaterThan(11);
  const table = JSON.parse(all.out) as ChooseAnswer[];
  expect(table.map(({ method }) => method)).toEqual([
    "guaranteed",
    "greedy",
    "random",
    "degree",
    "pagerank",
    "betweenness",
    "k-core",
    "communities",
    "value",
    "self-selected",
    "acquaintance",
    "bridges",
  ]);
  for (const { unseen, seeds } of table) {
    expect(seeds).toHaveLength(2);
    expect(unseen).toMatchObject({ hidden: 0.5, weightError: 0 });
    expect(unseen!.loss.low).toBeLessThanOrEqual(unseen!.loss.mean);
  }
});

test("people read who, what they reach, how sure that is, and what blindness loses", async () => {
  const { out } = await ovation(...karate, "--replicates", "500", "--quiet", "--weight-error", "0.5");
  expect(out).toMatch(
    /guaranteed chose 2 customers in .* s:\n {2}(33, 0|0, 33)\nThey reach 6\.\d+ customers \(95 % interval [56]/,
  );
  expect(out).toContain("of the best possible");
  expect(out).toContain("with weights off by up to 50 %");
});

test("who does not use weights says so where errors in them are asked about", async () => {
  const ties = join(temporaryFolder(), "ties.csv");
  writeFileSync(ties, "source,target,weight\na,b,0.5\nb,c,0.25\nc,d,0.5\n");
  const errors = async (...words: string[]): Promise<ChooseAnswer[]> =>
    JSON.parse(
      (
        await ovation(
          "choose",
          "--network",
          ties,
          "--count",
          "1",
          "--replicates",
          "100",
          "--quiet",
          "--json",
          "--weight-error",
          "0.5",
          ...words,
        )
      ).out,
    ) as ChooseAnswer[];
  const [uniform, edge] = await Promise.all([
    errors("--method", "greedy,degree,pagerank"),
    errors("--method", "greedy,degree", "--set", "weighting=edge"),
  ]);
  const note = (answer: ChooseAnswer): string | undefined =>
    answer.notes.find((text) => text.startsWith("errors in tie weights"));
  expect(uniform.map(note)).toEqual([
    "errors in tie weights lose nothing here: greedy does not use weights under weighting=uniform",
    "errors in tie weights lose nothing here: degree does not use weights",
    undefined,
  ]);
  expect(edge.map(note)).toEqual([undefined, "errors in tie weights lose nothing here: degree does not use weights"]);
});

test("a wrong request ends with 2, says what must hold, and writes nothing to standard output", async () => {
  const { code, out, err } = await ovation("choose", "--count", "35", "--hidden", "0.3");
  expect([code, out, err]).toEqual([2, "", "choose: count must be at most the 34 candidates, got 35\n"]);
});
