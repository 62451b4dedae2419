import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cascadeWindow, globalCascade } from "../../models/cascades/watts-window.ts";
import { resolve } from "../../models/core/index.ts";
import { percent } from "../../notebooks/exact.ts";
import { riotCommand, riotOf } from "../../notebooks/global-cascades/riot.ts";
import { hereOf, study } from "../../notebooks/global-cascades/study.ts";
import {
  type Globals,
  globalsOf,
  mostFrequent,
  mostOutside,
  windowLine,
} from "../../notebooks/global-cascades/window.ts";
import { finish } from "../../notebooks/study/computation.ts";
import { ovation } from "../support/command.ts";
import { everyNotebook } from "../support/every-notebook.ts";
import { temporaryFolder } from "../support/folder.ts";
import { notebookPage, settled, tableRows, sharesStayWithin } from "../support/notebook-page.ts";
import { commandsOf, swept } from "../support/swept.ts";

const notebook = notebookPage("global-cascades");
const SMALL = "#nodes=100&worlds=12&mapWorlds=2";

everyNotebook(notebook, {
  small: SMALL,
  heavy: "#nodes=3000&worlds=2000&mapWorlds=200",
  change: { setting: "threshold", to: "0.3" },
  drawn: { setting: "world", to: "3" },
  tables: ["reached"],
  reach: ["Step back", "Play"],
});

test("the page's numbers are those of the command that it shows, digit for digit", async () => {
  const { page } = await notebook.open("#nodes=120&worlds=10&mapWorlds=2&degree=2.5&seed=g5");
  await settled(page);
  const [command] = await commandsOf(page);
  const expected = (await swept([...command, "--threads", "1"])).filter(({ measure }) => measure !== "present");
  const shown = (await tableRows(page, "reached")).map(({ degree, measure, mean, low, high }) => ({
    network: `erdos-renyi:nodes=120,degree=${degree}`,
    measure,
    mean,
    low,
    high,
  }));
  expect(shown).toHaveLength(24);
  const byNetwork = <R extends { network: unknown; measure: unknown }>(rows: R[]): R[] =>
    rows.sort((a, b) =>
      `${String(a.network)} ${String(a.measure)}` < `${String(b.network)} ${String(b.measure)}` ? -1 : 1,
    );
  expect(byNetwork(shown)).toEqual(
    byNetwork(
      expected.map(({ values, measure, mean, low, high }) => ({ network: values.network, measure, mean, low, high })),
    ),
  );
  await page.close();
});

test("in the middle of the window chance and size are those of theory, at 3 contacts and threshold .18", async () => {
  // 400 networks of 1,000; five standard errors, false alarm 6e-7; the size also within .01, as the networks are
  // finite.
  const settings = resolve(study.name, study.parameters, { degree: 3, worlds: 400, mapWorlds: 2 });
  const place = hereOf(await finish(study.work(settings, undefined)), settings);
  const law = globalCascade(3, 0.18);
  expect(Math.abs((place?.globals.share ?? NaN) - law.chance)).toBeLessThan(
    5 * Math.sqrt((law.chance * (1 - law.chance)) / 400),
  );
  expect(Math.abs((place?.globals.size.mean ?? NaN) - law.size)).toBeLessThan(0.01);
});

test("the line on the map runs along both ends of the window, in steps", () => {
  const line = windowLine(0.1);
  expect(Math.max(...line.map(({ y }) => y))).toBe(0.25);
  const at = (threshold: number): number[] =>
    line
      .filter(
        ({ y }, i) =>
          i + 1 < line.length &&
          line[i + 1].x === line[i].x &&
          Math.min(y, line[i + 1].y) <= threshold &&
          threshold <= Math.max(y, line[i + 1].y),
      )
      .map(({ x }) => x);
  for (const threshold of [0.11, 0.13, 0.18, 0.22]) {
    const { low, high } = cascadeWindow(threshold) ?? { low: NaN, high: NaN };
    expect(at(threshold)).toEqual([low, high]);
  }
});

test("a cascade is global beyond a twentieth of everybody, not at it", () => {
  const { share, size, rest } = globalsOf(Float64Array.of(1, 5, 6, 98), 100);
  expect([share, size.mean, rest.mean]).toEqual([0.5, 0.52, 3]);
  expect(globalsOf(Float64Array.of(1, 2), 100)).toMatchObject({ share: 0, low: 0 });
});

