import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { complexContagion } from "../../models/cascades/complex-contagion.ts";
import { run } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { jumps, jumpTies } from "../../notebooks/weak-ties/torus.ts";
import { everyNotebook } from "../support/every-notebook.ts";
import { notebookPage, settled, tableRows } from "../support/notebook-page.ts";
import { commandsOf, swept } from "../support/swept.ts";

const notebook = notebookPage("weak-ties");
const SMALL = "#side=10&worlds=3";

everyNotebook(notebook, {
  small: SMALL,
  heavy: "#side=60&worlds=500",
  change: { setting: "seed", to: "other" },
  tables: ["points", "talked"],
  reach: ["Step back", "Play"],
});

test("the numbers of both sweeps are those of the commands that the page shows, digit for digit", async () => {
  const { page } = await notebook.open(`${SMALL}&seed=s6&strongEffect=0.05`);
  await settled(page);
  const [, torus, talk] = await commandsOf(page);
  const told = (await swept(torus)).filter(({ measure }) => measure !== "present");
  expect(
    (await tableRows(page, "points")).map(({ rewire, threshold, measure, mean, low, high }) => [
      rewire,
      threshold,
      measure,
      mean,
      low,
      high,
    ]),
  ).toEqual(
    told.map(({ values, measure, mean, low, high }) => [
      Number(String(values.network).split("rewire=")[1]),
      values.threshold,
      measure,
      mean,
      low,
      high,
    ]),
  );
  const talked = (await swept(talk)).filter(({ measure }) => measure === "to95" || measure === "byWeak");
  expect(
    (await tableRows(page, "talked")).map(({ weak, measure, mean, low, high }) => [weak, measure, mean, low, high]),
  ).toEqual(talked.map(({ values, measure, mean, low, high }) => [values.weak, measure, mean, low, high]));
  await page.close();
});

test("without rewired ties a torus of even side n fills in n/2, n − 3 and 3n/2 − 5 rounds, as published at 200, and nothing jumps", () => {
  // From one customer where one is needed, else from one and the eight around it. What needs two keeps |row| + |column|
  // ≤ t + 2, and the far corner is met from all sides a round early; what needs three takes two rounds for each row.
  for (const side of [10, 24, 40, 200]) {
    const torus = generate(`moore-torus:rows=${side},columns=${side}`, 1);
    const rounds = [1, 2, 3].map((threshold) => {
      const { reach, rounds: last } = run(complexContagion, torus, {
        parameters: { threshold, seeds: ["0"], seedNeighbourhood: threshold > 1 },
      });
      expect(reach[reach.length - 1]).toBe(side * side);
      return last[last.length - 1];
    });
    expect(rounds).toEqual([side / 2, side - 3, 1.5 * side - 5]);
  }
  expect([200 / 2, 200 - 3, 1.5 * 200 - 5]).toEqual([100, 197, 295]);
});

test("a jump is a customer who joins with nobody beside it, across the edges too, and its tie is the last one needed", () => {
  const reached = new Int32Array(25).fill(-1);
  const through = new Int32Array(25).fill(-1);
  reached[0] = 0; // the corner of a torus of side 5
  reached[24] = 1; // beside it across both edges
  reached[12] = 2; // in the middle
  reached[13] = 3; // beside that
  through[12] = 24;
  expect(jumps(reached, 5)).toEqual([12]);
  const { edges, out } = jumpTies(reached, through, 5);
  expect([edges, out.targets[out.offsets[12]]]).toEqual([1, 24]);
});

test("stepping back moves the town by one round", async () => {
  const { page } = await notebook.open(SMALL);
  const told = page.locator(".player output");
  const last = Number(/of (\d+)/.exec((await told.textContent()) ?? "")?.[1]);
  await page.getByRole("button", { name: "Step back" }).click();
  await expect.poll(() => told.textContent()).toBe(`round ${last - 1} of ${last}`);
  await page.close();
});

test("without rewired ties nothing jumps, and the page says so", async () => {
  const { page } = await notebook.open(`${SMALL}&rewire=0`);
  await settled(page);
  const text = await page.locator("main").textContent();
  expect(text).toContain("It never jumped");
  expect(text).not.toMatch(/there it jumped|A line leads to each place/);
  await page.close();
});

test("weak ties are said to carry news only where it is told sooner by them", async () => {
  const heading = async (weakEffect: number): Promise<string | null> => {
    const { page } = await notebook.open(`${SMALL}&weakEffect=${weakEffect}`);
    await settled(page);
    const text = await page.locator("#strength").textContent();
    await page.close();
    return text;
  };
  expect(await heading(0)).toBe("Acquaintances who pass nothing on change nothing");
  expect(await heading(0.0001)).toMatch(
    /^These worlds do not show whether ten acquaintances a period make news faster$/,
  );
  expect(await heading(0.2)).toMatch(/^Weak ties carry well what a single contact can pass on: .* times as soon$/);
});

test("the town is saved as a drawing with its customers and the ties by which it jumped", async () => {
  const { page } = await notebook.open(`${SMALL}&threshold=1&rewire=0.2`);
  await settled(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as SVG: torus" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("torus.svg");
  const drawing = readFileSync(await file.path(), "utf8");
  const [ties, ...dots] = [...drawing.matchAll(/<path d="([^"]*)"/g)].map(([, path]) => path);
  expect(dots.join("").match(/h0/g)).toHaveLength(100);
  expect(ties.match(/L/g)?.length).toBeGreaterThan(0);
  await page.close();
});
