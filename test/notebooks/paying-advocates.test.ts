import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Page } from "playwright";
import { expect, test } from "vitest";
import { parameters } from "../../notebooks/paying-advocates/arms.ts";
import { rightAtFirst } from "../../notebooks/paying-advocates/charts.ts";
import { advocatesOf } from "../../notebooks/paying-advocates/followed.ts";
import { study } from "../../notebooks/paying-advocates/study.ts";
import { resolve } from "../../models/core/index.ts";
import { barOfPay, effortOf } from "../../models/programs/advocacy/effort.ts";
import { ovation } from "../support/command.ts";
import { everyNotebook } from "../support/every-notebook.ts";
import { temporaryFolder } from "../support/folder.ts";
import { notebookPage, settled, tableRows } from "../support/notebook-page.ts";

const notebook = notebookPage("paying-advocates");
const SMALL = "#people=80&worlds=5&spend=48";

everyNotebook(notebook, {
  small: SMALL,
  heavy: "#people=1000&worlds=1000",
  change: { setting: "pay", to: "7" },
  drawn: { setting: "member", to: "2" },
  tables: ["differences", "audits", "schedules"],
  reach: ["Step forward", "Play"],
});

interface Results {
  points: { id: number; values: Record<string, string | number> }[];
  differences: { point: number; measure: string; n: number; mean: number; low: number; high: number }[];
  rows: { point: number; measure: string; mean: number }[];
}
/** What a command that the page shows writes. */
async function resultsOf(page: Page, at: number): Promise<Results> {
  const words = ((await page.locator(".command").nth(at).textContent()) ?? "").trim().split(" ").slice(5);
  const out = join(temporaryFolder(), "out");
  const { code, err } = await ovation(...words, "--out", out, "--threads", "1", "--quiet");
  if (code !== 0) throw new Error(err);
  return JSON.parse(readFileSync(join(out, "results.json"), "utf8")) as Results;
}

test(
  "the paired differences are those of the command that the page shows, digit for digit",
  { timeout: 180_000 },
  async () => {
    const { page } = await notebook.open(`${SMALL}&seed=s3&crowding=0.5`);
    await settled(page);
    const { points, differences } = await resultsOf(page, 0);
    const equity = differences.filter(({ measure }) => measure === "equity");
    expect(equity).toHaveLength(20);
    const got = (await tableRows(page, "differences")).map(
      ({ scoring, crowding, falseAlarms, pay, difference, low, high, worlds }) => [
        { scoring, crowding: Number(crowding), falseAlarms, pay },
        difference,
        low,
        high,
        worlds,
      ],
    );
    expect(got.map(([, ...numbers]) => numbers)).toEqual(equity.map(({ mean, low, high, n }) => [mean, low, high, n]));
    expect(got.map(([values]) => values)).toEqual(
      equity.map(({ point }) => points.find(({ id }) => id === point)!.values),
    );

    const schedules = await resultsOf(page, 3);
    const means = (await tableRows(page, "schedules"))
      .filter(({ measure }) => measure === "equity")
      .map(({ mean }) => mean);
    expect(means).toEqual(schedules.rows.filter(({ measure }) => measure === "equity").map(({ mean }) => mean));
    await page.close();
  },
);

test("with the project's worlds the command is its experiment", () => {
  const settings = resolve(study.name, parameters, { worlds: 120 });
  expect(study.commands(settings)[0].command).toBe("npm run -s ovation -- sweep data/experiments/paid-advocates.yaml");
  expect(study.commands({ ...settings, crowding: 0.7 })[0].command).toContain("--vary crowding=0,0.7");
});

test("at the bar of pay an honest advocate works as for nothing, above it more and below it less", () => {
  for (const crowding of [0.1, 0.36, 0.45]) {
    const given = { halfPay: 10, attraction: 0.4, crowding, seekerAttraction: 1 };
    const effort = (pay: number): number => effortOf({ ...given, pay }, { drive: 0.8, seeker: false, fatigue: 0 });
    const bar = barOfPay(given, 0.8);
    expect(effort(bar)).toBeCloseTo(effort(0), 12);
    expect(effort(0.9 * bar)).toBeLessThan(effort(0));
    expect(effort(1.1 * bar)).toBeGreaterThan(effort(0));
  }
  expect(barOfPay({ crowding: 0.8, attraction: 0.4, halfPay: 10 }, 0.8)).toBe(Infinity);
});

