import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ovation } from "../../support/command.ts";
import { temporaryFolder } from "../../support/folder.ts";

test("a notebook run without a reader leaves its charts and tables, with the numbers of the command line", async () => {
  const out = join(temporaryFolder(), "ran");
  const settings = ["rows=5", "columns=6", "worlds=20", "quality=0.6", "seed=x1"];
  const { code, out: answer } = await ovation(
    "notebooks",
    "run",
    "standing-ovation",
    ...settings.flatMap((text) => ["--set", text]),
    "--out",
    out,
    "--json",
    "--quiet",
  );
  expect(code).toBe(0);
  const ran = JSON.parse(answer) as { settings: string; findings: string[]; files: string[] };
  expect(Object.fromEntries(new URLSearchParams(ran.settings))).toEqual({
    rows: "5",
    columns: "6",
    worlds: "20",
    quality: "0.6",
    seed: "x1",
  });
  expect(ran.findings.length).toBe(2);
  expect([...ran.files].sort()).toEqual(
    readdirSync(out)
      .map((file) => join(out, file))
      .sort(),
  );
  expect(readFileSync(join(out, "theatre.png")).subarray(1, 4).toString()).toBe("PNG");
  expect(readFileSync(join(out, "standing-ovation-endings.svg"), "utf8")).toMatch(/^<\?xml[^>]*>\n<svg/);
  const measures = readFileSync(join(out, "standing-ovation-measures.csv"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const run = await ovation(
    "run",
    "standing-ovation",
    "--network",
    "seats:rows=5,columns=6,view=five",
    "--set",
    "order=random",
    "--set",
    "quality=0.6",
    "--seed",
    "x1",
    "--replicates",
    "20",
    "--json",
  );
  const expected = (
    JSON.parse(run.out) as { measures: Record<string, { mean: number; low: number; high: number; n: number }> }
  ).measures;
  expect(
    measures.slice(1).map(([name, mean, low, high, n]) => [name, Number(mean), Number(low), Number(high), Number(n)]),
  ).toEqual(Object.entries(expected).map(([name, { mean, low, high, n }]) => [name, mean, low, high, n]));
});

test("what the page does not take is a wrong request, told all at once, and nothing is written", async () => {
  const out = join(temporaryFolder(), "ran");
  const { code, err } = await ovation(
    "notebooks",
    "run",
    "standing-ovation",
    "--set",
    "qualty=0.6",
    "--set",
    "threshold=3",
    "--out",
    out,
    "--quiet",
  );
  expect(code).toBe(2);
  expect(err).toContain("standing-ovation: qualty is not a setting; did you mean quality?");
  expect(err).toContain("threshold must be a real number from 0 to 1, got 3");
  expect(existsSync(out)).toBe(false);
});
