import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect } from "vitest";
import { buildPage, type Page as Built } from "../../scripts/pages/build.ts";
import { launchOptions } from "../../scripts/pages/chromium.ts";

/** A notebook built as one file, and a browser to open it in. */
export interface Notebook {
  built(): Built;
  open(hash?: string, options?: { width?: number; colorScheme?: "light" | "dark" }): Promise<Opened>;
}
export interface Opened {
  page: Page;
  /** Addresses asked for, but for the page itself and for what travels inside it. */
  asked: string[];
  /** What stands in the console, errors of the page included. */
  said: string[];
}

/** Builds the notebook before the tests of a file and opens it from disk as often as they like. */
export function notebookPage(name: string): Notebook {
  const folder = mkdtempSync(join(tmpdir(), "ovation-notebook-"));
  let built: Built;
  let browser: Browser;
  beforeAll(async () => {
    [built, browser] = await Promise.all([buildPage(name, folder), chromium.launch(launchOptions())]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  return {
    built: () => built,
    async open(hash = "", { width = 1280, colorScheme = "light" } = {}) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      page.setDefaultTimeout(120_000); // a busy machine is no fault of the page's
      const [asked, said]: string[][] = [[], []];
      const file = pathToFileURL(built.file).href;
      page.on("request", (request) => {
        if (!request.url().startsWith(file) && !/^(blob|data):/.test(request.url())) asked.push(request.url());
      });
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(error.message));
      await page.goto(file + hash);
      return { page, asked, said };
    },
  };
}

/** Waits until nothing is computed any more and what was found is shown. Fails with what the page says went wrong. */
export async function settled(page: Page): Promise<void> {
  const quiet = (): boolean => {
    const boxes = [...document.querySelectorAll<HTMLElement>("[data-state]")];
    return boxes.length > 0 && boxes.every(({ dataset }) => dataset.state !== "running");
  };
  // Cells follow a change a moment later, and may begin to compute then.
  do {
    await page.waitForFunction(quiet);
    await page.evaluate(
      () => new Promise((idle) => setTimeout(() => requestIdleCallback(idle, { timeout: 5000 }), 150)),
    );
  } while (!(await page.evaluate(quiet)));
  const failed = await page.locator(".observablehq--error, [data-state=failed]").allTextContents();
  if (failed.length > 0) throw new Error(failed.join("\n"));
}

/** The rows of a table of the page: numbers exactly, all else as text. */
export async function tableRows(page: Page, id: string): Promise<Record<string, number | string>[]> {
  const names = await page.locator(`#${id} thead th`).allTextContents();
  const rows = await page.locator(`#${id} tbody tr`).evaluateAll((all) =>
    all.map((row) =>
      [...row.children].map((cell) => {
        const exact = cell.querySelector("data");
        return exact ? Number(exact.value) : cell.textContent;
      }),
    ),
  );
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [names[at], cell])));
}

/** Faults that axe-core calls serious or critical. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  return page.evaluate(async () => {
    interface Violation {
      id: string;
      impact: string;
      nodes: { html: string }[];
    }
    const { axe } = globalThis as unknown as { axe: { run(o: object): Promise<{ violations: Violation[] }> } };
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
  });
}

/** Every number that stands in a sentence about what was found, outside an element that carries it exactly. */
export function looseNumbers(page: Page): Promise<string[]> {
  return page.locator(".finding, h2[id]:has(data)").evaluateAll((all) =>
    all.flatMap((one) => {
      const copy = one.cloneNode(true) as Element;
      for (const exact of copy.querySelectorAll("data, code")) exact.remove();
      const text = copy.textContent.replaceAll(/95\s%/g, ""); // the level of an interval
      return /\d/.test(text) ? [text.replaceAll(/\s+/g, " ").trim()] : [];
    }),
  );
}

/** Holds that there are more than three percentages in the finding below a heading, and that none leaves 0 to 100 %. */
export async function sharesStayWithin(page: Page, heading: string): Promise<void> {
  const shares = await page
    .locator(`#${heading} ~ .finding data`)
    .evaluateAll((all: HTMLDataElement[]) =>
      all.filter(({ textContent }) => textContent.includes("%")).map(({ value }) => Number(value)),
    );
  expect(shares.length).toBeGreaterThan(3);
  expect(shares.filter((share) => share < 0 || share > 1)).toEqual([]);
}

/** Pairs of controls that lie over each other. */
export function overlapping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = [
      ...document.querySelectorAll("main :is(button, input, select, a, summary, label, h2, p, figcaption, table, pre)"),
    ]
      .filter((one) => one.checkVisibility() && !one.closest("svg"))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    const told: string[] = [];
    boxes.forEach(({ one, box: a }, at) => {
      for (const { one: other, box: b } of boxes.slice(at + 1)) {
        if (one.contains(other) || other.contains(one)) continue;
        const [x, y] = [
          Math.min(a.right, b.right) - Math.max(a.left, b.left),
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
        ];
        if (
          x > 3 &&
          y > 3 &&
          getComputedStyle(one).display !== "inline" &&
          getComputedStyle(other).display !== "inline"
        )
          told.push(`${one.outerHTML.slice(0, 80)} over ${other.outerHTML.slice(0, 80)}`);
      }
    });
    return told;
  });
}
