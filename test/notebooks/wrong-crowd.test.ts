import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page } from "playwright";
import { expect, test } from "vitest";
import { cascadeShares } from "../../models/cascades/herds/closed-form.ts";
import { resolve } from "../../models/core/index.ts";
import { finish } from "../../notebooks/study/computation.ts";
import { optionName, placeIn, queueOf, type QueueJob } from "../../notebooks/wrong-crowd/queue.ts";
import { study } from "../../notebooks/wrong-crowd/study.ts";
import { ovation, within } from "../support/command.ts";
import { everyNotebook } from "../support/every-notebook.ts";
import { sharesStayWithin, notebookPage, settled, tableRows } from "../support/notebook-page.ts";

const notebook = notebookPage("wrong-crowd");
const SMALL = "#people=10&worlds=40&accuracy=0.6";

everyNotebook(notebook, {
  small: SMALL,
  heavy: "#people=100&worlds=4000",
  change: { setting: "accuracy", to: "0.9" },
  drawn: { setting: "place", to: "2" },
  tables: ["measures"],
  reach: ["Step back", "Play", "Look at your signal"],
});

const words = async (page: Page, at: number): Promise<string[]> =>
  ((await page.locator(".command").nth(at).textContent()) ?? "").trim().split(" ").slice(5);

