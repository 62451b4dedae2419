import { chromium } from "playwright";
import { expect, test } from "vitest";
import { serveNotebooks } from "../../../scripts/pages/serve.ts";
import { launchOptions } from "../../../scripts/pages/chromium.ts";
import { ovation } from "../../support/command.ts";

test("the server shows a notebook that runs, and asks no other host", async () => {
  const { url, close } = await serveNotebooks(0);
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    const [asked, failed]: string[][] = [[], []];
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => failed.push(error.message));
    await page.goto(`${url}standing-ovation.html#rows=5&columns=5&worlds=20`);
    await page.locator("#measures").waitFor();
    expect(failed).toEqual([]);
    expect(asked.filter((one) => !one.replace(/^(blob|ws):/, "").startsWith(url) && !one.startsWith("data:"))).toEqual(
      [],
    );
  } finally {
    await browser.close();
    await close();
  }
});

test("a wrong port is a wrong request", async () => {
  const { code, err } = await ovation("notebooks", "dev", "--port", "70000");
  expect(code).toBe(2);
  expect(err).toContain("--port must be a whole number from 0 to 65535, got 70000");
});
