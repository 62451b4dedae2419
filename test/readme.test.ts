import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { begin, ended, ovation, ROOT } from "./support/command.ts";
import { lastingFolder } from "./support/folder.ts";
import { readLine, wordsOf } from "./support/words.ts";

const OVATION = /^(?:npm run -s ovation --|npx ovation|ovation) /;

/** Commands that no test can run, or that another test runs, and why; those of `ovation` are read and checked here. */
const ELSEWHERE: Record<string, string> = {
  "npm ci": "installs what this test runs on",
  "npm test": "this test is one of those that it runs",
  "npm start": "sweep and pages, each of which has a test: below, and test/browser",
  "npm pack": "test/package.test.ts",
  "npm i ./ovation-0.2.0.tgz": "test/package.test.ts",
  "npm run -s ovation -- notebooks build --pages": "test/scripts/pages/build.test.ts, and test/browser for every page",
  "npm run -s ovation -- notebooks dev": "serves until it is ended: test/scripts/pages/serve.test.ts",
  "npm run -s ovation -- notebooks export --out ipynb": "test/scripts/pages/ipynb.test.ts, for every notebook",
  "npm run -s ovation -- bench": "measures the machine for minutes: test/scripts/bench",
  "npm run -s full-scale": "minutes and gigabytes",
  "npm run -s full-scale -- --reach": "minutes and gigabytes",
};

/** What is added to a command so that it takes a second or two. */
const SMALLER: Record<string, string> = {
  "--vary seedCount=1,10,100": "--replicates 2",
  "sweep data/experiments/recommendation.yaml": "--replicates 2",
  "run independent-cascade --network karate": "--replicates 200",
  "ovation -- run standing-ovation": "--replicates 10",
  "notebooks run standing-ovation": "--set rows=5 --set columns=6 --set worlds=20",
  "degrees --network customers.csv": "--permutations 99",
  "rehearse brief.yaml": "--worlds 4",
  "credit brief.yaml": "--worlds 2 --members 2",
  "choose --network customers.csv": "--replicates 50",
  "prove --out proof.html": "--only karate",
};

/** The brief that `compare --init` writes, made small. */
const BRIEF: Record<string, string> = {
  "nodes=2000": "nodes=200",
  "horizon: 104": "horizon: 12",
  "atLeast: 200": "atLeast: 20",
  "atMost: 400": "atMost: 20",
};

/** The files that the pages take as a reader's own: `models/README.md` names a model, README.md all others. */
const FILES: Record<string, string> = {
  "crm.csv": "customer,referred_by\n1,\n2,1\n3,1\n4,2\n",
  "frame.csv": ",source,target,amount\n0,a,b,1\n1,b,c,2\n2,a,b,4\n",
  "gephi.gexf": `<gexf version="1.3"><graph defaultedgetype="undirected">
    <attributes class="edge"><attribute id="0" title="calls" type="double"/></attributes>
    <nodes><node id="a"/><node id="b"/></nodes>
    <edges><edge id="0" source="a" target="b"><attvalues><attvalue for="0" value="3"/></attvalues></edge></edges>
  </graph></gexf>`,
};

/**
 * The commands in the fenced blocks of a page, and those of `ovation` in its sentences; `a && b` is two.
 * Scripts are run by docs.test.ts.
 */
function commandsOf(page: string): string[] {
  const blocks = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].filter(([, language]) => language !== "js");
  const fenced = blocks.flatMap(([, , block]) => block.trim().split("\n"));
  const inSentences = [...page.matchAll(/`(ovation [^`]+)`/g)].map(([, text]) => text);
  return [...fenced, ...inSentences]
    .flatMap((line) => line.replace(/(^|\s+)#\s.*$/, "").split(" && "))
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

const shown = new Set(
  ["README.md", "models/README.md"].flatMap((page) => commandsOf(readFileSync(join(ROOT, page), "utf8"))),
);
const here = [...shown].filter((text) => !Object.hasOwn(ELSEWHERE, text));

const folder = lastingFolder(afterAll);
const before = process.cwd();
beforeAll(() => {
  cpSync(join(ROOT, "data/study/customers/ties.csv"), join(folder, "customers.csv"));
  cpSync(join(ROOT, "data/study/customers/people.csv"), join(folder, "people.csv"));
  cpSync(join(ROOT, "data/study/word-of-mouth.ts"), join(folder, "mine.ts"));
  symlinkSync(join(ROOT, "data"), join(folder, "data"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  process.chdir(folder);
});
afterAll(() => process.chdir(before));

test.each(here)("%s", async (text) => {
  expect(text, "a command of ovation, or one listed as run elsewhere").toMatch(OVATION);
  const more = Object.entries(SMALLER).find(([part]) => text.includes(part))?.[1] ?? "";
  const words = [...wordsOf(text.replace(OVATION, "")), ...wordsOf(more)];
  // What a model of one's own imports is found by a hook of Node, which this process does not have.
  const { code, err } = await (text.includes(".ts") ? ended(begin(words, { cwd: folder })) : ovation(...words));
  expect(code, err).toBe(0);
  if (text.includes("--init brief.yaml")) makeSmall("brief.yaml");
  const made = / --out (\S+)| > (\S+)/.exec(text);
  if (made?.[1]) expect(existsSync(made[1]), made[1]).toBe(true);
});

function makeSmall(path: string): void {
  let text = readFileSync(path, "utf8");
  for (const [usual, small] of Object.entries(BRIEF)) {
    expect(text).toContain(usual);
    text = text.replace(usual, small);
  }
  writeFileSync(path, text);
}

test("what is run elsewhere or made smaller is on the pages, and asks for what exists", async () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  expect(Object.keys(ELSEWHERE).filter((text) => !shown.has(text))).toEqual([]);
  expect(Object.keys(SMALLER).filter((part) => !here.some((text) => text.includes(part)))).toEqual([]);
  for (const text of Object.keys(ELSEWHERE)) {
    if (OVATION.test(text)) await readLine(wordsOf(text.replace(OVATION, "")));
    const named = /^npm (?:run -s )?(\S+)/.exec(text)?.[1] ?? "";
    if (!["ci", "pack", "i"].includes(named)) expect(Object.keys(scripts)).toContain(named);
  }
  for (const reason of Object.values(ELSEWHERE))
    for (const [path] of reason.matchAll(/test\/[\w/.-]+\w/g)) expect(existsSync(join(ROOT, path)), path).toBe(true);
});
