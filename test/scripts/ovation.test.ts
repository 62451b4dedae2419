import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { alone, ovation, ROOT } from "../support/command.ts";
import { temporaryFolder } from "../support/folder.ts";

const LONG = 60_000;

/** A model of somebody's own, whose world 3 fails. */
const OWN = `
import { defineModel, f64, real } from "${ROOT}models/core/index.ts";
export const gossip = defineModel({
  name: "gossip",
  about: "Each step everyone takes up a share of what those they see know.",
  source: "a test",
  parameters: { share: real(0.5, { min: 0, max: 1, about: "share taken up", lever: true }) },
  state: { known: f64("how much this one knows") },
  streams: { start: "node", world: "sequence" },
  steps: 5,
  setup({ network, state, random }) {
    if (random.world.uniform() < 0.3) throw new Error("this world is not to be");
    for (const i of network.nodes) state.known[i] = random.start(i);
  },
  step({ network, parameters, state: { known } }) {
    const before = known.slice();
    for (const i of network.nodes) if (network.in.degree(i) > 0) known[i] += parameters.share * (network.in.mean(i, before) - before[i]);
  },
  measures: { spread: { about: "largest knowledge", unit: "knowledge", of: ({ state }) => Math.max(...state.known) } },
});
`;

test(
  "--json is one document on standard output and the same for any number of threads",
  { timeout: LONG },
  async () => {
    const words = [
      "run",
      "independent-cascade",
      "--network",
      "karate",
      "--set",
      "seeds=0",
      "--replicates",
      "5000",
      "--json",
    ];
    const [one, two] = [await alone(...words, "--threads", "1"), await ovation(...words, "--threads", "2")];
    expect(one.code).toBe(0);
    expect(one.err).toBe("");
    expect(two.out).toBe(one.out);
    const { measures, network } = JSON.parse(one.out) as {
      measures: { reach: { mean: number; n: number } };
      network: object;
    };
    expect(network).toEqual({ nodes: 34, edges: 78, directed: false, spec: "karate" });
    expect(measures.reach.n).toBe(5000);
  },
);

test(
  "a wrong request exits 2 and says every fault with the nearest right name; nothing is on standard output",
  { timeout: LONG },
  async () => {
    const wrong = await alone("run", "independent-cascade", "--set", "probability=1.3", "--set", "seed=0", "--json");
    expect(wrong).toMatchObject({ code: 2, out: "" });
    expect(wrong.err).toContain("probability must be a real number from 0 to 1, got 1.3");
    expect(wrong.err).toContain("did you mean seeds?");
    const command = await ovation("rum");
    expect(command).toMatchObject({ code: 2, out: "" });
    expect(command.err).toContain("Did you mean run?");
    const model = await ovation("describe", "independent-casade");
    expect(model).toMatchObject({ code: 2, out: "" });
    expect(model.err).toContain("did you mean independent-cascade?");
    const file = await ovation("run", "independent-cascade", "--network", "no-such-file.csv");
    expect(file).toMatchObject({ code: 2, out: "" });
  },
);

test(
  "a model in a file of one's own runs; worlds that fail are told and the rest goes on",
  { timeout: LONG },
  async () => {
    const folder = temporaryFolder();
    const path = join(folder, "gossip.ts");
    writeFileSync(path, OWN);
    const described = await ovation("describe", path, "--json");
    expect(JSON.parse(described.out)).toMatchObject({ name: "gossip", measures: { spread: { unit: "knowledge" } } });
    const out = join(folder, "results");
    const swept = await ovation(
      "sweep",
      path,
      "--vary",
      "share=0.2,0.8",
      "--replicates",
      "20",
      "--threads",
      "2",
      "--out",
      out,
      "--json",
    );
    expect(swept.code).toBe(1);
    const counts = JSON.parse(swept.out) as { runs: number; done: number; failed: number };
    expect(counts).toMatchObject({ runs: 40, done: 40 });
    expect(counts.failed).toBeGreaterThan(0);
    const rows = readFileSync(join(out, "rows.csv"), "utf8").trim().split("\n");
    expect(rows.length).toBe(41);
    expect(rows.filter((row) => row.endsWith("this world is not to be")).length).toBe(counts.failed);
    expect(readFileSync(join(out, "report.html"), "utf8")).toContain("this world is not to be");
    const again = await ovation("rerun", out, "--json");
    expect(JSON.parse(again.out)).toEqual({ same: true, differences: [], redrawn: [], since: [] });
  },
);

test("rows, a trace and a series come from the same worlds as the answer", { timeout: LONG }, async () => {
  const folder = temporaryFolder();
  const words = ["run", "independent-cascade", "--set", "seeds=33", "--replicates", "30", "--json"];
  const plain = await ovation(...words, "--rows", join(folder, "rows.csv"));
  const traced = await ovation(...words, "--trace", join(folder, "trace.csv"));
  expect(traced.out).toBe(plain.out);
  const rows = readFileSync(join(folder, "rows.csv"), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split(","));
  const trace = readFileSync(join(folder, "trace.csv"), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split(","));
  for (let world = 0; world < 30; world++) {
    const reached = trace.filter((row) => Number(row[0]) === world);
    expect(reached[0]).toEqual([String(world), "33", "0", ""]);
    expect(rows[world]).toContain(String(reached.length));
  }
  const series = JSON.parse((await ovation(...words, "--series")).out) as {
    measures: { reach: { mean: number } };
    series: { reach: { mean: number[] } };
  };
  expect(series.series.reach.mean[0]).toBe(1);
  expect(series.series.reach.mean.at(-1)).toBe(series.measures.reach.mean);
});

test("a folder of another job and a job begun are refused with a way out", { timeout: LONG }, async () => {
  const out = join(temporaryFolder(), "results");
  const words = [
    "sweep",
    "independent-cascade",
    "--vary",
    "probability=0.1,0.2",
    "--replicates",
    "5",
    "--out",
    out,
    "--quiet",
  ];
  expect((await ovation(...words)).code).toBe(0);
  const before = readFileSync(join(out, "job.json"), "utf8");
  const other = await ovation(...words, "--seed", "2");
  expect(other).toMatchObject({ code: 2, out: "" });
  expect(other.err).toContain("holds another job");
  expect(readFileSync(join(out, "job.json"), "utf8")).toBe(before);
  const again = await ovation(...words, "--resume", "--json");
  expect(JSON.parse(again.out)).toMatchObject({ runs: 10, done: 10, skipped: 10 });
});
