import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { standingOvation } from "../../models/cascades/standing-ovation.ts";
import { measureNames, simulator } from "../../models/core/index.ts";
import { summarize } from "../../models/experiments/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { buildPage, type Page as Built } from "../../scripts/notebooks/build.ts";
import { launchOptions } from "../support/chromium.ts";
import { ovation } from "../support/command.ts";

const folder = mkdtempSync(join(tmpdir(), "ovation-notebook-"));
const SMALL = "#rows=6&columns=7&worlds=30&seed=s5";
let built: Built;
let browser: Browser;

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage("standing-ovation", folder), chromium.launch(launchOptions())]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  page: Page;
  /** Addresses asked for, but for the page itself. */
  asked: string[];
  /** What stands in the console, errors of the page included. */
  said: string[];
}
async function open(hash: string, options: { width?: number; colorScheme?: "light" | "dark" } = {}): Promise<Opened> {
  const { width = 1280, colorScheme = "light" } = options;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const [asked, said]: string[][] = [[], []];
  const file = pathToFileURL(built.file).href;
  page.on("request", (request) => { if (!request.url().startsWith(file)) asked.push(request.url()); });
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto(file + hash);
  return { page, asked, said };
}

/** What the page says once every world has ended: each measure's mean and interval, exactly. */
async function results(page: Page): Promise<Record<string, number[]>> {
  await page.waitForFunction(() => {
    const bar = document.querySelector<HTMLProgressElement>(".worlds progress");
    return bar?.value === bar?.max && document.querySelector("#measures caption")?.textContent.includes(` ${bar?.max} worlds`);
  });
  const rows = await page.locator("#measures tbody tr").evaluateAll((all) =>
    all.map((row) => [(row as HTMLElement).dataset.measure ?? "", [...row.querySelectorAll("data")].slice(0, 3).map(({ value }) => Number(value))] as const));
  return Object.fromEntries(rows);
}

test("the page is one file under 3 MB that opens from disk at any width, asks for nothing and complains of nothing", async () => {
  expect(built.bytes).toBeLessThan(3e6);
  for (const [width, colorScheme] of [[1280, "light"], [768, "dark"], [390, "light"]] as const) {
    const { page, asked, said } = await open(SMALL, { width, colorScheme });
    await results(page);
    expect(said).toEqual([]);
    expect(asked.filter((url) => !url.startsWith("blob:"))).toEqual([]); // the worker travels inside the page
    const wide = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBeLessThanOrEqual(width);
    await page.getByRole("button", { name: "Large type" }).click();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("24px");
    expect(await wide()).toBeLessThanOrEqual(width);
    await page.close();
  }
});

test("readers that speak and those who cannot tell colours find no serious fault, light and dark", async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  for (const colorScheme of ["light", "dark"] as const) {
    const { page } = await open(SMALL, { colorScheme });
    await results(page);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { axe: checker } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> } };
      return (await checker.run()).violations;
    });
    expect(found.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);
    await page.close();
  }
});

test("nothing put into the page runs, and nothing can be sent", async () => {
  const { page } = await open(SMALL);
  await results(page);
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'ran'";
    document.body.append(script);
    const sent = await fetch("http://127.0.0.1:9/").then(() => "sent", (error: unknown) => String(error));
    return { title: document.title, sent };
  });
  expect(ran.title).toBe("The standing ovation");
  expect(ran.sent).toContain("Failed to fetch");
  const refused = await page.evaluate(() => new Promise((tell) => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => tell(effectiveDirective));
    void fetch("http://127.0.0.1:9/").catch(() => undefined);
  }));
  expect(refused).toBe("connect-src");
  await page.close();
});

test("the page's numbers are those of the core and of the command that it shows, digit for digit", async () => {
  const { page } = await open(`${SMALL}&order=incentive&quality=0.55&party=3`);
  const got = await results(page);
  const parameters = { order: "incentive", quality: 0.55, party: 3 } as const;
  const simulate = simulator(standingOvation, generate("seats:rows=6,columns=7,view=five", "s5"), { parameters, seed: "s5" });
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
  expect(got).toEqual(Object.fromEntries(expected));

  const command = (await page.locator("#command").textContent()) ?? "";
  const words = command.trim().split(" ");
  expect(words.slice(0, 5).join(" ")).toBe("npm run -s ovation --");
  const { out } = await ovation(...words.slice(5), "--json");
  const { measures } = JSON.parse(out) as { measures: Record<string, { mean: number; low: number; high: number }> };
  expect(Object.entries(measures).map(([name, { mean, low, high }]) => [name, [mean, low, high]])).toEqual(expected);
  await page.close();
});

test("the keyboard alone changes a value, the results follow, and the link gives them again", async () => {
  const { page, said } = await open(SMALL);
  const before = await results(page);
  await page.getByRole("textbox", { name: "quality" }).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("0.6");
  await page.waitForFunction(() => location.hash.includes("quality=0.6"));
  const after = await results(page);
  expect(after.standing[0]).toBeGreaterThan(before.standing[0]);
  const link = await page.locator("#link").getAttribute("href");
  const again = await open(new URL(link ?? "").hash);
  expect(await results(again.page)).toEqual(after);
  expect(await again.page.locator("#one-world").textContent()).toBe(await page.locator("#one-world").textContent());
  await page.getByRole("button", { name: "Step forward" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".player output").textContent()).toMatch(/^sweep 1 of/);
  expect(said).toEqual([]);
  await Promise.all([page.close(), again.page.close()]);
});

test("a wrong value is told beside its field and the results wait; markup in the address stays text", async () => {
  const { page, said } = await open(`${SMALL}&quality=1.3`);
  await results(page);
  expect(await page.locator(".model-form").textContent()).toContain("quality must be a real number from 0 to 1, got 1.3");
  expect(await page.locator("#command").textContent()).not.toContain("quality");
  const marked = await open("#rows=6&columns=7&worlds=30&seed=%3Cimg/src=x%3E");
  await results(marked.page);
  expect(await marked.page.locator(".again b").textContent()).toBe("<img/src=x>");
  expect(await marked.page.locator("main img").count()).toBe(0);
  expect([...said, ...marked.said]).toEqual([]);
  await Promise.all([page.close(), marked.page.close()]);
});

test("the stop button stops the worlds and the page never freezes meanwhile", async () => {
  const { page } = await open("#rows=30&columns=30&worlds=5000&order=synchronous&view=cone");
  await page.getByRole("button", { name: "Stop" }).click();
  const told = page.locator(".worlds label");
  const stopped = await told.textContent();
  expect(stopped).toMatch(/^\d+ of 5000 worlds$/);
  await page.waitForTimeout(400);
  expect(await told.textContent()).toBe(stopped);
  await expect.poll(() => page.locator(".worlds button").textContent()).toBe("Run again");
  await page.close();
});
