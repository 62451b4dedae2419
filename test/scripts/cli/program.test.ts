import { describe, expect, test } from "vitest";
import { line } from "../../../scripts/commands/line.ts";
import { readLine, wordsOf } from "../../support/words.ts";

/** The message that a command line is refused with, line by line. */
const refusal = (...words: string[]): Promise<string[]> =>
  readLine(words).then(
    () => [],
    (error: unknown) => (error as Error).message.split("\n"),
  );

test("all that is wrong with a command line is told at once, with who, what must hold, what came and the nearest right name", async () => {
  expect(await refusal("rehearse", "--outcome", "adoptd", "--share", "1", "--worlds", "x")).toEqual([
    "rehearse: <brief> must be given, got nothing",
    "rehearse: --outcome must be one of adopted, value, got adoptd; did you mean adopted?",
    "rehearse: --share must be a number above 0 and below 1, got 1",
    "rehearse: --worlds must be a whole number of at least 2, got x",
    "(--help shows how)",
  ]);
  expect(await refusal("run", "bass", "--replicate", "5", "--threads=0")).toEqual([
    "run: --threads must be a whole number from 1 to 256, got 0",
    expect.stringMatching(/^run: --replicate is not an option; did you mean --replicates\? known: --network, /),
    "(--help shows how)",
  ]);
  expect(await refusal("network", "make", "karate", "more")).toEqual([
    "network make: takes <network>, got karate more",
    "network make: --out must be given, got nothing",
    "(--help shows how)",
  ]);
});

test("options that cannot stand together are refused", async () => {
  expect(await refusal("degrees", "--laboratory", "--trait", "club", "--person", "0")).toEqual([
    "degrees: --laboratory cannot be given with '--trait <attribute>', got both",
    "degrees: --laboratory cannot be given with '--person <key>', got both",
    "degrees: --person cannot be given with '--trait <attribute>', got both",
    "(--help shows how)",
  ]);
});

test("values are read by what they are; what is not given is left out unless it has a fallback", async () => {
  const { given } = await readLine(wordsOf("run ./a.ts --network x --network y --set a=1 --set b=2 --steps 0 --json"));
  expect(given).toEqual({ model: "./a.ts", network: ["x", "y"], set: ["a=1", "b=2"], steps: 0, json: true });
  expect((await readLine(["compare", "--init"])).given).toEqual({ init: "brief.yaml" });
  expect((await readLine(["compare", "--init", "mine.yaml"])).given).toEqual({ init: "mine.yaml" });
  expect((await readLine(["network", "info", "--", "-x.csv"])).given).toEqual({ network: "-x.csv", seed: "1" });
  expect((await readLine(wordsOf("degrees --threshold -1"))).given).toMatchObject({
    threshold: -1,
    seed: "1",
    worlds: 2400,
  });
});

describe.each(line.commands.map((command) => ({ ...command, command })))("$name", ({ command }) => {
  test("says what it does, what each of its values means, and gives examples that parse", async () => {
    const said = [command, ...Object.values(command.arguments), ...Object.values(command.options)];
    for (const { about } of said) expect(about.length).toBeGreaterThan(2);
    for (const example of command.examples) {
      expect((await readLine(wordsOf(example))).command.name).toBe(command.name);
    }
  });

  test("its options that stand against others name options it has", () => {
    for (const { without = [] } of Object.values(command.options))
      expect(Object.keys(command.options)).toEqual(expect.arrayContaining([...without]));
  });
});

test("names are given once, and each group says what it is for", () => {
  const names = line.commands.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const groups = names.filter((name) => name.includes(" ")).map((name) => name.split(" ")[0]);
  expect(Object.keys(line.groups).sort()).toEqual([...new Set(groups)].sort());
});