test("Bayes' rule of flags: blind audits are right as often as there are cheats", () => {
  const settings = resolve(study.name, parameters, { auditArea: 1, seekers: 0.3, pull: 0 });
  for (const falseAlarms of [0.001, 0.05, 0.3]) expect(rightAtFirst(settings, falseAlarms)).toBeCloseTo(0.3, 12);
  expect(
    rightAtFirst(resolve(study.name, parameters, { auditArea: 0.1, seekers: 0.3, pull: 0 }), 0.01),
  ).toBeGreaterThan(0.9);
});

test("one advocate is followed week by week, and the picture tells the week that the player shows", async () => {
  const settings = resolve(study.name, parameters, { people: 80, spend: 48, member: 2 });
  const all = advocatesOf(settings);
  expect(all.length).toBeGreaterThanOrEqual(8);
  for (const { weeks, called } of all) {
    expect(weeks.length).toBe(53);
    for (const { week, effort, drive, skill, fatigue } of weeks) {
      for (const share of [effort, drive, skill, fatigue]) expect(share >= 0 && share <= 1).toBe(true);
      if (week < called) expect(effort).toBe(0);
    }
  }
  const { page } = await notebook.open(`${SMALL}&member=2`);
  await settled(page);
  await page.getByRole("button", { name: "Step forward" }).click();
  const { role } = all[1].weeks[1];
  expect(await page.locator(".advocate .now").textContent()).toContain(`Week 1: ${role}.`);
  await page.close();
  const none = await notebook.open(`${SMALL}&member=900`);
  await settled(none.page);
  expect(await none.page.locator("#one").textContent()).toContain("There is no advocate 900 in this world");
  await none.page.close();
});

test("without crowding out, attraction and pull no sentence compares a thing with itself", async () => {
  const { page } = await notebook.open(`${SMALL}&crowding=0&attraction=0&pull=0&falseAlarms=0.1`);
  await settled(page);
  expect(await page.locator("#helps").textContent()).toMatch(/^Scored by value, a pay of 5 .*; scored by volume, it /);
  expect(await page.locator("#helps + .finding").textContent()).not.toContain("rowding out");
  expect(await page.locator("#bar").textContent()).toBe("No pay raises an honest advocate’s effort, however high");
  expect(await page.locator("#bar + .finding").textContent()).toContain(
    "Pay adds at most 0\u00a0% to effort and drives out 0\u00a0% of a drive of 80\u00a0%. So no pay raises it. A rested, honest",
  );
  expect(await page.locator("#seekers + p").textContent()).toContain(
    "A pay of 5 does not raise the share of newcomers who come for it: 10\u00a0% do.",
  );
  // The experiment's own 3 % are the laxer audit here: rows are named by what an audit flags.
  const arms = await page.locator("figure.chart").first().textContent();
  for (const flags of ["3", "10"]) expect(arms).toMatch(new RegExp(`no crowding out, audits that flag ${flags}\\s%`));
  await page.close();
});

test("the bar is that of the formula: any pay without crowding out, none if drive is full", async () => {
  for (const [set, heading, why] of [
    ["crowding=0", "Any pay raises an honest advocate’s effort", "So any pay raises it."],
    [
      "crowding=0&drive=1",
      "No pay raises an honest advocate’s effort, however high",
      "Drive is already full, so there is nothing to raise.",
    ],
  ]) {
    const { page } = await notebook.open(`${SMALL}&${set}`);
    await settled(page);
    expect(await page.locator("#bar").textContent(), set).toContain(heading);
    expect(await page.locator("#bar + .finding").textContent(), set).toContain(why);
    await page.close();
  }
});

test("both panels of the one advocate can be saved", async () => {
  const { page } = await notebook.open(SMALL);
  await settled(page);
  for (const [name, label] of [
    ["one advocate", "effort"],
    ["acts of one advocate", "talks and posts in the cycle so far"],
  ]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: `Save as SVG: ${name}`, exact: true }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain(label);
  }
  await page.close();
});

test("the preset on crowding out claims no published share", () => {
  expect(study.presets?.find(({ name }) => name === "Mild crowding out")?.about).toContain(
    "the literature supports the sign, not this share",
  );
});
