import { type Command } from "commander";
import { answer, answerJson } from "../cli/output.ts";
import { type Page } from "../notebooks/build.ts";

interface Told {
  out: string;
  json?: boolean;
}

export function addNotebooks(program: Command): void {
  const group = program.command("notebooks").description("live pages: builds a site, or files that open from disk by double click");
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
}

function tell(pages: readonly Page[], json = false): void {
  if (json) answerJson(pages);
  else answer(pages.map(({ file, bytes }) => `${file}  ${Math.ceil(bytes / 1000)} kB`).join("\n"));
}