test("where global cascades were most frequent is told with its ties, and outside the window only where there were any", () => {
  const places = [
    [1, 6],
    [3, 98],
    [4, 98],
    [8, 50],
    [9, 1],
  ].map(([degree, reached]) => ({
    degree,
    globals: globalsOf(Float64Array.of(reached, 98 * Number(degree === 3 || degree === 4)), 100),
  }));
  const degreesOf = (some: readonly { degree: number }[]): number[] => some.map(({ degree }) => degree);
  expect(degreesOf(mostFrequent(places))).toEqual([3, 4]);
  expect(mostFrequent([])).toEqual([]);
  expect(mostOutside(places, { low: 2, high: 5 })?.degree).toBe(1);
  expect(mostOutside(places, { low: 1, high: 5 })?.degree).toBe(8);
  expect(mostOutside(places, { low: 1, high: 8 })).toBeUndefined();
});

test("small networks have global cascades outside the window of theory, and the page says so; none is said to be carried where nobody else joined", async () => {
  const { page, said } = await notebook.open("#nodes=100&worlds=40&mapWorlds=2&degree=8&world=2");
  await settled(page);
  const outside = mostOutside(
    (await tableRows(page, "reached")).map(({ degree, global }) => ({
      degree: Number(degree),
      globals: { share: Number(global) } as Globals,
    })),
    cascadeWindow(0.18)!,
  );
  expect(await page.locator("#window").textContent()).toMatch(
    /^In theory global cascades need between 1.02 and 5.76 contacts at threshold 0.18; here they were most frequent at [\d.]/,
  );
  expect(await page.locator("#window + .finding").textContent()).toContain(
    `At or beyond these limits some still occur: ${percent(outside!.globals.share)} of worlds at ${outside!.degree} contact`,
  );
  expect(await page.locator("#one-world").textContent()).toBe("One customer reaches 1 of 100 ");
  expect(await page.locator("#one-world + .finding").textContent()).not.toContain("carry");
  expect(await page.locator("figure.view figcaption").first().textContent()).toContain("Nobody else joined.");
  await page.getByRole("textbox", { name: "threshold" }).fill("0.6");
  await expect
    .poll(() => page.locator("#window").textContent())
    .toBe("In theory no number of contacts makes a global cascade likely at threshold 0.6; here there was none");
  expect(said).toEqual([]);
  await page.close();
});

test("one person's threshold changes a riot of 100 into one rioter, on the page and in the command that it shows", async () => {
  const { page, said } = await notebook.open(SMALL);
  await settled(page);
  const rioters = (): Promise<number> => page.locator(".riot .riots").count();
  expect(await page.locator("#riot").textContent()).toBe(
    "One person's threshold goes from 1 to 2, and 1 riots instead of 100",
  );
  expect(await rioters()).toBe(1);
  await page.locator(".riot g").nth(50).click();
  await expect.poll(rioters).toBe(50);
  await expect.poll(() => page.locator("#link").getAttribute("href")).toContain("person=50&becomes=51");
  const again = await notebook.open(new URL((await page.locator("#link").getAttribute("href")) ?? "").hash);
  await expect.poll(() => again.page.locator(".riot .riots").count()).toBe(50);
  expect(await again.page.locator("#riot + .finding").textContent()).toContain(
    "at 51, 50 riot, although the mean threshold",
  );
  await page.getByRole("textbox", { name: "becomes" }).focus(); // the same by keyboard
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("50");
  await expect.poll(rioters).toBe(100);
  await expect.poll(() => page.locator("#riot").textContent()).toBe("No threshold is changed, and 100 riot of 100");
  expect(await page.locator("#riot + .finding").textContent()).not.toContain("although");
  expect([...said, ...again.said]).toEqual([]);
  await Promise.all([page.close(), again.page.close()]);

  const { thresholds, rioters: expected } = riotOf({ person: 7, becomes: 30 });
  expect(expected).toBe(7);
  const people = join(temporaryFolder(), "riot-people.csv");
  writeFileSync(people, `key,threshold\n${thresholds.map((threshold, key) => `${key},${threshold}\n`).join("")}`);
  const { out } = await ovation(
    ...riotCommand()
      .split(" ")
      .slice(5)
      .map((word) => (word === "riot-people.csv" ? people : word)),
    "--json",
  );
  expect((JSON.parse(out) as { measures: { reach: { mean: number } } }).measures.reach.mean).toBe(expected);
});

test("what is said of the sizes of few global cascades stays between none and all", async () => {
  const { page } = await notebook.open("#nodes=300&worlds=12&mapWorlds=2&degree=1&seed=2");
  await settled(page);
  await sharesStayWithin(page, "fragile");
  await page.close();
});
