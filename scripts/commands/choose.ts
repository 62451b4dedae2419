import { type Command, InvalidArgumentError, Option } from "commander";
import { collect, threadCount, wholeAtLeast } from "../cli/options.ts";
import { type ChooseOptions } from "../engine/choose-request.ts";

export function addChoose(program: Command): void {
  program
    .command("choose")
    .description("chooses advocates, and judges what they reach in fresh worlds")
    .option("--model <model>", "how it passes from customer to customer", "independent-cascade")
    .option("--count <customers>", "how many to choose", wholeAtLeast(1))
    .option("--method <method>", "one, several as a,b,c, or all (default: guaranteed)")
    .option("--epsilon <share>", "guaranteed: how far below 1 − 1/e the certified share may lie", number, 0.1)
    .option(
      "--failure <chance>",
      "guaranteed: chance that the certificate is wrong (default: one over the customers)",
      number,
    )
    .option("--budget <money>", "what they may cost together, instead of --count or beside it", number)
    .option("--costs <costs>", "what each costs: an attribute, a number, or a form such as 2+0.5*degree")
    .option("--candidates <keys>", "who may be chosen: keys as a,b,c, or a file with a key a line (default: everybody)")
    .option(
      "--value <attribute>",
      "what each customer is worth: the worth reached is then what greedy and guaranteed maximise",
    )
    .option("--skill <attribute>", "expert: what is seen of skill, with --noise <half-width>")
    .option("--noise <half-width>", "expert: error in seeing skill", number, 0)
    .option("--need <attribute>", "susceptible: how much persuasion each customer needs")
    .option("--join <chance>", "self-selected: chance that a customer of average contacts takes part", number, 0.3)
    .option("--rise <number>", "self-selected: how that rises with contacts", number, 0.5)
    .addOption(
      new Option("--ties <order>", "what decides between equals").choices(["chance", "index"]).default("chance"),
    )
    .option("--hidden <share>", "chooses again with this share of ties hidden, and tells what that loses", number)
    .option("--weight-error <share>", "chooses again with tie weights wrong by up to this share", number)
    .option("--network <network>", "a file, a built-in or a generator (default: the model's own, else karate)")
    .option("--nodes <file>", "people with their attributes, by key (CSV)")
    .option("--set <name=value>", "fixes a parameter of the model; once for each", collect)
    .option("--seed <text>", "any text; the same seed chooses and judges the same", "1")
    .option("--replicates <worlds>", "fresh worlds to judge in", wholeAtLeast(2), 10_000)
    .option("--threads <threads>", "never changes a result (default: all cores where it pays)", threadCount)
    .option("--quiet", "no progress")
    .option("--json", "one JSON document on standard output; a list of them where there are several methods")
    .addHelpText(
      "after",
      "\nMethods: guaranteed (certified against the best possible), greedy, random, degree, pagerank, betweenness, k-core,\n" +
        "communities, value, self-selected, acquaintance, expert, susceptible, bridges.\n" +
        "\nExample: ovation choose --network karate --set probability=0.1 --count 2\n" +
        "         ovation choose --network friends.csv --nodes people.csv --value worth --costs 2+0.5*degree --budget 100\n" +
        "         ovation choose --network barabasi-albert:nodes=10000,links=4 --count 50 --method degree,greedy,guaranteed --hidden 0.3",
    )
    .action(async (options: ChooseOptions) => {
      const { chooseAdvocates } = await import("../engine/choose.ts");
      await chooseAdvocates(options);
    });
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new InvalidArgumentError(`It must be a number, got ${text}.`);
  return value;
}
