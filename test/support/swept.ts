import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Page } from "playwright";
import { within } from "./command.ts";
import { temporaryFolder } from "./folder.ts";

interface Results {
  points: { id: number; values: Record<string, unknown> }[];
  rows: { point: number; measure: string; mean: number | null; low: number | null; high: number | null }[];
}
/** A setting and measure of a sweep, as the command line writes it; missing is NaN. */
export interface SweptRow {
  values: Record<string, unknown>;
  measure: string;
  mean: number;
  low: number;
  high: number;
}

/** The words of the commands that a page shows, after `ovation`. */
export async function commandsOf(page: Page): Promise<string[][]> {
  return (await page.locator(".command").allTextContents()).map((text) =>
    text.trim().replaceAll("'", "").split(" ").slice(5),
  );
}

/** Runs a sweep and reads its results back. */
export async function swept(words: readonly string[]): Promise<SweptRow[]> {
  const out = join(temporaryFolder(), "swept");
  await within(...words, "--out", out);
  const { points, rows } = JSON.parse(readFileSync(join(out, "results.json"), "utf8")) as Results;
  const settings = new Map(points.map(({ id, values }) => [id, values]));
  return rows.map(({ point, measure, mean, low, high }) => ({
    values: settings.get(point) ?? {},
    measure,
    mean: mean ?? NaN,
    low: low ?? NaN,
    high: high ?? NaN,
  }));
}
