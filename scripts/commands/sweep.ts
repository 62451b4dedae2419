import { type Command, Option } from "commander";
import { addCommon, collect, type Common, wholeAtLeast } from "../cli/options.ts";
import { type Design, DESIGNS } from "../../models/studies/sweep/designs.ts";

export interface SweepOptions extends Common {
  vary?: string[];
  baseline?: string[];
  design?: Design;
  points?: number;
  levers?: string[];
  resume?: boolean;
}

export function addSweep(program: Command): void {
  const command = program
    .command("sweep <experiment>")
    .description(
      "a designed experiment, from a YAML file or a model with --vary, into a results folder; can be resumed",
    );
  addCommon(command)
    .option("--vary <name=values>", "what to vary: a..b/n, a..b/n/log or a,b,c; once for each", collect)
    .option(
      "--baseline <name=value>",
      "compares every point with the one that has this value and is otherwise the same",
      collect,
    )
    .addOption(new Option("--design <design>", "which points of what is varied (default: factorial)").choices(DESIGNS))
    .option("--points <count>", "how many points a sampled design has", wholeAtLeast(1))
    .option("--levers <names>", "what can be chosen, in a crossed design (a,b,c)", (text) => text.split(","))
    .option("--out <folder>", "the results folder")
    .option("--resume", "goes on with a job that was interrupted, to the same bytes")
    .addHelpText(
      "after",
      "\nExample: ovation sweep independent-cascade --vary probability=0.02..0.2/10 --network karate --replicates 200 --out results/first",
    )
    .action(async (what: string, options: SweepOptions) => {
      const { sweep } = await import("../engine/sweep.ts");
      await sweep(what, options);
    });
}
