import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseHTML } from "linkedom";
import { chromium } from "playwright";
import { expect, test } from "vitest";
import { type TopLevelSpec } from "vega-lite";
import { build } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { vegaChart } from "../../notebooks/charts/vega.ts";
import { launchOptions } from "../../scripts/pages/chromium.ts";
import { guarded } from "../../scripts/pages/vite.ts";

const HOSTILE = '<img src=x onerror="alert(1)">';
const { document } = parseHTML("<!doctype html><body></body>");
/** Bars that are pale until one is clicked, computed by an expression and named in a tooltip. */
const spec: TopLevelSpec = {
  data: {
    values: [
      { who: HOSTILE, won: 2 },
      { who: "hubs", won: 4 },
    ],
  },
  params: [{ name: "picked", select: { type: "point", fields: ["who"], on: "click" } }],
  transform: [{ calculate: "datum.won * 10 + length(datum.who) * 0", as: "tens" }],
  mark: "bar",
  encoding: {
    x: { field: "tens", type: "quantitative" },
    y: { field: "who", type: "nominal", sort: null },
    opacity: { condition: { param: "picked", empty: false, value: 1 }, value: 0.4 },
    tooltip: { field: "who" },
  },
};

test("without a browser Vega-Lite draws into the document given, to the width asked for; names stay text", async () => {
  const chart = await vegaChart(spec, { width: 390, document });
  expect([chart.localName, chart.getAttribute("width"), chart.ownerDocument === document]).toEqual([
    "svg",
    "390",
    true,
  ]);
  const lengths = [...chart.querySelectorAll(".mark-rect.role-mark path")].map((bar) =>
    Number(/h([\d.]+)/.exec(bar.getAttribute("d") ?? "")?.[1]),
  );
  expect(lengths[1]).toBeCloseTo(2 * lengths[0], 6);
  expect(chart.querySelector("img, script")).toBeNull();
  expect([...chart.querySelectorAll("text")].some(({ textContent }) => textContent.startsWith("<img"))).toBe(true);
  expect(chart.outerHTML).toContain("var(--view-1"); // follows the page it is put in
});

test("nothing is loaded: what asks for it is refused", async () => {
  const asks: TopLevelSpec = { data: { url: "https://example.com/rows.json" }, mark: "bar", encoding: {} };
  await expect(vegaChart(asks, { width: 390, document })).rejects.toThrow(
    "vega chart: rows must be in the specification, nothing is loaded; got the address https://example.com/rows.json",
  );
  await expect(vegaChart(spec, { width: NaN, document })).rejects.toThrow(
    "vega chart: width must be a number above 0, got NaN",
  );
});

test("under the policy of the pages it draws, answers a click, and the browser has nothing to complain of", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ovation-vega-"));
  const browser = await chromium.launch(launchOptions());
  try {
    const file = (name: string): string =>
      JSON.stringify(fileURLToPath(new URL(`../../notebooks/${name}`, import.meta.url)));
    writeFileSync(
      join(folder, "page.html"),
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Vega</title></head><body><main></main><script type="module">
      import { chartFigure } from ${file("charts/figure.ts")};
      import { vegaChart } from ${file("charts/vega.ts")};
      const chart = await vegaChart(${JSON.stringify(spec).replaceAll("<", "\\u003c")}, { width: 390 });
      document.querySelector("main").append(chartFigure({ name: "won", chart, caption: "Click a bar.", text: "Who won how many.", rows: [] }));
    </script></body></html>`,
    );
    await build({
      configFile: false,
      root: folder,
      logLevel: "error",
      build: { outDir: "out", target: "es2022", rolldownOptions: { input: join(folder, "page.html") } },
      plugins: [viteSingleFile({ removeViteModuleLoader: true }), guarded()],
    });
    expect(readFileSync(join(folder, "out/page.html"), "utf8")).not.toContain("unsafe-eval");
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await page.goto(pathToFileURL(join(folder, "out/page.html")).href);
    await page.waitForSelector("figcaption");
    const opacities = (): Promise<(string | null)[]> =>
      page.locator(".mark-rect.role-mark path").evaluateAll((bars) => bars.map((bar) => bar.getAttribute("opacity")));
    expect(await opacities()).toEqual(["0.4", "0.4"]);
    await page.locator(".mark-rect.role-mark path").nth(1).click();
    await expect.poll(opacities).toEqual(["0.4", "1"]);
    expect(await page.locator("svg").getAttribute("aria-label")).toBe("Who won how many.");
    expect(await page.locator("img").count()).toBe(0);
    expect(said).toEqual([]);
    const refusal = await page.evaluate(
      () =>
        new Promise((told) =>
          setTimeout(() => {
            try {
              told((0, eval)("'made code'"));
            } catch (error) {
              told(String(error));
            }
          }),
        ),
    );
    expect(refusal).toContain("unsafe-eval"); // the policy does hold
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
});
