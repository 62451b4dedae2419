import { expect, test } from "vitest";
import { type Degree, type Degrees } from "../../models/influence/degrees/statistic.ts";
import { beyondOf } from "../../notebooks/how-far-influence-travels/clusters.ts";
import { ovation } from "../support/command.ts";
import { everyNotebook } from "../support/every-notebook.ts";
import { notebookPage, settled, tableRows } from "../support/notebook-page.ts";
import { commandsOf } from "../support/swept.ts";

const notebook = notebookPage("how-far-influence-travels");
const SMALL = "#customers=120&worlds=8&permutations=99";

everyNotebook(notebook, {
  small: SMALL,
  heavy: "#network=barabasi-albert&customers=2000&ties=5&permutations=1000&worlds=1000",
  change: { setting: "copy", to: "0.9" },
  tables: ["degrees", "measures", "reach"],
  reach: ["Step back", "Play"],
});

test("the statistic, the worlds and the reach are those of the commands that the page shows, digit for digit", async () => {
  const { page } = await notebook.open(
    `${SMALL}&network=les-miserables&copy=0.8&world=3&seed=s7&person=Marius&distances=4`,
  );
  await settled(page);
  const [clusters, worlds, reach] = await Promise.all(
    (await commandsOf(page)).map(async (words) => JSON.parse((await ovation(...words, "--json")).out) as unknown),
  );
  const { degrees } = clusters as Degrees;
  expect(degrees).toHaveLength(4);
  expect(await tableRows(page, "degrees")).toEqual(
    degrees.map(({ distance, pairs, observed, expected, excess, excessLow, excessHigh, p }) => ({
      distance,
      pairs,
      observed,
      expected,
      excess,
      excessLow,
      excessHigh,
      p,
    })),
  );
  const { measures } = worlds as { measures: Record<string, { mean: number; low: number; high: number }> };
  expect((await tableRows(page, "measures")).map(({ measure, mean, low, high }) => [measure, mean, low, high])).toEqual(
    Object.entries(measures).map(([name, { mean, low, high }]) => [name, mean, low, high]),
  );
  const { person, degrees: around } = reach as {
    person: string;
    degrees: { distance: number; people: number; reached: number; low: number; high: number }[];
  };
  expect(person).toBe("Marius");
  expect(await tableRows(page, "reach")).toEqual(
    around.map(({ distance, people, reached, low, high }) => ({ distance, people, reached, low, high })),
  );
  await page.close();
});

test("on a chain the shares of pairs follow the law ρᵈ(1 − π)/π, and every path of d ties passes a recommendation on with chance pᵈ", async () => {
  // 200 worlds and 10,000 recommendations; each of six checks is 5 standard errors wide (false alarm 6e-7), three
  // degrees of an excess of
  // .6, .36 and .216 known to .009 to .012: a decay of .55 or .65 instead of .6 is caught.
  const { page } = await notebook.open(
    "#network=path&customers=1000&copy=0.6&prevalence=0.5&worlds=200&permutations=39&person=500&probability=0.4&distances=3&seed=law",
  );
  await settled(page);
  const measures = await tableRows(page, "measures");
  for (const d of [1, 2, 3]) {
    const { mean, low, high } = measures[d] as Record<string, number>;
    const stderr = (high - low) / 2 / 1.97; // Student's t of 199 degrees
    expect(Math.abs(mean - 0.25 * (1 + 0.6 ** d)), `both${d}`).toBeLessThan(5 * stderr);
  }
  for (const { distance, people, reached, low, high } of (await tableRows(page, "reach")) as Record<string, number>[]) {
    expect(people).toBe(2);
    expect(Math.abs(reached - 2 * 0.4 ** distance), `round ${distance}`).toBeLessThan((5 * (high - low)) / 3.92);
  }
  await page.close();
});

