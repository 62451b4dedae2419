import { type Command } from "commander";
import { threadCount } from "../cli/options.ts";

export function addCompare(program: Command): void {
  program
    .command("compare [brief]")
    .description(
      "programs against each other and against no program, in the same worlds, from a YAML brief into a results folder",
    )
    .option(
      "--init [file]",
      "writes a commented brief that runs, and its schema for editors beside it (default: brief.yaml)",
    )
    .option("--schema", "prints the JSON Schema of a brief")
    .option("--threads <threads>", "never changes a result (default: all cores)", threadCount)
    .option("--out <folder>", "the results folder")
    .option("--resume", "goes on with a comparison that was interrupted, to the same bytes")
    .option("--quiet", "no progress")
    .option("--json", "one JSON document on standard output: the decision table")
    .addHelpText(
      "after",
      "\nExample: ovation compare --init brief.yaml && ovation compare brief.yaml --out results/brief",
    )
    .action(async (brief: string | undefined, options: CompareCommand) => {
      const { init, schema, ...rest } = options;
      const asked = [brief !== undefined, init !== undefined, schema === true].filter((one) => one).length;
      if (asked !== 1)
        throw new RangeError(
          `compare: give one of a brief, --init or --schema, got ${asked === 0 ? "none" : "several"}`,
        );
      if (brief !== undefined) {
        const { compare } = await import("../compare/compare.ts");
        await compare(brief, rest);
        return;
      }
      const { printSchema, writeExample } = await import("../brief/example.ts");
      if (schema) printSchema();
      else writeExample(init === true || init === undefined ? "brief.yaml" : init);
    });
}

interface CompareCommand {
  init?: string | true;
  schema?: boolean;
  threads?: number;
  out?: string;
  resume?: boolean;
  quiet?: boolean;
  json?: boolean;
}
