import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, mergeConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { html } from "../report/page/html.ts";
import { findNotebook, type Notebook, notebooks } from "./list.ts";
import { guardedPage } from "./policy.ts";
import { guarded, notebookConfig } from "./vite.ts";

/** A page that was written. */
export interface Page {
  name: string;
  file: string;
  bytes: number;
}

/** Every notebook as a static site for any web server, in `out`; paths are relative, so it may stand in any folder. */
export async function buildSite(out: string): Promise<Page[]> {
  const all = notebooks();
  const input = all.map(({ file }) => file);
  await build(mergeConfig(notebookConfig([guarded()]), { build: { outDir: resolve(out), emptyOutDir: false, rolldownOptions: { input } } }));
  return withIndex(out, all);
}

/** One notebook as one file that opens from disk by double click, `out/<name>.html`. */
export async function buildPage(name: string, out: string): Promise<Page> {
  const { file } = findNotebook(name);
  await build(
    mergeConfig(notebookConfig([viteSingleFile({ removeViteModuleLoader: true }), guarded()]), {
      build: { outDir: resolve(out), emptyOutDir: false, assetsInlineLimit: () => true, rolldownOptions: { input: file } },
    }),
  );
  return written(out, name);
}

/** Every notebook as one file each, and an index that opens from disk. */
export async function buildPages(out: string): Promise<Page[]> {
  const all = notebooks();
  for (const { name } of all) await buildPage(name, out);
  return withIndex(out, all);
}

function withIndex(out: string, all: readonly Notebook[]): Page[] {
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "index.html"), index(all));
  return [...all.map(({ name }) => written(out, name)), written(out, "index")];
}

/** The list of the notebooks as a page of its own, without scripts. */
function index(all: readonly Notebook[]): string {
  const { html: text } = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>Ovation: notebooks</title>
<style>:root{color-scheme:light dark}body{font:18px/1.6 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:2rem 1.25rem}</style></head>
<body><main><h1>Ovation: notebooks</h1><p>Each is one question, with a model to ask it of. All of it runs in this browser; nothing is sent anywhere.</p><ul>${all.map(
    ({ name, title }) => html`<li><a href="./${name}.html">${title}</a></li>`,
  )}</ul></main></body></html>
`;
  return guardedPage(text);
}

function written(out: string, name: string): Page {
  const file = join(out, `${name}.html`);
  return { name, file, bytes: statSync(file).size };
}
