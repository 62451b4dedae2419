import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { charts } from "../../../../models/studies/sweep/report/charts.ts";
import { report } from "../../../../models/studies/sweep/report/page.ts";
import { type Results } from "../../../../models/studies/sweep/results.ts";
import { difference, network, probability, reversed, sample, seedCount } from "../../../support/results-sample.ts";

const made = async (results: Results): Promise<string> => report(results, await charts(results));
const parsed = (page: string): Document => parseHTML(page).document;
const plainSample = sample([probability(0.1, 0.2), network("karate", "florentine")], {
  differences: [difference(2, 0, 3.6, 0.35), difference(1, 0, 0.1, 1)],
});

test("same bytes twice, and with rows in another order", async () => {
  const page = await made(plainSample);
  expect(await made(plainSample)).toBe(page);
  expect(await made(reversed(plainSample))).toBe(page);
});

test("the page may fetch and run nothing, and asks for nothing", async () => {
  const page = await made(plainSample);
  const document = parsed(page);
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content");
  expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; img-src data:;/);
  expect(document.querySelectorAll("script, link, img, iframe, object, embed, base, image, use").length).toBe(0);
  for (const element of document.querySelectorAll("[src], [href], [srcset], [data], [action]"))
    expect(element.getAttribute("href")).toMatch(/^#/);
  expect(page).not.toMatch(/@import|url\((?!#)/);
  expect(page.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/(?:src|href|action)=["']?(?:https?:|\/\/)/);
});

test("the question is the heading, a long one stands below the title", async () => {
  expect(parsed(await made(plainSample)).querySelector("h1")?.textContent).toBe(
    "How far does one recommendation travel?",
  );
  const long = parsed(report({ ...plainSample, question: "How far ".repeat(20) }, []));
  expect(long.querySelector("h1")?.textContent).toBe("A small sweep");
  expect(long.querySelector(".lead")?.textContent).toContain("How far How far");
});

test("it can be read by keyboard and by ear", async () => {
  const document = parsed(await made(plainSample));
  expect(document.documentElement.getAttribute("lang")).toBe("en");
  expect(["header", "main", "footer", "h1"].map((name) => document.querySelectorAll(name).length)).toEqual([
    1, 1, 1, 1,
  ]);
  for (const table of document.querySelectorAll("table")) {
    expect(table.querySelector("caption")?.textContent.trim().length).toBeGreaterThan(3);
    for (const head of table.querySelectorAll("th")) expect(head.getAttribute("scope")).toMatch(/^(?:col|row)$/);
  }
  for (const box of document.querySelectorAll(".box"))
    expect([box.getAttribute("tabindex"), box.getAttribute("role"), Boolean(box.getAttribute("aria-label"))]).toEqual([
      "0",
      "region",
      true,
    ]);
  for (const svg of document.querySelectorAll("figure svg"))
    expect([svg.getAttribute("role"), Boolean(svg.getAttribute("aria-label"))]).toEqual(["img", true]);
  for (const section of document.querySelectorAll("section"))
    expect(document.getElementById(section.getAttribute("aria-labelledby") ?? "")?.tagName).toMatch(/^H[23]$/);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("whatever the input holds stands there as text", async () => {
  const evil = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover='x' ]]> &amp; \u0000";
  const base = sample([probability(0.1, 0.2), network(evil, "karate")], { differences: [difference(1, 0, 2, 1)] });
  const results: Results = {
    ...base,
    title: evil,
    question: evil,
    seed: evil,
    key: evil,
    version: evil,
    command: evil,
    cite: evil,
    model: {
      ...base.model,
      name: evil,
      about: evil,
      source: evil,
      measures: { reach: { about: evil, unit: evil }, rounds: { about: evil, unit: evil } },
      parameters: { [evil]: { about: evil, unit: evil, value: evil } },
    },
    networks: [{ spec: evil, nodes: 1, edges: 0, directed: false, meanDegree: 0 }],
    failures: [
      { point: 0, world: 3, error: evil },
      { point: 99, world: 3, error: evil },
    ],
  };
  const page = await made(results);
  const document = parsed(page);
  expect(document.querySelectorAll("script, img").length).toBe(0);
  for (const element of document.querySelectorAll("*"))
    for (const { name } of element.attributes) expect(name).not.toMatch(/^on/);
  expect(document.querySelector("title")?.textContent).toBe(evil.replace("\u0000", "\ufffd"));
  expect(page).not.toContain("\u0000");
});

test("failures are told first, with setting, world and error", () => {
  const failures = Array.from({ length: 25 }, (_, world) => ({ point: 1, world, error: "no network" }));
  const text = parsed(report({ ...plainSample, failures }, [])).querySelector(".warn")?.textContent;
  expect(text).toContain("25 worlds failed");
  expect(text).toContain("World 19 at probability 0.1, florentine: no network");
  expect(text).toContain("and 5 more");
  expect(report(plainSample, [])).not.toContain('class="warn"');
});

test("sixty settings stand open, more are folded behind the ends", () => {
  const steps = (n: number): number[] => Array.from({ length: n }, (_, i) => (i + 1) / 100);
  const open = parsed(report(sample([probability(...steps(30)), seedCount(1, 2)]), []));
  expect(open.querySelectorAll("#settings ~ .box tbody tr").length).toBe(60);
  const folded = parsed(report(sample([probability(...steps(31)), seedCount(1, 2)]), []));
  expect(folded.querySelectorAll("#settings ~ .box tbody tr").length).toBe(10);
  expect(folded.querySelectorAll("#settings ~ details tbody tr").length).toBe(62);
});

test("it says how to repeat and cite it, and what is not adjusted for", () => {
  const text = parsed(report(plainSample, [])).querySelector("main")?.textContent ?? "";
  for (const part of [
    plainSample.command,
    plainSample.key,
    plainSample.cite,
    "does not test whether customers behave",
    "None is adjusted for comparing 4 settings and 2 measures",
    "Of 2 paired comparisons",
  ]) {
    expect(text).toContain(part);
  }
});

test("nothing measured is said plainly", async () => {
  const page = await made(sample([probability(0.1, 0.2)], { rows: [] }));
  expect(page).toContain("No world gave a number");
});
