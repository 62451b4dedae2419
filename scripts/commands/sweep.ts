import { type Command } from "commander";
import { addCommon, collect, type Common } from "../cli/options.ts";

export interface SweepOptions extends Common {
  vary?: string[];
  design?: string;
  points?: number;
  resume?: boolean;
}

export function addSweep(program: Command): void {
  const command = program
    .command("sweep <experiment>")
    .description("a designed experiment, from a YAML file or a model with --vary, into a results folder; can be resumed");
  addCommon(command)
    .option("--vary <name=values>", "what to vary: a..b/n, a..b/n/log or a,b,c; once for each", collect)
    .option("--design <design>", "factorial, one-at-a-time, latin-hypercube or sobol")
    .option("--points <count>", "how many points a sampled design has", Number)
    .option("--out <folder>", "the results folder")
    .option("--resume", "goes on with a job that was interrupted, to the same bytes")
    .addHelpText("after", "\nExample: ovation sweep independent-cascade --vary probability=0.02..0.2/10 --network karate --replicates 200 --out results/first")
    .action(async (what: string, options: SweepOptions) => {
      const { sweep } = await import("../engine/sweep.ts");
      await sweep(what, options);
    });
}
