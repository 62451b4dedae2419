import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Cell, deserialize } from "@observablehq/notebook-kit";
import { parseHTML } from "linkedom";
import { build } from "vite";
import { type Parameter } from "../../models/core/index.ts";
import { writeWhole } from "../disk/atomic.ts";
import { findNotebook, NOTEBOOKS } from "./list.ts";

/** What an exported notebook is made from, as its bundle exports it. */
interface Exported {
  study: {
    name: string;
    parameters: Record<string, Parameter>;
    first?: readonly string[];
    charts: Record<string, { caption: string }>;
    tables: Record<string, { caption: string }>;
  };
}
/** The files of an exported notebook: the notebook, and next to it the study that it runs. */
export interface Export {
  name: string;
  ipynb: string;
  study: string;
}

/**
 * Writes a notebook for Jupyter's Deno kernel, `<name>.ipynb`, and `<name>.study.js` with all that it runs. Its
 * text is that of the page; its cells compute, draw and list what the page's worker does, with the settings in
 * a cell of their own: the usual ones over which `set` goes.
 */
export async function exportNotebook(name: string, out: string, set: Record<string, unknown> = {}): Promise<Export> {
  const { file, title } = findNotebook(name);
  mkdirSync(out, { recursive: true });
  const bundle = join(out, `${name}.study.js`);
  const text = await bundled(name);
  writeWhole(bundle, text);
  // As data it is a module whatever folder the file is in.
  const { study } = (await import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`)) as Exported;
  const { cells } = deserialize(readFileSync(file, "utf8"), { parser: new (parseHTML("").DOMParser)() });
  const ipynb = join(out, `${name}.ipynb`);
  writeWhole(ipynb, `${JSON.stringify(notebookOf(title, cells, study, set), null, 1)}\n`);
  return { name, ipynb, study: bundle };
}

/** The study and what runs it without a page, as one module without imports. */
async function bundled(name: string): Promise<string> {
  const entry = join(NOTEBOOKS, name, "kernel-entry.js"); // not a file on disk
  const source = `import { kernelOf } from ${JSON.stringify(join(NOTEBOOKS, "study/kernel.ts"))};
import { study } from ${JSON.stringify(join(NOTEBOOKS, name, "study.ts"))};
export { study };
export const { compute, chart, table } = kernelOf(study);`;
  const result = await build({
    configFile: false,
    root: NOTEBOOKS,
    logLevel: "warn",
    plugins: [
      {
        name: "ovation-kernel",
        enforce: "pre",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
    build: {
      write: false,
      target: "es2022",
      minify: true,
      lib: { entry, formats: ["es"] },
      rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: false } },
    },
  });
  const [{ output }] = Array.isArray(result)
    ? result
    : [result as Exclude<typeof result, unknown[] | { close(): unknown }>];
  const chunk = output.find((file) => file.type === "chunk");
  if (!chunk || chunk.imports.length > 0)
    throw new Error(`${name}: the exported study must import nothing, got ${chunk?.imports.join(", ") ?? "no code"}`);
  return chunk.code;
}

interface Jupyter {
  cell_type: "markdown" | "code";
  id: string;
  metadata: object;
  source: string[];
  outputs?: [];
  execution_count?: null;
}

function notebookOf(
  title: string,
  cells: readonly Cell[],
  study: Exported["study"],
  set: Record<string, unknown>,
): object {
  const texts = cells.filter(({ mode }) => mode === "md").map(({ value }) => value);
  const [intro, ...rest] = texts;
  const made: Omit<Jupyter, "id">[] = [
    markdown(intro),
    code(`import { chart, compute, table } from "./${study.name}.study.js";\n\n${settingsText(study, set)}`),
    code("const found = await compute(settings);\nfound.commands // each gives the same numbers in a terminal"),
    ...Object.entries(study.charts).flatMap(([name, { caption }]) => [
      markdown(caption),
      code(`chart(${JSON.stringify(name)}, found)`),
    ]),
    ...Object.entries(study.tables).flatMap(([name, { caption }]) => [
      markdown(caption),
      code(`table(${JSON.stringify(name)}, found)`),
    ]),
    ...rest.map(markdown),
  ];
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      title,
      kernelspec: { name: "deno", display_name: "Deno", language: "typescript" },
      language_info: { name: "typescript", file_extension: ".ts" },
    },
    cells: made.map((cell, at) => ({ id: `cell-${at}`, ...cell })),
  };
}

const linesOf = (text: string): string[] =>
  text
    .trim()
    .split("\n")
    .map((line, at, all) => (at < all.length - 1 ? `${line}\n` : line));
const markdown = (text: string): Omit<Jupyter, "id"> => ({
  cell_type: "markdown",
  metadata: {},
  source: linesOf(text),
});
const code = (text: string): Omit<Jupyter, "id"> => ({
  cell_type: "code",
  metadata: {},
  outputs: [],
  execution_count: null,
  source: linesOf(text),
});

/** The settings that are always in sight and those that are set, each with its meaning; all others are as usual. */
function settingsText(
  { parameters, first = Object.keys(parameters) }: Exported["study"],
  set: Record<string, unknown>,
): string {
  const names = [...new Set([...first, ...Object.keys(set)])];
  const lines = names.map(
    (name) =>
      `  ${JSON.stringify(name)}: ${JSON.stringify(set[name] ?? parameters[name].fallback)}, // ${parameters[name].about}`,
  );
  return `// What can be set: change it and run the cells below again.\nconst settings = {\n${lines.join("\n")}\n};`;
}
