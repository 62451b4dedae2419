import { expect, test } from "vitest";
import { standingOvation } from "../../models/cascades/standing-ovation.ts";
import { measureNames, simulator } from "../../models/core/index.ts";
import { summarize } from "../../models/statistics/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { ovation } from "../support/command.ts";
import { everyNotebook } from "../support/every-notebook.ts";
import { sharesStayWithin, notebookPage, settled, tableRows } from "../support/notebook-page.ts";

const notebook = notebookPage("standing-ovation");
const SMALL = "#rows=6&columns=7&worlds=30&seed=s5";

everyNotebook(notebook, {
  small: "#rows=6&columns=7&worlds=30",
  heavy: "#rows=30&columns=30&worlds=5000&order=synchronous&view=cone",
  change: { setting: "quality", to: "0.6" },
  drawn: { setting: "world", to: "3" },
  tables: ["measures"],
  reach: ["Step forward", "Play"],
});

test("the page's numbers are those of the core and of the command that it shows, digit for digit", async () => {
  const { page } = await notebook.open(`${SMALL}&order=incentive&quality=0.55&party=3`);
  await settled(page);
  const got = (await tableRows(page, "measures")).map(({ measure, mean, low, high }) => [measure, [mean, low, high]]);
  const parameters = { order: "incentive", quality: 0.55, party: 3 } as const;
  const simulate = simulator(standingOvation, generate("seats:rows=6,columns=7,view=five", "s5"), {
    parameters,
    seed: "s5",
  });
  const names = measureNames(standingOvation);
  const worlds = Array.from({ length: 30 }, (_, world) => {
    const out = new Float64Array(names.length);
    simulate(world, out);
    return out;
  });
  const expected = names.map((name, m) => {
    const { mean, low, high } = summarize(Float64Array.from(worlds, (out) => out[m]));
    return [name, [mean, low, high]] as const;
  });
  expect(got).toEqual(expected);

  const command = (await page.locator(".command").first().textContent()) ?? "";
  const words = command.trim().split(" ");
  expect(words.slice(0, 5).join(" ")).toBe("npm run -s ovation --");
  const { out } = await ovation(...words.slice(5), "--json");
  const { measures } = JSON.parse(out) as { measures: Record<string, { mean: number; low: number; high: number }> };
  expect(Object.entries(measures).map(([name, { mean, low, high }]) => [name, [mean, low, high]])).toEqual(expected);
  await page.close();
});

test("a wrong value is told beside its field and the results wait", async () => {
  const { page, said } = await notebook.open(`${SMALL}&quality=1.3`);
  await settled(page);
  expect(await page.locator(".model-form").textContent()).toContain(
    "quality must be a real number from 0 to 1, got 1.3",
  );
  expect(await page.locator(".command").textContent()).not.toContain("quality");
  expect(said).toEqual([]);
  await page.close();
});

test("stepping forward moves the theatre by one sweep", async () => {
  const { page } = await notebook.open(SMALL);
  await page.getByRole("button", { name: "Step forward" }).click();
  await expect.poll(() => page.locator(".player output").textContent()).toMatch(/^sweep 1 of/);
  await page.close();
});

test("what is said of audiences that all agree stays between none and all of them", async () => {
  const { page } = await notebook.open("#rows=6&columns=7&worlds=20&quality=0.85");
  await settled(page);
  await sharesStayWithin(page, "many-worlds");
  await page.close();
});
