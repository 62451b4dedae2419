import { type Command, InvalidArgumentError, Option } from "commander";
import { refuse } from "../../models/core/index.ts";
import { collect, wholeAtLeast } from "../cli/options.ts";
import { type DegreesRequest } from "../engine/degrees.ts";

/** What may be asked of the command: a trait, one person, or the laboratory. */
interface Options extends Omit<DegreesRequest, "trait"> {
  trait?: string;
  person?: string;
  probability: number;
  laboratory?: boolean;
  worlds: number;
}

/** The laboratory draws its own networks and asks nobody. */
const DATA = ["network", "nodes", "trait", "person", "model"];

/** So many worlds make Wilson's 95 % interval of a share no wider than two points to each side, at a half where it is widest. */
const ENOUGH = 2400;
/** Worlds of one seed. */
const MOST_WORLD = 2 ** 30 - 1;

export function addDegrees(program: Command): void {
  program
    .command("degrees")
    .description("how far a trait clusters on a network: the three-degrees statistic of Christakis & Fowler")
    .option(
      "--network <network>",
      "a file, a built-in or a generator; in directed networks distance runs along influence, from alter to ego (default: the model's own, else karate)",
    )
    .option("--nodes <file>", "people with their attributes, by key (CSV)")
    .option(
      "--trait <attribute>",
      "0 and 1, or any attribute with --value or --threshold; with --model a column of its state",
    )
    .option("--value <value>", "the value that counts as having the trait")
    .option("--threshold <number>", "has the trait who has at least this much", number)
    .option("--distances <steps>", "how far to look", wholeAtLeast(1), 3)
    .option("--permutations <number>", "how often labels are shuffled", wholeAtLeast(39), 1000)
    .option("--blocks <attribute>", "shuffles labels only among people with the same value")
    .option(
      "--egos <number>",
      "how many people's surroundings to look at: all, or a number (default: all that a minute allows)",
      egos,
    )
    .option("--model <model>", "no data: the trait is what this model makes of the people by the end of a world")
    .option("--world <number>", "with --model: which world of the seed (default: 0)", wholeAtLeast(0, MOST_WORLD))
    .option("--steps <steps>", "with --model: how many steps; the model's own unless told", wholeAtLeast(0))
    .option(
      "--set <name=value>",
      "with --model: fixes a parameter; with --laboratory: a world of one's own, of contagion, homophily and context",
      collect,
    )
    .addOption(
      new Option(
        "--laboratory",
        "no data: how estimators of influence fare in worlds whose causes are known",
      ).conflicts(DATA),
    )
    .option(
      "--worlds <number>",
      "worlds a condition in the laboratory; the default knows every coverage to 2 points",
      wholeAtLeast(2),
      ENOUGH,
    )
    .addOption(
      new Option(
        "--person <key>",
        "no trait: people at each distance of this one, and how many of them are reached",
      ).conflicts(["trait", "model"]),
    )
    .option("--probability <number>", "with --person: chance that a tie passes it on", number, 0.1)
    .option("--seed <text>", "any text; the same seed shuffles alike", "1")
    .option("--threads <threads>", "never changes a result (default: all cores where it pays)", wholeAtLeast(1))
    .option("--quiet", "no progress")
    .option("--json", "one JSON document on standard output")
    .addHelpText(
      "after",
      "\nobserved: share of people with the trait among those at that distance from somebody who has it.\n" +
        "expected: the same with labels shuffled; low, high: 2.5 % of the shuffles lie below and above.\n" +
        "influence: the largest distance such that it and all shorter ones lie above that band.\n" +
        "\nExample: ovation degrees --network friends.csv --nodes people.csv --trait adopted --blocks village\n" +
        "         ovation degrees --model copying-chain --trait has --set copy=0.7 --world 3\n" +
        "         ovation degrees --person 0 --probability 0.2\n" +
        "         ovation degrees --laboratory --worlds 200\n" +
        "         ovation degrees --laboratory --worlds 200 --set contagion=0.5 --set homophily=0.8",
    )
    .action(async ({ trait, person, ...options }: Options) => {
      refuse(misplaced(options));
      if (options.laboratory) {
        const { laboratory } = await import("../engine/laboratory.ts");
        await laboratory(options);
        return;
      }
      if (person !== undefined) {
        const { personReach } = await import("../engine/person-reach.ts");
        await personReach({ ...options, person });
        return;
      }
      if (trait === undefined)
        throw new RangeError(
          "degrees: --trait must name an attribute of the people, or a column of the model, got nothing (--help shows how)",
        );
      const { degrees } = await import("../engine/degrees.ts");
      await degrees({ ...options, trait });
    });
}

/** Options that go with a model, without one. */
function misplaced({ model, laboratory, set, world, steps }: Partial<Options>): string[] {
  const given = { set: laboratory ? undefined : set, world, steps };
  return model !== undefined
    ? []
    : Object.entries(given)
        .filter(([, value]) => value !== undefined)
        .map(([name]) => `degrees: --${name} must come with --model${name === "set" ? " or --laboratory" : ""}`);
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new InvalidArgumentError(`It must be a number, got ${text}.`);
  return value;
}

function egos(text: string): number | "all" {
  return text === "all" ? text : wholeAtLeast(2)(text);
}
