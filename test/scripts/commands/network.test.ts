import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { choiceNames } from "../../../models/networks/formats/choices.ts";
import { ovation, within } from "../../support/command.ts";
import { temporaryFolder } from "../../support/folder.ts";

interface Ranked {
  nodes: number;
  by: string;
  people: Record<string, string | number>[];
}

test("network rank lists the most central first, and writes everybody as a table of people", async () => {
  const out = join(temporaryFolder(), "people.csv");
  const { code, out: printed } = await ovation("network", "rank", "karate", "--top", "3", "--json", "--out", out);
  const { nodes, by, people } = JSON.parse(printed) as Ranked;
  expect([code, nodes, by]).toEqual([0, 34, "contacts"]);
  expect(people.map(({ id, contacts }) => [id, contacts])).toEqual([
    ["33", 17],
    ["0", 16],
    ["32", 12],
  ]);
  const [head, ...rows] = readFileSync(out, "utf8").trimEnd().split("\n");
  expect(head).toBe("id,contacts,influencers,pagerank,betweenness,closeness,eigenvector,core,community");
  expect(rows).toHaveLength(34);
  // The table is one of people: a trait for the next command.
  await within("network", "info", "karate", "--nodes", out);
});

test("network rank by a measure that is asked for says what is wrong with it", async () => {
  await expect(within("network", "rank", "karate", "--by", "betweennes")).rejects.toThrow(
    "network rank: --by: betweennes is not a measure; did you mean betweenness?",
  );
  await expect(within("network", "rank", "path:nodes=30,directed=true", "--by", "eigenvector")).rejects.toThrow(
    "eigenvector: the iteration must converge",
  );
});

test("a measure that a network does not have is left out with its reason unless it was asked for", async () => {
  const { code, out, err } = await ovation("network", "rank", "path:nodes=30,directed=true", "--json");
  expect([code, err]).toEqual([0, expect.stringContaining("left out: eigenvector: the iteration must converge")]);
  expect(Object.keys((JSON.parse(out) as Ranked).people[0])).not.toContain("eigenvector");
});

test("network convert --secret replaces names by keyed digests and keeps ties", async () => {
  const out = join(temporaryFolder(), "shared.csv");
  await within("network", "convert", "karate", out, "--secret", "spring");
  const first = createHmac("sha256", "spring").update("0").digest("hex").slice(0, 32);
  const text = readFileSync(out, "utf8");
  expect(text.split("\n").filter((line) => line.includes(first))).toHaveLength(16);
  expect(text).not.toMatch(/^\d{1,2},/m);
});

test("the three commonest files of the README are read as they are", async () => {
  const folder = temporaryFolder();
  const ties = async (name: string, content: string, choices = ""): Promise<number[]> => {
    writeFileSync(join(folder, name), content);
    const { code, out } = await ovation("network", "info", join(folder, name) + choices, "--json");
    const { nodes, edges } = JSON.parse(out) as Record<string, number>;
    return [code ?? -1, nodes, edges];
  };
  expect(await ties("crm.csv", "customer,referred_by\nann,\nbob,ann\ncy,ann\ndi,\n")).toEqual([0, 4, 2]);
  const gexf =
    '<gexf><graph><attributes class="edge"><attribute id="0" title="calls" type="integer"/></attributes><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"><attvalues><attvalue for="0" value="7"/></attvalues></edge></edges></graph></gexf>';
  expect(await ties("gephi.gexf", gexf, "?weight=calls")).toEqual([0, 2, 1]);
  expect(await ties("frame.csv", ",from,to,weight\n0,a,b,1\n1,b,a,2\n2,b,c,3\n", "?repeats=sum")).toEqual([0, 3, 2]);
});

test("the help of network info lists every choice for files", async () => {
  const { out } = await ovation("network", "info", "--help");
  for (const name of choiceNames) expect(out).toContain(`?${name}=`);
});

test("a network is read from a pipe", () => {
  const out = execFileSync(
    process.execPath,
    ["--import", "tsx", "scripts/ovation.ts", "network", "info", "-", "--json"],
    {
      input: "a,b\nb,c\n",
      encoding: "utf8",
    },
  );
  expect((JSON.parse(out) as { edges: number }).edges).toBe(2);
});
