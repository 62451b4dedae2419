import { type Command } from "commander";
import { addCommon, type Common } from "../cli/options.ts";

export interface RunOptions extends Common {
  series?: boolean;
  rows?: string;
  trace?: string;
}

export function addRun(program: Command): void {
  const command = program
    .command("run <model>")
    .description("runs one model in many worlds and reports each measure at the end of the run");
  addCommon(command)
    .option("--series", "the mean of each measure at every step too")
    .option("--rows <file>", "one row a world (.parquet, .csv or .tsv)")
    .option("--trace <file>", "who was reached, when, through whom (.parquet, .csv or .tsv)")
    .option("--out <folder>", "a results folder with rows, charts and a report")
    .addHelpText(
      "after",
      "\nExample: ovation run independent-cascade --network karate --set probability=0.1 --set seeds=0 --replicates 10000",
    )
    .action(async (model: string, options: RunOptions) => {
      const { runModel } = await import("../engine/run-model.ts");
      await runModel(model, options);
    });
}
