import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright";
import { expect, test } from "vitest";
import { writeReference } from "../../../scripts/pages/api-reference.ts";
import { launchOptions } from "../../../scripts/pages/chromium.ts";
import { temporaryFolder } from "../../support/folder.ts";

/** Making the reference compiles the whole project; later runs take it from the cache. */
const LONG = 600_000;

test(
  "the reference leads from page to page, asks no other host for anything, and runs from disk under its policy",
  { timeout: LONG },
  async () => {
    const out = temporaryFolder();
    expect(await writeReference(out)).toBe(true);
    const folder = join(out, "reference");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const pages = files.filter((file) => file.endsWith(".html"));
    expect(pages).toContain(join("functions", "models.defineModel.html"));
    for (const page of pages) {
      const text = readFileSync(join(folder, page), "utf8");
      expect(text, page).toContain("default-src 'none'");
      const loaded = [...text.matchAll(/<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].map(
        ([, to]) => to,
      );
      expect(
        loaded.filter((to) => /^[a-z]*:?\/\//.test(to)),
        page,
      ).toEqual([]);
      const links = [...text.matchAll(/<a [^>]*?href="([^"#]+)[^"]*"/g)].map(([, to]) => to);
      const lost = links.filter((to) => !/^[a-z]+:/.test(to) && !existsSync(resolve(folder, dirname(page), to)));
      expect(lost, page).toEqual([]);
    }
    const styles = files.filter((file) => file.endsWith(".css"));
    for (const style of styles)
      expect(readFileSync(join(folder, style), "utf8")).not.toMatch(/url\(["']?(https?:|\/\/)/);
    const browser = await chromium.launch(launchOptions());
    try {
      const page = await browser.newPage();
      const said: string[] = [];
      page.on("console", (message) => message.type() === "error" && said.push(message.text()));
      page.on("pageerror", (error) => said.push(error.message));
      await page.goto(pathToFileURL(join(folder, "functions", "models.defineModel.html")).href);
      await page.locator(".tsd-navigation a", { hasText: "statistics" }).first().waitFor();
      // A browser draws no symbol of another file from disk; a script of the page puts them into the page instead.
      expect(said.filter((text) => !text.includes("icons.svg"))).toEqual([]);
      await page.locator("svg #icon-search").waitFor({ state: "attached" });
    } finally {
      await browser.close();
    }
  },
);
