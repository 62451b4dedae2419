import { type Command } from "commander";
import { threadCount } from "../cli/options.ts";

export function addRerun(program: Command): void {
  program
    .command("rerun <folder>")
    .description("repeats a saved job and compares its bytes")
    .option("--threads <threads>", "never changes a result", threadCount)
    .option("--quiet", "no progress")
    .option("--json", "one JSON document on standard output")
    .addHelpText("after", "\nExample: ovation rerun results/first")
    .action(async (folder: string, options: { threads?: number; quiet?: boolean; json?: boolean }) => {
      const { rerun } = await import("../engine/rerun.ts");
      await rerun(folder, options);
    });
}
