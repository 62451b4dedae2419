import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { refuse, unknownName } from "../../models/core/index.ts";
import { seriesChapters } from "./series.ts";

/** The folder of the notebooks. */
export const NOTEBOOKS = fileURLToPath(new URL("../../notebooks/", import.meta.url));

/** A notebook: the name of its file and the title that it carries. */
export interface Notebook {
  name: string;
  file: string;
  title: string;
}

/**
 * Every notebook, in the order of the series. Throws `RangeError` where one has no title, or no place in the series.
 */
export function notebooks(): Notebook[] {
  const order = seriesChapters().flatMap((chapter) => chapter.notebooks.map(({ name }) => name));
  const names = readdirSync(NOTEBOOKS)
    .filter((file) => file.endsWith(".html"))
    .map((file) => basename(file, ".html"));
  const stray = names.filter((name) => !order.includes(name));
  const absent = order.filter((name) => !names.includes(name));
  refuse([
    ...stray.map((name) => `notebooks: ${name}.html must be listed in series.yaml`),
    ...absent.map((name) => `notebooks: ${name} of series.yaml must have its file; there is none`),
  ]);
  return order.map(notebook);
}

/** The notebook of that name, or of that `.html` file. Throws `RangeError` with the nearest right name. */
export function findNotebook(name: string): Notebook {
  if (name.endsWith(".html")) return notebookIn(resolve(name));
  const names = notebooks().map((one) => one.name);
  if (!names.includes(name)) throw new RangeError(`notebooks: ${unknownName(name, "a notebook", names)}`);
  return notebook(name);
}

const notebook = (name: string): Notebook => notebookIn(join(NOTEBOOKS, `${name}.html`));

function notebookIn(file: string): Notebook {
  if (!existsSync(file)) throw new RangeError(`notebooks: there must be a file ${file}; there is none`);
  const text = readFileSync(file, "utf8");
  const name = basename(file, ".html");
  if (!/<notebook[\s>]/.test(text))
    throw new RangeError(`notebooks: ${name}.html must hold a <notebook>; it holds none`);
  const title = /<title>([^<]+)<\/title>/.exec(text)?.[1].trim();
  if (!title) throw new RangeError(`notebooks: ${name}.html must have a <title>; there is none`);
  return { name, file, title };
}
