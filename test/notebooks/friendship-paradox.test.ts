import { expect, test } from "vitest";
import { builtins, generate } from "../../models/networks/specification.ts";
import { friendshipParadox } from "../../models/networks/structure/degrees.ts";
import { friendsMeans, friendsOf, ofPersonAndFriend, seenBy } from "../../notebooks/friendship-paradox/friends.ts";
import { ovation } from "../support/command.ts";
import { everyNotebook } from "../support/every-notebook.ts";
import { notebookPage, settled, tableRows } from "../support/notebook-page.ts";
import { commandsOf, swept } from "../support/swept.ts";

const notebook = notebookPage("friendship-paradox");
const SMALL = "#nodes=50&worlds=10";

everyNotebook(notebook, {
  small: SMALL,
  heavy: "#nodes=1000&links=8&worlds=5000&network=barabasi-albert",
  change: { setting: "seedCount", to: "2" },
  drawn: { setting: "hubContacts", to: "40" },
  tables: ["structures", "reached"],
});

test("the table of networks is what network info tells, and the cascades are those of the command, digit for digit", async () => {
  const { page } = await notebook.open(`${SMALL}&seed=s8&network=barabasi-albert&links=2&seedCount=2`);
  await settled(page);
  const [info, sweep] = await commandsOf(page);
  const rows = await tableRows(page, "structures");
  for (const name of ["hitech-managers", info[2]]) {
    const row = rows.find(({ network }) => network === name);
    const { out } = await ovation("network", "info", name, ...info.slice(3), "--json");
    expect({ network: name, ...(JSON.parse(out) as object) }).toMatchObject(row ?? { found: name });
  }
  const told = (await swept(sweep)).filter(({ measure }) => measure === "reach");
  expect(
    (await tableRows(page, "reached")).map(({ probability, seedFrom, mean, low, high }) => [
      probability,
      seedFrom,
      mean,
      low,
      high,
    ]),
  ).toEqual(told.map(({ values, mean, low, high }) => [values.probability, values.seedFrom, mean, low, high]));
  await page.close();
});

test("the karate club has its known numbers", async () => {
  const { page } = await notebook.open(SMALL);
  await settled(page);
  const [karate] = await tableRows(page, "structures");
  const known = {
    meanDegree: 4.58824,
    friendshipParadox: 0.85294,
    transitivity: 0.25568,
    meanClustering: 0.57064,
    meanDistance: 2.4082,
    assortativity: -0.47561,
  };
  for (const [name, value] of Object.entries(known)) expect(Number(karate[name]), name).toBeCloseTo(value, 5);
  expect(karate.diameter).toBe(5);
  expect(Number(karate.meanSquareDegree) / Number(karate.meanDegree)).toBeCloseTo(7.76923, 5);
  await page.close();
});

test("with one in a hundred of 25 contacts and the others of 5 a person has 5.2 and a friend 31/5.2", () => {
  const { person, friend } = ofPersonAndFriend([
    { share: 0.01, contacts: 25 },
    { share: 0.99, contacts: 5 },
  ]);
  expect(person).toBeCloseTo(5.2, 12);
  expect(friend).toBeCloseTo(31 / 5.2, 12);
  expect(friend).toBeCloseTo(5.961538, 6);
});

test("who sees the paradox is who network info counts, in every network that comes with the project", () => {
  for (const { kind } of builtins) {
    const network = generate(kind, 1);
    const seen = seenBy(network);
    const tied = seen.filter((what) => what > 0).length;
    expect(seen.filter((what) => what === 1).length / tied, kind).toBe(friendshipParadox(network));
  }
  expect(Array.from(friendsMeans(generate("star:nodes=4", 1)))).toEqual([1, 3, 3, 3]);
  expect(Array.from(friendsOf(generate("star:nodes=4,directed=true", 1)))).toEqual([3, 1, 1, 1]);
});

test("where nobody stands out the friend is worth no more, and the page says that it cannot be told, with the interval of the ratio", async () => {
  const { page, said } = await notebook.open("#network=ring&nodes=60&worlds=400&probability=0.1");
  await settled(page);
  expect(await page.locator("#trick").textContent()).toBe(
    "In this model these worlds show no difference between starting with a random person and starting with a friend they name",
  );
  const at = async (from: number, to: number): Promise<number[]> =>
    (
      await page
        .locator("#trick + .finding data")
        .evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)))
    ).slice(from, to);
  const [low, high, ratio, ratioLow, ratioHigh] = await at(6, 11);
  expect([low <= 0, high >= 0, ratioLow <= 1, ratioHigh >= 1]).toEqual([true, true, true, true]);
  expect([ratioLow < ratio, ratio < ratioHigh]).toEqual([true, true]);
  expect(await page.locator("figure.network figcaption").textContent()).toContain(
    "as many or fewer: 60 of 60. Do they stand",
  );
  expect(await page.getByRole("button", { name: "Save as SVG: friends", exact: true }).count()).toBe(1);
  await page.getByRole("combobox", { name: "network" }).selectOption("barabasi-albert");
  await settled(page);
  await expect
    .poll(() => page.locator("#trick").textContent())
    .toMatch(/names reaches [\d.]+ times as many as the person$/);
  expect(said).toEqual([]);
  await page.close();
});

test("a frame drawn over some people makes the others fade", async () => {
  const { page, said } = await notebook.open("#worlds=10");
  await settled(page);
  const dots = page.locator(".vega-chart path[aria-roledescription=point], .vega-chart .mark-symbol path");
  const faded = (): Promise<number> =>
    dots.evaluateAll((all) => all.filter((dot) => Number(dot.getAttribute("opacity")) < 0.5).length);
  expect(await dots.count()).toBe(34);
  expect(await faded()).toBe(0);
  const chart = page.locator(".vega-chart svg");
  await chart.scrollIntoViewIfNeeded();
  // What stands above may still grow when it is measured: then the frame is drawn beside the chart, and drawn again.
  await expect
    .poll(async () => {
      const at = (await chart.boundingBox())!;
      await page.mouse.move(at.x + 0.6 * at.width, at.y + 0.2 * at.height);
      await page.mouse.down();
      await page.mouse.move(at.x + 0.9 * at.width, at.y + 0.8 * at.height, { steps: 5 });
      await page.mouse.up();
      await page.waitForTimeout(500); // it is drawn a moment later
      return faded();
    })
    .toBeGreaterThan(0);
  expect(said).toEqual([]);
  await page.close();
});