test("the page's numbers are those of the commands that it shows, digit for digit", async () => {
  const { page } = await notebook.open("#people=12&worlds=30&accuracy=0.65&release=0.05&tie=own&seed=h4");
  await settled(page);
  const { out } = await ovation(...(await words(page, 0)), "--json");
  const { measures } = JSON.parse(out) as { measures: Record<string, { mean: number; low: number; high: number }> };
  const shown = (await tableRows(page, "measures")).map(({ measure, mean, low, high }) => [
    measure,
    { mean, low, high },
  ]);
  expect(shown).toEqual(Object.entries(measures).map(([name, { mean, low, high }]) => [name, { mean, low, high }]));

  const folder = mkdtempSync(join(tmpdir(), "ovation-crowd-"));
  await within(...(await words(page, 1)), "--threads", "1", "--quiet", "--out", join(folder, "sweep"));
  const [head, ...lines] = readFileSync(join(folder, "sweep", "summary.csv"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const columns = ["accuracy", "measure", "mean", "low", "high"].map((name) => head.indexOf(name));
  const points = lines
    .map((line) => columns.map((at) => line[at]))
    .filter(([, measure]) => ["up", "down", "none"].includes(measure));
  const rows = (await tableRows(page, "accuracies")).map(({ accuracy, measure, mean, low, high }) =>
    [accuracy, measure, mean, low, high].map(String),
  );
  expect(rows).toHaveLength(33);
  expect(rows.sort()).toEqual(points.sort());
  rmSync(folder, { recursive: true });
  await page.close();
});

test("without news the shares of right and wrong crowds are those of the closed form, at every accuracy", async () => {
  // 4,000 worlds a point; five standard errors, false alarm 6e-7 a share.
  const settings = resolve(study.name, study.parameters, { people: 10, worlds: 4000 });
  const { accuracy: points } = await finish(study.work(settings, undefined));
  expect(points).toHaveLength(11);
  for (const { values, measures } of points) {
    const { right, wrong, none } = cascadeShares("coin", Number(values.accuracy), 10);
    for (const [{ mean }, law] of [
      [measures.up, right],
      [measures.down, wrong],
      [measures.none, none],
    ] as const) {
      expect(Math.abs(mean - law)).toBeLessThanOrEqual(5 * Math.sqrt((law * (1 - law)) / 4000) + 1e-9);
    }
  }
});

test("a reader with a keyboard plays all queues, is told the truth and scored beside two rules", async () => {
  const { page, said } = await notebook.open(`${SMALL}&place=3`);
  const jobs = [1, 2, 3, 4, 5].map((world): QueueJob => ({
    parameters: { accuracy: 0.6 },
    people: 10,
    seed: "1",
    world,
  }));
  await page.getByRole("button", { name: "Look at your signal" }).focus();
  for (const job of jobs) {
    const { earlier, own, truth, rightBehind } = placeIn(job, 3);
    expect(await page.locator(".game .queue .option").allTextContents()).toEqual([
      ...earlier.map(({ choice }) => optionName(choice)),
      "?",
    ]);
    expect(await page.locator(".game .signal").textContent()).toBe("");
    expect(await page.getByRole("button", { name: "Choose B" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Look at your signal" }).focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".game .signal").textContent()).toBe(`Your signal says ${optionName(own.signal)}.`);
    await page.keyboard.press("Tab"); // from A to B
    await page.keyboard.press("Enter");
    const outcome = (await page.locator(".game .outcome").textContent()) ?? "";
    expect(outcome).toContain(`${truth === 0 ? "Right" : "Wrong"}: ${optionName(truth)} was the right one`);
    expect(outcome).toContain(`${rightBehind(0)} of them chose rightly`);
    if (job.world < 5) await page.keyboard.press("Enter"); // the next queue
  }
  const right = (choices: number[]): string =>
    `${choices.filter((choice, at) => choice === placeIn(jobs[at], 3).truth).length} of 5`;
  const places = jobs.map((job) => placeIn(job, 3));
  expect(await page.locator("#score tfoot td").allTextContents()).toEqual([
    "",
    right([0, 0, 0, 0, 0]),
    right(places.map(({ own }) => own.signal)),
    right(places.map(({ bayes }) => bayes)),
    "",
  ]);
  expect(await page.locator("#score tbody a").nth(1).getAttribute("href")).toContain("world=2");
  expect(said).toEqual([]);
  await page.close();
});

test("a queue is one of the model's own: without a cascade people keep to their signal or a tie, in one they do not", () => {
  for (let world = 0; world < 60; world++) {
    const { turns } = queueOf({
      parameters: { accuracy: 0.65, tie: "own", release: 0.1 },
      people: 30,
      seed: "q",
      world,
    });
    for (const { choice, signal, cascade } of turns) expect(choice).toBe(cascade ?? signal);
    expect(turns[0].cascade).toBeUndefined();
  }
});

test("each signal is right with the accuracy that was asked for", () => {
  // 3,000 signals at .65; five standard errors, false alarm 6e-7; catches .60 with power above .7.
  const signals = Array.from({ length: 100 }, (_, world) => {
    const { turns, truth } = queueOf({ parameters: { accuracy: 0.65 }, people: 30, seed: "q", world });
    return turns.filter(({ signal }) => signal === truth).length;
  });
  const share = signals.reduce((sum, right) => sum + right, 0) / 3000;
  expect(Math.abs(share - 0.65)).toBeLessThan(5 * Math.sqrt((0.65 * 0.35) / 3000));
});

test("what follows a reader who chooses as the model's person is the queue itself; with a rebel it may not be", () => {
  let helped = 0;
  for (let world = 0; world < 40; world++) {
    const job: QueueJob = { parameters: { accuracy: 0.6 }, people: 30, seed: "q", world };
    const { own, truth, following, rightBehind } = placeIn(job, 6);
    const { turns } = queueOf(job);
    expect(following).toBe(24);
    expect(rightBehind(own.choice)).toBe(turns.slice(6).filter(({ choice }) => choice === truth).length);
    if (rightBehind(1 - own.choice) !== rightBehind(own.choice)) helped++;
  }
  expect(helped).toBeGreaterThan(0);
});

test("stepping forward and back adds and takes away one person", async () => {
  const { page } = await notebook.open(SMALL);
  await page.getByRole("button", { name: "Step back" }).click();
  await expect.poll(() => page.locator(".player output").textContent()).toBe("person 9 of 10");
  expect(await page.locator(".queue-view g[visibility=visible]").count()).toBe(9);
  await page.close();
});

test("what is said of few crowds stays between none and all of them", async () => {
  const { page } = await notebook.open("#worlds=20");
  await settled(page);
  await sharesStayWithin(page, "wrong");
  await page.close();
});
