import { type Command } from "commander";
import { INTERRUPTED } from "../cli/errors.ts";
import { answer, answerJson } from "../cli/output.ts";
import { wrapped } from "../../models/studies/telling/text.ts";
import { progress } from "../cli/progress.ts";
import { type Page } from "../notebooks/build.ts";

interface Told {
  out: string;
  json?: boolean;
}

interface RunOptions {
  set: string[];
  file: string[];
  out?: string;
  quiet?: boolean;
  json?: boolean;
}

export function addNotebooks(program: Command): void {
  const group = program
    .command("notebooks")
    .description("live pages: a site for a web server, files that open by double click, or a server of your own");
  group
    .command("build")
    .description("every notebook as a static site for any web server, or as one file each")
    .option("--pages", "one self-contained HTML file each, and an index")
    .option("--out <folder>", "where to", "results/notebooks")
    .option("--json", "one JSON document on standard output")
    .addHelpText("after", "\nExample: ovation notebooks build --pages --out results/notebooks")
    .action(async ({ pages, out, json }: Told & { pages?: boolean }) => {
      const { buildPages, buildSite } = await import("../notebooks/build.ts");
      tell(await (pages ? buildPages(out) : buildSite(out)), json);
    });
  group
    .command("page <name>")
    .description("one notebook as one self-contained HTML file that opens from disk")
    .option("--out <folder>", "where to", "results/notebooks")
    .option("--json", "one JSON document on standard output")
    .addHelpText("after", "\nExample: ovation notebooks page standing-ovation")
    .action(async (name: string, { out, json }: Told) => {
      const { buildPage } = await import("../notebooks/build.ts");
      tell([await buildPage(name, out)], json);
    });
  group
    .command("run <name>")
    .description(
      "runs a notebook without a reader: its charts as SVG and PNG, its tables as CSV and Parquet, its findings as text",
    )
    .option(
      "--set <name=value>",
      "a setting of the page; repeatable",
      (text: string, all: string[]) => [...all, text],
      [],
    )
    .option(
      "--file <path>",
      "what a reader would drop on the page; repeatable",
      (text: string, all: string[]) => [...all, text],
      [],
    )
    .option("--out <folder>", "where to (default: results/<name>)")
    .option("--quiet", "no progress")
    .option("--json", "one JSON document on standard output")
    .addHelpText("after", "\nExample: ovation notebooks run standing-ovation --set quality=0.6 --set worlds=1000")
    .action(async (name: string, { set, file, out = `results/${name}`, quiet = false, json }: RunOptions) => {
      const { findNotebook } = await import("../notebooks/list.ts");
      findNotebook(name);
      const { executeNotebook } = await import("../notebooks/execute.ts");
      const ran = await executeNotebook(name, { set, files: file, out, progress: progress("worlds", quiet) });
      if (ran === null) process.exitCode = INTERRUPTED;
      else if (json) answerJson(ran);
      else answer([...ran.findings.map((finding) => wrapped(finding)), ran.files.join("\n")].join("\n\n"));
    });
  group
    .command("export [name]")
    .description("a notebook, or every one, for Jupyter's Deno kernel: name.ipynb, and beside it the code that it runs")
    .option("--out <folder>", "where to", "results/ipynb")
    .option("--json", "one JSON document on standard output")
    .addHelpText("after", "\nExample: ovation notebooks export standing-ovation")
    .action(async (name: string | undefined, { out, json }: Told) => {
      const { exportNotebook } = await import("../notebooks/ipynb.ts");
      const { notebooks } = await import("../notebooks/list.ts");
      const exported = [];
      for (const wanted of name === undefined ? notebooks().map((one) => one.name) : [name])
        exported.push(await exportNotebook(wanted, out));
      if (json) answerJson(exported);
      else answer(exported.map(({ ipynb }) => ipynb).join("\n"));
    });
  group
    .command("dev")
    .description("serves the notebooks to this machine and loads them again when they change; Ctrl-C ends it")
    .option("--port <number>", "port to listen on; 0 takes any that is free", "5173")
    .addHelpText("after", "\nExample: ovation notebooks dev --port 8000")
    .action(async ({ port }: { port: string }) => {
      if (!/^\d+$/.test(port) || Number(port) > 65535)
        throw new RangeError(`notebooks: --port must be a whole number from 0 to 65535, got ${port}`);
      const { serveNotebooks } = await import("../notebooks/serve.ts");
      const { notebooks } = await import("../notebooks/list.ts");
      const { url, close } = await serveNotebooks(Number(port));
      answer(
        notebooks()
          .map(({ name, title }) => `${url}${name}.html  ${title}`)
          .join("\n"),
      );
      await new Promise((resolve) => process.once("SIGINT", resolve));
      await close();
    });
}

function tell(pages: readonly Page[], json = false): void {
  if (json) answerJson(pages);
  else answer(pages.map(({ file, bytes }) => `${file}  ${Math.ceil(bytes / 1000)} kB`).join("\n"));
}
