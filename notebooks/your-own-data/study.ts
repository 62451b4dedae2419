import { independentCascade } from "../../models/cascades/independent-cascade.ts";
import { choice, keyFaults, keysText, text, type Values, whole } from "../../models/core/index.ts";
import { NOTHING_DROPPED } from "../../models/networks/edges.ts";
import { builtins, generate } from "../../models/networks/specification.ts";
import { ovationText } from "../study/commands.ts";
import { seed, worlds } from "../study/asked.ts";
import { defineStudy, type Command } from "../study/study.ts";
import { measureRows } from "../study/worlds.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { record, type Recording } from "../views/frames.ts";
import { charts } from "./charts.ts";
import { structureRows } from "./measures.ts";
import { described, type Given, type Read } from "./reading.ts";
import { chosenTrait } from "./traits.ts";
import { type Found, ownData } from "./work.ts";

const BUILTIN = ["les-miserables", ...builtins.map(({ kind }) => kind).filter((kind) => kind !== "les-miserables")] as [
  string,
  ...string[],
];

const parameters = {
  network: choice(BUILTIN, { about: "which of the project's networks is shown while there is no file of yours" }),
  trait: text("", /^(?:[^=]+=[^]*)?$/, {
    about: "who has the trait, as in club=president; empty takes the first that fits",
    must: "empty, or a column of the people and one of its values joined by =",
  }),
  probability: {
    ...independentCascade.parameters.probability,
    about: "chance that whoever has it passes it on along a tie",
  },
  seeds: {
    ...independentCascade.parameters.seeds,
    about: "who begins, by name; nobody named takes who can pass it on to most",
  },
  permutations: whole(1000, { min: 39, max: 10_000, about: "how often labels are shuffled" }),
  egos: whole(2000, {
    min: 2,
    max: 1_000_000,
    about:
      "people whose surroundings are looked at; drawn by the seed where there are more, and then the shares are estimates",
    unit: "people",
  }),
  seed: seed(),
  worlds: worlds(1000, 100_000),
  world: whole(0, { min: 0, max: 99_999, about: "which of the cascades is drawn, from 0" }),
};
export type Settings = Values<typeof parameters>;

/** One of the project's networks, as if it had been read. */
export const builtin = ({ network }: Pick<Settings, "network">): Read =>
  described(generate(network, "1"), { dropped: NOTHING_DROPPED, rows: 0, told: [] });

/** Who begins: those named, else who can influence most. */
export const firstOf = ({ seeds }: Settings, { best }: Pick<Read, "best">): readonly string[] =>
  seeds.length > 0 ? seeds : [best];

/** Above this nobody could follow the people of a cascade as it moves. */
const MOST_MOVING = 5000;

/** The cascade that is drawn; undefined where it cannot be, for the work tells of settings that do not fit. */
export function worldOf(
  settings: Settings,
  read: Read,
): Recording<"reached", keyof typeof independentCascade.measures> | undefined {
  const { network, size } = read;
  const { probability, seed: own, world } = settings;
  const seeds = firstOf(settings, read);
  const fits =
    network &&
    size <= MOST_MOVING &&
    keyFaults(network.keys, seeds).length === 0 &&
    new Set(seeds).size === seeds.length;
  return fits
    ? record(independentCascade, network, {
        columns: ["reached"],
        parameters: { probability, seeds },
        seed: own,
        world,
      })
    : undefined;
}

/** The commands that give the same numbers, in the folder where the reader's files are. */
export function commandsOf(settings: Settings, read: Read & Partial<Given>): Command[] {
  const { seed: own, permutations, egos, probability, worlds: many } = settings;
  const network = [read.spec ?? settings.network, ...(read.nodes === undefined ? [] : ["--nodes", read.nodes])];
  const trait = traitOrNone(settings, read);
  const usual = independentCascade.parameters.probability.fallback;
  return [
    { about: "The structure", command: ovationText(["network", "info", ...network, "--seed", own, "--json"]) },
    ...(trait
      ? [
          {
            about: "The trait at each distance",
            command: ovationText([
              "degrees",
              "--network",
              ...network,
              "--trait",
              trait.column,
              "--value",
              trait.value,
              "--permutations",
              permutations,
              "--egos",
              egos,
              "--seed",
              own,
              "--json",
            ]),
          },
        ]
      : []),
    {
      about: "The cascades",
      command: ovationText([
        "run",
        independentCascade.name,
        "--network",
        ...network,
        ...(probability === usual ? [] : ["--set", `probability=${probability}`]),
        "--set",
        `seeds=${keysText(firstOf(settings, read))}`,
        "--seed",
        own,
        "--replicates",
        many,
      ]),
    },
  ];
}

/** A trait that is nobody's is told where the work is done. */
function traitOrNone({ trait }: Settings, { traits }: Read): ReturnType<typeof chosenTrait> {
  try {
    return chosenTrait(trait, traits);
  } catch {
    return undefined;
  }
}

const degreeTable = ({ degrees }: Found): DataRow[] =>
  (degrees?.degrees ?? []).map(({ distance, pairs, observed, expected, excess, low, high, p, stderr }) => ({
    distance,
    pairs,
    observed,
    expected,
    excess,
    low,
    high,
    p,
    stderr,
  }));

/** What a network of one's own looks like, and what passes through it. */
export const study = defineStudy({
  name: "your-own-data",
  about: "A network of your own: its structure, how far a trait clusters on it, and what passes along its ties.",
  parameters,
  first: ["network", "trait", "probability", "seeds", "world", "seed"],
  drawn: ["world"],
  work: (settings: Settings, given: Given | undefined) => ownData(settings, given),
  commands: (settings) => commandsOf(settings, builtin(settings)),
  charts,
  tables: {
    structure: { caption: "The structure, as the command line gives it with --json", rows: structureRows },
    degrees: { caption: "The trait at each distance, as the command line gives it with --json", rows: degreeTable },
    measures: {
      caption: "Every measure over all cascades, as the command line prints it",
      rows: ({ cascade }: Found) => measureRows(independentCascade.name, cascade),
    },
  },
});
