import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright";
import { expect, test } from "vitest";
import { launchOptions } from "../../../scripts/pages/chromium.ts";

test("a page opens from disk, has fonts, runs its script, and reaches no other host", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ovation-page-"));
  const browser = await chromium.launch(launchOptions());
  try {
    const file = join(folder, "page.html");
    writeFileSync(
      file,
      '<!doctype html><span id="word">ovation</span><script>document.title = "ran";</script><img src="https://example.com/x.png">',
    );
    const page = await browser.newPage();
    const failed: string[] = [];
    page.on("requestfailed", (request) => failed.push(`${request.url()} ${request.failure()?.errorText ?? ""}`));
    await page.goto(pathToFileURL(file).href);
    expect(await page.title()).toBe("ran");
    expect(await page.evaluate(() => document.querySelector("#word")?.getBoundingClientRect().width)).toBeGreaterThan(
      20,
    );
    expect(failed).toEqual(["https://example.com/x.png net::ERR_NAME_NOT_RESOLVED"]);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
});

test("a browser may be named, and one that is not there is refused", () => {
  const { executablePath, env } = launchOptions();
  expect(launchOptions({ ...process.env, ...env, CHROMIUM: executablePath })).toMatchObject({ executablePath });
  for (const path of ["/no/such/browser", process.execPath]) {
    expect(() => launchOptions({ CHROMIUM: path })).toThrow(
      `chromium: CHROMIUM must name a browser that runs here, got ${path}`,
    );
  }
});
