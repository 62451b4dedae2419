import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium } from "playwright";
import { expect, test } from "vitest";
import { buildSite } from "../../../scripts/pages/build.ts";
import { findNotebook } from "../../../scripts/pages/list.ts";
import { launchOptions } from "../../../scripts/pages/chromium.ts";
import { temporaryFolder } from "../../support/folder.ts";

const KINDS: Record<string, string> = { html: "text/html", js: "text/javascript", css: "text/css" };

test("the site runs from any folder of a web server, index first, and asks that server alone", async () => {
  const out = temporaryFolder();
  const pages = await buildSite(out);
  expect(pages.find(({ name }) => name === "index")?.bytes).toBeLessThan(300_000);
  const server = createServer(({ url = "" }, response) => {
    const path = new URL(url, "http://localhost").pathname;
    const file = path.startsWith("/deep/down/") ? join(out, path.slice("/deep/down/".length)) : "";
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": KINDS[file.split(".").at(-1) ?? ""] }).end(readFileSync(file));
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    const [asked, said]: string[][] = [[], []];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await page.goto(`${origin}/deep/down/index.html`);
    await page.getByRole("link", { name: "The standing ovation" }).first().click();
    await page.locator("#measures").waitFor();
    expect(said).toEqual([]);
    expect(asked.filter((url) => !url.replace(/^blob:/, "").startsWith(origin))).toEqual([]);
  } finally {
    await browser.close();
    server.close();
  }
});

test("a notebook that is not there is refused with the nearest right name", () => {
  expect(() => findNotebook("standing-ovations")).toThrow("did you mean standing-ovation?");
});
