import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser } from "playwright";
import { buildPages } from "../pages/build.ts";
import { openBrowser } from "../pages/chromium.ts";
import { notebooks } from "../pages/list.ts";
import { type Measured, median } from "./paired.ts";

const ROUNDS = 5;
/** Milliseconds within which a reader sees the page, and can use it. */
const PAINT = 1500;
const USE = 3000;

interface Opening {
  /** First contentful paint. */
  paint: number;
  /** Until the form takes values and what it asks for is being computed. */
  use: number;
}

/**
 * How long each page takes from disk, in a new page of a running browser each time: the median of five, beside
 * a page with one sentence opened in turn with it. `each` gets every row as it comes.
 */
export async function benchPages({ each }: { each: (row: Measured) => void }): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "ovation-pages-"));
  const browser = await openBrowser();
  const rows: Measured[] = [];
  try {
    await buildPages(folder);
    const empty = join(folder, "sentence.html");
    writeFileSync(empty, "<!doctype html><title>One sentence</title><p>There is one sentence.");
    for (const { name } of [...notebooks(), { name: "index" }]) {
      const own: Opening[] = [];
      const plain: Opening[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        own.push(await opening(browser, join(folder, `${name}.html`)));
        plain.push(await opening(browser, empty));
      }
      const row = (what: keyof Opening, words: string, goal: number): Measured => {
        const [value, reference] = [own, plain].map((openings) => median(openings.map((one) => one[what])));
        return {
          name: `${words}, ${name}`,
          unit: "ms",
          value,
          reference,
          ratio: value / reference,
          goal: `below ${goal} ms`,
          met: value < goal,
        };
      };
      for (const made of [row("paint", "first paint", PAINT), row("use", "ready to use", USE)]) {
        rows.push(made);
        each(made);
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

async function opening(browser: Browser, file: string): Promise<Opening> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(pathToFileURL(file).href, { waitUntil: "commit" });
    await page.waitForFunction(
      () =>
        document.readyState === "complete" &&
        (!document.querySelector("#cell-1") ||
          (document.querySelector(".model-form") !== null && document.querySelector("[data-state]") !== null)),
      undefined,
      { polling: 10 },
    );
    return await page.evaluate(() => ({
      paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? performance.now(),
      use: performance.now(),
    }));
  } finally {
    await page.close();
  }
}