test("a click puts somebody in the middle, and what is said, the link and the command follow; copying is not computed again", async () => {
  const { page, said } = await notebook.open(SMALL);
  await settled(page);
  const middle = page.getByLabel("Person in the middle");
  const before = await middle.inputValue();
  const clusters = page.locator("[data-state]").first();
  await clusters.evaluate((box) => box.setAttribute("data-same", "yes"));
  await page.locator(".rings svg circle.person:not(.middle)").nth(2).click();
  await expect.poll(() => middle.inputValue()).not.toBe(before);
  const chosen = await middle.inputValue();
  await settled(page);
  await expect.poll(() => page.locator("#reach code").textContent()).toBe(chosen);
  expect(await page.evaluate(() => location.hash)).toContain(`person=${chosen}`);
  expect(await page.locator(".command").last().textContent()).toContain(`--person ${chosen} `);
  expect(await clusters.getAttribute("data-same")).toBe("yes");
  await page.getByRole("textbox", { name: "copy" }).fill("0.2"); // who was clicked stays while the network does
  await settled(page);
  expect(await middle.inputValue()).toBe(chosen);
  expect(said).toEqual([]);
  await page.close();
});

test("the keyboard keeps its place when another person is put in the middle", async () => {
  const { page } = await notebook.open(SMALL);
  await settled(page);
  const held = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.localName);
  await page.getByLabel("Person in the middle").fill("7");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator("#reach code").textContent()).toBe("7");
  expect(await held()).toBe("input");
  await page.locator(".rings svg").first().focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator("#reach code").textContent()).not.toBe("7");
  expect(await held()).toBe("svg");
  await page.close();
});

test("an unknown name is reported with the nearest known one, and the page goes on with the person with the most contacts", async () => {
  const { page } = await notebook.open(`${SMALL}&network=les-miserables&person=Valjan`);
  await settled(page);
  expect(await page.locator("p.fault", { hasText: "person" }).textContent()).toContain(
    "Valjan is nobody in this network; did you mean Valjean?",
  );
  expect(await page.locator("#reach code").textContent()).toBe("Valjean");
  expect(await page.locator(".observablehq--error").count()).toBe(0);
  await page.close();
});

test("beyond the degrees to which a trait clusters it may be outside the band again, above or below, and both are told", () => {
  const degreesOf = (...excesses: number[]): Degree[] =>
    excesses.map((excess, d) => ({ distance: d + 1, excess, excessLow: -0.1, excessHigh: 0.1 }) as Degree);
  expect(beyondOf({ influence: 1, degrees: degreesOf(0.5, 0.05, 0.2, 0.1, -0.2) })).toMatchObject({
    first: { distance: 2 },
    under: false,
    again: [3, 5],
  });
  expect(beyondOf({ influence: 1, degrees: degreesOf(0.5, -0.2, NaN) })).toMatchObject({
    first: { distance: 2 },
    under: true,
    again: [],
  });
  expect(beyondOf({ influence: 2, degrees: degreesOf(0.5, 0.3) })).toBeUndefined();
});

test("one degree that cannot be told from chance says nothing of those beyond, and the page names those that can", async () => {
  const { page, said } = await notebook.open("#copy=0.3&worlds=2");
  await settled(page);
  const rows = await tableRows(page, "degrees");
  expect(rows.map(({ excess, excessHigh }) => excess > excessHigh)).toEqual([true, false, false, false, true]);
  expect(await page.locator("#one-world + .finding").textContent()).toMatch(
    /At 2 degrees .*: it cannot be told from chance \(at 5 degrees it leaves the band again\)\./,
  );
  expect(said).toEqual([]);
  await page.close();
});

test("where nobody or everybody has the trait the page says that there is nothing to compare", async () => {
  const { page } = await notebook.open("#network=path&customers=60&copy=1&worlds=4&permutations=39");
  await settled(page);
  expect(await page.locator("#one-world").textContent()).toMatch(/(nobody|everybody) has the trait/);
  expect(await page.locator(".observablehq--error").count()).toBe(0);
  await page.close();
});
