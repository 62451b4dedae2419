import { type Command } from "commander";

export function addBench(program: Command): void {
  program
    .command("bench")
    .description("measures speed and memory as ratios against references in the same run")
    .option("--pages", "how long the notebooks take to open from disk, and nothing else")
    .option("--quiet", "no progress")
    .option("--json", "one JSON document on standard output")
    .addHelpText("after", "\nExample: ovation bench --json > bench.json")
    .action(async (options: { pages?: boolean; quiet?: boolean; json?: boolean }) => {
      const { printBench } = await import("../engine/print-bench.ts");
      await printBench(options);
    });
}
