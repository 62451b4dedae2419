import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright";
import { expect, test } from "vitest";
import { charts } from "../../../../models/studies/sweep/report/charts.ts";
import { report } from "../../../../models/studies/sweep/report/page.ts";
import { launchOptions } from "../../../../scripts/pages/chromium.ts";
import { difference, network, probability, sample } from "../../../support/results-sample.ts";

test("the report opens from disk, asks for nothing, and never scrolls sideways", { timeout: 60_000 }, async () => {
  const long = "a network with a name that does not end where one would think that names of networks end";
  const results = sample([probability(0.1, 0.2, 0.3), network("karate", long)], {
    differences: [difference(2, 0, 4, 1), difference(3, 1, 0.5, 1)],
  });
  const folder = mkdtempSync(join(tmpdir(), "ovation-report-"));
  const file = pathToFileURL(join(folder, "report.html")).href;
  writeFileSync(
    join(folder, "report.html"),
    report({ ...results, key: "f".repeat(64), command: "x".repeat(400) }, await charts(results)),
  );
  const browser = await chromium.launch(launchOptions());
  try {
    for (const [width, colorScheme] of [
      [1280, "light"],
      [390, "dark"],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      const [asked, said]: string[][] = [[], []];
      page.on("request", (request) => asked.push(request.url()));
      page.on("console", (message) => said.push(message.text()));
      await page.goto(file);
      expect({ asked, said }).toEqual({ asked: [file], said: [] });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const [ink, ground] = await page.evaluate(() => [
        getComputedStyle(document.querySelector("figure svg")!).color,
        getComputedStyle(document.body).backgroundColor,
      ]);
      const light = (colour: string): number => Math.max(...colour.match(/\d+/g)!.map(Number));
      expect(Math.abs(light(ink) - light(ground))).toBeGreaterThan(150);
      await page.close();
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
});
