import { refuse } from "../../models/core/index.ts";
import { command } from "../cli/command.ts";
import { flag, model, network, or, real, settings, text, whole } from "../cli/kinds.ts";
import { json, kept, nodes, quiet, seed, steps, threads } from "../cli/options.ts";

/** Options about data, which the laboratory does not read. */
const DATA = ["network", "nodes", "trait", "person", "model"];
/** With so many worlds, Wilson's 95 % interval of a share is at most ±2 points, even at a half, where it is widest. */
const ENOUGH = 2400;
/** Worlds of one seed. */
const MOST_WORLD = 2 ** 30 - 1;

export const degrees = command({
  name: "degrees",
  about: "how far a trait clusters on a network: the three-degrees statistic of Christakis & Fowler",
  arguments: {},
  options: {
    network: network({
      about:
        "a file, a built-in or a generator; in directed networks distance runs along influence, from alter to ego (default: the model's own, else karate)",
    }),
    nodes,
    trait: text({
      takes: "attribute",
      about: "0 and 1, or any attribute with --value or --threshold; with --model a column of its state",
    }),
    value: text({ takes: "value", about: "the value that counts as having the trait" }),
    threshold: real({ takes: "number", about: "the trait is a value of at least this much" }),
    distances: whole({ takes: "steps", fallback: 3, min: 1, about: "how far to look" }),
    permutations: whole({ takes: "number", fallback: 1000, min: 39, about: "how often labels are shuffled" }),
    blocks: text({ takes: "attribute", about: "shuffles labels only among people with the same value" }),
    egos: or(
      "all",
      whole({
        takes: "number",
        min: 2,
        about: "how many people's surroundings to look at: all, or a number (default: all that a minute allows)",
      }),
    ),
    model: model({ about: "no data: the trait is the state of people at the end of a world of this model" }),
    world: whole({
      takes: "number",
      min: 0,
      max: MOST_WORLD,
      about: "with --model: which world of the seed (default: 0)",
    }),
    steps: steps("with --model: how many steps (default: the model's own)"),
    set: settings({
      about:
        "with --model: fixes a parameter; with --laboratory: a world of your own, made of contagion, homophily and context",
    }),
    laboratory: flag("no data: how well estimators of influence do in worlds whose causes are known", {
      without: DATA,
    }),
    worlds: whole({
      takes: "number",
      fallback: ENOUGH,
      min: 2,
      about: "worlds a condition in the laboratory; with the default every coverage is known to ±2 points",
    }),
    person: text({
      takes: "key",
      without: ["trait", "model"],
      about: "no trait: people at each distance of this one, and how many of them are reached",
    }),
    probability: real({ takes: "number", fallback: 0.1, about: "with --person: chance that a tie passes it on" }),
    seed: seed("any text; the same seed shuffles alike"),
    threads: threads("all cores where it pays"),
    ...kept,
    quiet,
    json,
  },
  notes:
    "observed: share of people with the trait among those at that distance from someone who has it.\n" +
    "expected: the same with labels shuffled; low, high: 2.5 % of the shuffles lie below and above.\n" +
    "influence: the largest distance such that it and all shorter ones lie above that band.",
  examples: [
    "degrees --network friends.csv --nodes people.csv --trait adopted --blocks village",
    "degrees --model copying-chain --trait has --set copy=0.7 --world 3",
    "degrees --person 0 --probability 0.2",
    "degrees --laboratory --worlds 200",
    "degrees --laboratory --worlds 200 --set contagion=0.5 --set homophily=0.8",
  ],
  async act({ trait, person, ...options }) {
    refuse(misplaced(options));
    if (options.laboratory) {
      const { laboratory } = await import("./degrees/laboratory.ts");
      await laboratory(options);
    } else if (person !== undefined) {
      const { personReach } = await import("./degrees/person-reach.ts");
      await personReach({ ...options, person });
    } else if (trait === undefined) {
      throw new RangeError(
        "degrees: --trait must name an attribute of the people, or a column of the model, got nothing (--help shows how)",
      );
    } else {
      const statistic = await import("./degrees/statistic.ts");
      await statistic.degrees({ ...options, trait });
    }
  },
});

/** Options that need --model but were given without it. */
function misplaced(options: { model?: string; laboratory?: true; set?: string[]; world?: number; steps?: number }) {
  const { model: given, laboratory, set, world, steps: told } = options;
  if (given !== undefined) return [];
  return Object.entries({ set: laboratory ? undefined : set, world, steps: told })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => `degrees: --${name} must come with --model${name === "set" ? " or --laboratory" : ""}`);
}
