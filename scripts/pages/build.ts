import { mkdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { zipSync } from "fflate";
import { build, mergeConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { say } from "../cli/output.ts";
import { writeWhole } from "../disk/atomic.ts";
import { indexPage } from "./index-page.ts";
import { writeReference } from "./api-reference.ts";
import { findNotebook, type Notebook, NOTEBOOKS, notebooks } from "./list.ts";
import { writeProofPage } from "./proof.ts";
import { coloured, guarded, notebookConfig } from "./vite.ts";

/** A page that was written. */
export interface Page {
  name: string;
  file: string;
  bytes: number;
}

/**
 * Every notebook as a static site for any web server, in `out`; paths are relative, so it works in any folder.
 * If the reference of commands is given, it is added, and so is the reference of what `ovation` exports.
 */
export async function buildSite(out: string, commands?: string): Promise<Page[]> {
  const all = notebooks();
  await site(out, all, NOTEBOOKS);
  return withIndex(out, all, commands);
}

/** One notebook as a static site, its page and what that loads in `out`. */
export async function buildOne(name: string, out: string): Promise<Page[]> {
  const notebook = findNotebook(name);
  await site(out, [notebook], dirname(notebook.file));
  return [written(out, notebook.name)];
}

async function site(out: string, all: readonly Notebook[], root: string): Promise<void> {
  const input = all.map(({ file }) => file);
  await build(
    mergeConfig(notebookConfig([guarded()], root), {
      build: { outDir: resolve(out), emptyOutDir: false, rolldownOptions: { input } },
    }),
  );
}

/** One notebook as one file that opens from disk by double click, `out/<name>.html`. */
export async function buildPage(wanted: string, out: string): Promise<Page> {
  const { name, file } = findNotebook(wanted);
  await build(
    mergeConfig(
      notebookConfig([coloured(file), viteSingleFile({ removeViteModuleLoader: true }), guarded()], dirname(file)),
      {
        build: {
          outDir: resolve(out),
          emptyOutDir: false,
          assetsInlineLimit: () => true,
          rolldownOptions: { input: file },
        },
      },
    ),
  );
  return written(out, name);
}

/**
 * Every notebook as one file each, an index that opens from disk, and all of these as one archive for a classroom
 * without a network; next to them the references, as in `buildSite`.
 */
export async function buildPages(out: string, commands?: string): Promise<Page[]> {
  const all = notebooks();
  for (const { name } of all) await buildPage(name, out);
  const pages = await withIndex(out, all, commands);
  writeWhole(join(out, ARCHIVE), archived(pages));
  return pages;
}

/** The archive of all pages, in their folder. */
export const ARCHIVE = "ovation-notebooks.zip";

/** The files in a folder of their own; the same pages give the same bytes. */
function archived(pages: readonly Page[]): Uint8Array {
  const files = Object.fromEntries(
    pages.map(({ file }) => [`ovation-notebooks/${basename(file)}`, new Uint8Array(readFileSync(file))]),
  );
  return zipSync(files, { mtime: "1980-01-01T12:00:00" });
}

/** The index of the notebooks, the proof table if one was saved, and the references if they are wanted. */
async function withIndex(out: string, all: readonly Notebook[], commands?: string): Promise<Page[]> {
  mkdirSync(out, { recursive: true });
  const reference = commands !== undefined && (await writeReference(out));
  if (commands !== undefined && !reference)
    say("notebooks: the reference of what ovation exports is left out; it needs TypeDoc (npm i typedoc)");
  if (commands !== undefined) writeWhole(join(out, "commands.html"), commands);
  writeWhole(join(out, "index.html"), indexPage(all, { reference, commands: commands !== undefined }));
  const proof = writeProofPage(out) ? [written(out, "proof")] : [];
  return [...all.map(({ name }) => written(out, name)), ...proof, written(out, "index")];
}

function written(out: string, name: string): Page {
  const file = join(out, `${name}.html`);
  return { name, file, bytes: statSync(file).size };
}
