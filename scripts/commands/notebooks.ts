import { dirname } from "node:path";
import { wrapped } from "../../models/studies/telling/text.ts";
import { command } from "../cli/command.ts";
import { INTERRUPTED } from "../cli/errors.ts";
import { file, flag, folder, optional, settings, several, whole } from "../cli/kinds.ts";
import { json, quiet } from "../cli/options.ts";
import { answer, answerJson } from "../cli/output.ts";
import { progress } from "../cli/progress.ts";
import { type Page } from "../pages/build.ts";

const names = async (): Promise<string[]> => {
  const { notebooks } = await import("../pages/list.ts");
  return notebooks().map(({ name }) => name);
};
const notebook = file({
  takes: "notebook",
  words: names,
  endings: [".html"],
  about: "the name of a notebook, or an .html file of your own",
});
const out = folder({ fallback: "results/notebooks", about: "the folder to write to" });

export const build = command({
  name: "notebooks build",
  about: "builds every notebook, or one, as a static site for any web server or as single files",
  arguments: { notebook: optional(notebook) },
  options: { pages: flag("one self-contained HTML file each, and an index"), out, json },
  examples: ["notebooks build --pages --out results/notebooks"],
  async act(given, line) {
    const { commandReference } = await import("../cli/reference.ts");
    const { buildOne, buildPage, buildPages, buildSite } = await import("../pages/build.ts");
    const { notebook: one, pages } = given;
    if (one === undefined)
      report(await (pages ? buildPages : buildSite)(given.out, await commandReference(line)), given.json);
    else report(pages ? [await buildPage(one, given.out)] : await buildOne(one, given.out), given.json);
  },
});

export const page = command({
  name: "notebooks page",
  about: "builds one notebook as one self-contained HTML file that opens from disk",
  arguments: { name: notebook },
  options: { out, json },
  examples: ["notebooks page standing-ovation"],
  async act(given) {
    const { buildPage } = await import("../pages/build.ts");
    report([await buildPage(given.name, given.out)], given.json);
  },
});

export const execute = command({
  name: "notebooks run",
  about:
    "runs a notebook without a browser window: its charts as SVG and PNG, its tables as CSV and Parquet, its findings as text",
  arguments: { name: notebook },
  options: {
    set: { ...settings({ about: "a setting of the page; repeatable" }), words: undefined },
    file: several(file({ takes: "path", about: "what a reader would drop on the page; repeatable" })),
    out: folder({ about: "the folder to write to (default: results/<name>)" }),
    quiet,
    json,
  },
  examples: ["notebooks run standing-ovation --set quality=0.6 --set worlds=1000"],
  async act({ name, set = [], file: files = [], out: folderWanted, quiet: still = false, json: machine }) {
    const { findNotebook } = await import("../pages/list.ts");
    const target = folderWanted ?? `results/${findNotebook(name).name}`;
    const { executeNotebook } = await import("../pages/execute.ts");
    const ran = await executeNotebook(name, { set, files, out: target, progress: progress("worlds", still) });
    if (ran === null) process.exitCode = INTERRUPTED;
    else if (machine) answerJson(ran);
    else answer([...ran.findings.map((finding) => wrapped(finding)), ran.files.join("\n")].join("\n\n"));
  },
});

export const exported = command({
  name: "notebooks export",
  about:
    "exports a notebook, or every one, for Jupyter's Deno kernel: name.ipynb, and next to it the code that it runs",
  arguments: { name: optional(notebook) },
  options: { out: folder({ fallback: "results/ipynb", about: "the folder to write to" }), json },
  examples: ["notebooks export standing-ovation"],
  async act(given) {
    const { exportNotebook } = await import("../pages/ipynb.ts");
    const made = [];
    for (const wanted of given.name === undefined ? await names() : [given.name])
      made.push(await exportNotebook(wanted, given.out));
    if (given.json) answerJson(made);
    else answer(made.map(({ ipynb }) => ipynb).join("\n"));
  },
});

export const dev = command({
  name: "notebooks dev",
  about: "serves the notebooks, or one, on this machine and reloads them when they change; Ctrl-C ends it",
  arguments: { notebook: optional(notebook) },
  options: {
    port: whole({
      takes: "number",
      fallback: 5173,
      min: 0,
      max: 65535,
      about: "port to listen on; 0 takes any free port",
    }),
  },
  examples: ["notebooks dev --port 8000"],
  async act({ notebook: wanted, port }) {
    const { serveNotebooks } = await import("../pages/serve.ts");
    const { findNotebook, notebooks } = await import("../pages/list.ts");
    const one = wanted === undefined ? undefined : findNotebook(wanted);
    const { url, close } = await serveNotebooks(port, one && dirname(one.file));
    answer((one ? [one] : notebooks()).map(({ name, title }) => `${url}${name}.html  ${title}`).join("\n"));
    await new Promise((resolve) => process.once("SIGINT", resolve));
    await close();
  },
});

function report(pages: readonly Page[], machine = false): void {
  if (machine) answerJson(pages);
  else answer(pages.map((one) => `${one.file}  ${Math.ceil(one.bytes / 1000)} kB`).join("\n"));
}
