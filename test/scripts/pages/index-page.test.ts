import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { catalog } from "../../../models/catalog.ts";
import { indexPage } from "../../../scripts/pages/index-page.ts";
import { NOTEBOOKS, notebooks } from "../../../scripts/pages/list.ts";
import { savedProof } from "../../../scripts/pages/proof.ts";
import { seriesChapters } from "../../../scripts/pages/series.ts";
import { targets } from "../../../models/studies/proof/targets.ts";

test("the index tells the argument of the series, each notebook once and in its order", () => {
  const page = indexPage(notebooks());
  const links = [...page.matchAll(/<li><a href="\.\/([a-z-]+)\.html">/g)].map(([, name]) => name);
  expect(links).toEqual(seriesChapters().flatMap((chapter) => chapter.notebooks.map(({ name }) => name)));
  expect([...links].sort()).toEqual(
    readdirSync(NOTEBOOKS)
      .filter((file) => file.endsWith(".html"))
      .map((file) => basename(file, ".html"))
      .sort(),
  );
});

test("the index has every model and where it is used, small and without scripts", () => {
  const page = indexPage(notebooks());
  for (const { model } of catalog) expect(page).toContain(`<dt>${model.name}</dt>`);
  expect(page).toMatch(/<dt>standing-ovation<\/dt>(?:(?!<dt>)[\s\S])*Used in <a href="\.\/standing-ovation\.html">/);
  expect(page).not.toContain("<script");
  expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
  expect(Buffer.byteLength(page)).toBeLessThan(300_000);
  expect(page).not.toContain("Reference</h2>");
  const beside = indexPage(notebooks(), { reference: true, commands: true });
  expect(beside).toContain('href="./reference/index.html"');
  expect(beside).toContain('href="./commands.html"');
});

test("the kept proof table has every target of today, with the value that is expected today, and all of it holds", () => {
  const saved = savedProof();
  expect(saved?.rows.map(({ section, target, expected }) => ({ section, target, expected }))).toEqual(
    targets.map(({ section, target, expected }) => ({ section, target, expected })),
  );
  expect(saved?.rows.filter(({ pass }) => !pass)).toEqual([]);
});
