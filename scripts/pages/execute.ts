import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Page } from "playwright";
import { unknownName } from "../../models/core/index.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import { type Progress } from "../cli/progress.ts";
import { pngOf } from "../disk/png.ts";
import { writeWhole } from "../disk/atomic.ts";
import { buildPage } from "./build.ts";
import { openBrowser } from "./chromium.ts";
import { filesOf, findingsOf, type PageForm, stateOf } from "./page-outputs.ts";

export interface ExecuteOptions {
  /** As after `--set`: name=value. */
  set: readonly string[];
  /** What a reader would drop on the page, one a field for files, in their order. */
  files: readonly string[];
  out: string;
  progress: Progress;
}
/** A notebook that was run to its end. */
export interface Executed {
  name: string;
  title: string;
  /** The address that shows the same, behind the number sign. */
  settings: string;
  findings: string[];
  files: string[];
}

const LOOK_MS = 200;
/** Cells that show what was found follow a moment after the last of it. */
const STILL_LOOKS = 3;

/**
 * Runs a notebook as a reader's browser does, without a reader: builds its page, opens it with the
 * settings, waits until nothing is computed any more, and writes its charts as SVG and PNG and its tables as
 * CSV and Parquet into `out`. Throws `RangeError` for settings that the page refuses, and `Error` if a cell
 * fails or the page complains; then nothing is written. Null where it was interrupted.
 */
export async function executeNotebook(
  name: string,
  { set, files, out, progress }: ExecuteOptions,
): Promise<Executed | null> {
  const folder = mkdtempSync(join(tmpdir(), "ovation-run-"));
  const interrupt = onInterrupt();
  try {
    const { file } = await buildPage(name, folder);
    const browser = await openBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1000, height: 900 }, colorScheme: "light" });
      const said: string[] = [];
      page.on("pageerror", (error) => said.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") said.push(message.text());
      });
      await page.goto(`${pathToFileURL(file).href}#${addressOf(set)}`);
      await refuseWrong(page, name, set);
      if (files.length > 0) await bring(page, name, files);
      if (!(await finished(page, progress, interrupt.asked))) return null;
      const failed = [...(await page.locator(".observablehq--error, [data-state=failed]").allTextContents()), ...said];
      if (failed.length > 0) throw new Error([...new Set(failed)].map((text) => `${name}: ${text.trim()}`).join("\n"));
      return {
        name,
        title: await page.title(),
        settings: new URL(page.url()).hash.slice(1),
        findings: await page.evaluate(findingsOf),
        files: await save(page, out),
      };
    } finally {
      await browser.close();
    }
  } finally {
    progress.stop();
    interrupt.release();
    rmSync(folder, { recursive: true });
  }
}

/** Throws `RangeError` for what is no name=value. */
function addressOf(set: readonly string[]): URLSearchParams {
  const wrong = set.filter((text) => text.indexOf("=") < 1);
  if (wrong.length > 0) throw new RangeError(wrong.map((text) => `set: must be name=value, got ${text}`).join("\n"));
  return new URLSearchParams(
    set.map((text) => [text.slice(0, text.indexOf("=")).trim(), text.slice(text.indexOf("=") + 1)]),
  );
}

/** What the form of the page does not know or does not take. */
async function refuseWrong(page: Page, name: string, set: readonly string[]): Promise<void> {
  const form = page.locator(".model-form").first();
  if (set.length === 0 && name.endsWith(".html")) return; // a user's own notebook may have no form
  await form.waitFor();
  const { names, faults } = await form.evaluate((one) => ({
    names: [...(one as PageForm).names],
    faults: [...(one as PageForm).faults],
  }));
  const unknown = set.map((text) => text.slice(0, text.indexOf("=")).trim()).filter((key) => !names.includes(key));
  const all = [...unknown.map((key) => `${name}: ${unknownName(key, "a setting", names)}`), ...faults];
  if (all.length > 0) throw new RangeError(all.join("\n"));
}

async function bring(page: Page, name: string, files: readonly string[]): Promise<void> {
  const fields = await page.locator("input[type=file]").all();
  if (files.length > fields.length) throw new RangeError(`${name}: takes ${fields.length} files, got ${files.length}`);
  for (const [at, file] of files.entries()) await fields[at].setInputFiles(file);
}

/** Waits until nothing has been computed for a moment; false where it was interrupted. */
async function finished(page: Page, progress: Progress, stopped: () => boolean): Promise<boolean> {
  let reported = 0;
  for (let still = 0; still < STILL_LOOKS;) {
    if (stopped()) return false;
    const { running, done, units } = await page.evaluate(stateOf);
    progress.wanted(units);
    progress.add(Math.max(0, done - reported));
    reported = Math.max(reported, done);
    still = running ? 0 : still + 1;
    await page.waitForTimeout(LOOK_MS);
  }
  return true;
}

/** Writes what the page can save, each file whole or not at all; charts as PNG too. */
async function save(page: Page, out: string): Promise<string[]> {
  const all = await page.evaluate(filesOf);
  mkdirSync(out, { recursive: true });
  return all.flatMap(({ file, text, base64 }) => {
    const content = text ?? new Uint8Array(Buffer.from(base64 ?? "", "base64"));
    writeWhole(join(out, file), content);
    if (text === undefined || !file.endsWith(".svg")) return [join(out, file)];
    const png = join(out, file.replace(/\.svg$/, ".png"));
    writeWhole(png, pngOf(text));
    return [join(out, file), png];
  });
}
