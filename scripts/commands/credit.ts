import { type Command } from "commander";
import { threadCount, wholeAtLeast } from "../cli/options.ts";
import { type CreditOptions } from "../credit/credit.ts";

export function addCredit(program: Command): void {
  program
    .command("credit <brief>")
    .description(
      "what each member of a program adds: by removal, directly and indirectly, and by Shapley, beside last touch",
    )
    .option("--arm <name>", "the arm of the brief (default: the first)")
    .option(
      "--members <number>",
      "members removed one by one in each world, at most, spread over all scores",
      wholeAtLeast(1, 100_000),
      50,
    )
    .option("--worlds <number>", "worlds, each of which is run once for every member removed", wholeAtLeast(2), 10)
    .option("--threads <threads>", "never changes a result (default: all cores)", threadCount)
    .option("--quiet", "no progress")
    .option("--json", "one JSON document on standard output, with every member looked at")
    .addHelpText(
      "after",
      '\nExample: ovation credit data/briefs/software-service.yaml --arm "pay for value" --members 10 --worlds 5',
    )
    .action(async (brief: string, options: CreditOptions) => {
      const { credit } = await import("../credit/credit.ts");
      await credit(brief, options);
    });
}
