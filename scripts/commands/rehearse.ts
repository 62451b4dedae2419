import { type Command, InvalidArgumentError, Option } from "commander";
import { threadCount, wholeAtLeast } from "../cli/options.ts";
import { type RehearseOptions } from "../rehearsal/rehearse.ts";

export function addRehearse(program: Command): void {
  program
    .command("rehearse <brief>")
    .description("the field test of a program before it is paid for: what it would find, how sure, how small it may be")
    .option("--arm <name>", "the arm of the brief that is tested (default: the first)")
    .addOption(
      new Option("--outcome <what>", "what is looked at of a person").choices(["adopted", "value"]).default("adopted"),
    )
    .option("--share <share>", "share of persons, circles or communities that take part", share, 0.5)
    .option("--worlds <number>", "worlds to rehearse in", wholeAtLeast(2), 200)
    .option("--threads <threads>", "never changes a result (default: all cores)", threadCount)
    .option("--quiet", "no progress")
    .option("--json", "one JSON document on standard output")
    .addHelpText(
      "after",
      '\nExample: ovation rehearse data/briefs/consumer-product.yaml --arm "many with few samples" --worlds 100',
    )
    .action(async (brief: string, options: RehearseOptions) => {
      const { rehearse } = await import("../rehearsal/rehearse.ts");
      await rehearse(brief, options);
    });
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value > 0 && value < 1))
    throw new InvalidArgumentError(`It must be a number above 0 and below 1, got ${text}.`);
  return value;
}
