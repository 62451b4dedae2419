import { type Command } from "commander";
import { type ProveOptions } from "../engine/prove.ts";

export function addProve(program: Command): void {
  program
    .command("prove")
    .description("runs the proof table: what the models reproduce of what is known")
    .option("--seed <text>", "any text; the targets hold for every seed", "1")
    .option("--only <text>", "targets whose name or source contains the text")
    .option("--out <file>", "the proof page, one HTML file that opens anywhere")
    .option("--save", "keeps the rows in data/facts/proof.json, from where the notebooks' proof page is made")
    .option("--quiet", "no progress")
    .option("--json", "one JSON document on standard output")
    .addHelpText("after", "\nExample: ovation prove --only karate")
    .action(async (options: ProveOptions) => {
      const { prove } = await import("../engine/prove.ts");
      await prove(options);
    });
}
