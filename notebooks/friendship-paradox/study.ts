import { independentCascade } from "../../models/cascades/independent-cascade.ts";
import { choice, real, type Values, whole } from "../../models/core/index.ts";
import { type Interval, type Paired, paired, ratioOfMeans } from "../../models/statistics/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { describe, type Structure } from "../../models/networks/structure/describe.ts";
import { degreeCounts, degreeMoments } from "../../models/networks/structure/degrees.ts";
import { projection } from "../../models/networks/structure/projection.ts";
import { contactChart, contactRows, isWide } from "../../models/studies/telling/charts/contacts.ts";
import { dotChart, type DotRow } from "../../models/studies/telling/charts/dots.ts";
import { fanChart, type FanRow } from "../../models/studies/telling/charts/fan.ts";
import { percent, plain } from "../exact.ts";
import { seed, worlds } from "../study/asked.ts";
import { ovationText, sweepText } from "../study/commands.ts";
import { defineStudy } from "../study/study.ts";
import { type SweepDone, type SweepJob, sweepRows, sweepWork } from "../study/sweep.ts";
import { after, type Computation, steps, together } from "../study/computation.ts";

/** Chances of passing on that are compared. */
const CHANCES = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3];
/** Whom one may begin with, and what that is called here. */
const FROM = { anyone: "a random person", friends: "a friend they name", hubs: "a hub" };

const NETWORKS = [
  "karate",
  "les-miserables",
  "florentine",
  "hitech-managers",
  "ring",
  "watts-strogatz",
  "erdos-renyi",
  "power-law-cluster",
  "barabasi-albert",
] as const;
type Kind = (typeof NETWORKS)[number];

const parameters = {
  network: choice(NETWORKS, {
    about: "the network looked at closely: four that were observed, then five that are drawn by a rule",
  }),
  nodes: whole(300, { min: 50, max: 1000, about: "customers of a drawn network" }),
  links: whole(3, {
    min: 1,
    max: 8,
    about: "ties for each customer of a drawn network; mean contacts are about twice that",
    unit: "ties",
  }),
  probability: { ...independentCascade.parameters.probability, lever: false },
  seedCount: whole(1, { min: 1, max: 10, about: "first customers", unit: "customers", lever: true }),
  hubShare: real(0.01, {
    min: 0.001,
    max: 0.999,
    about: "share of people with many contacts, in the sum at the end",
    unit: "share",
  }),
  hubContacts: whole(25, { min: 1, max: 1000, about: "contacts of each of them", unit: "contacts" }),
  otherContacts: whole(5, { min: 1, max: 1000, about: "contacts of everybody else", unit: "contacts" }),
  seed: seed(),
  worlds: worlds(400, 5000),
};
export type Settings = Values<typeof parameters>;

/** A network as the command line names it. */
export function networkOf({ nodes, links }: Settings, kind: Kind): string {
  switch (kind) {
    case "ring":
      return `ring:nodes=${nodes},degree=${2 * links}`;
    case "watts-strogatz":
      return `watts-strogatz:nodes=${nodes},degree=${2 * links},rewire=0.1`;
    case "erdos-renyi":
      return `erdos-renyi:nodes=${nodes},degree=${2 * links}`;
    case "power-law-cluster":
      return `power-law-cluster:nodes=${nodes},links=${links}`;
    case "barabasi-albert":
      return `barabasi-albert:nodes=${nodes},links=${links}`;
    default:
      return kind;
  }
}

/** What is told of each network, of all that `network info` tells. */
const TOLD = [
  "nodes",
  "edges",
  "meanDegree",
  "meanSquareDegree",
  "maxDegree",
  "friendshipParadox",
  "transitivity",
  "meanClustering",
  "assortativity",
  "meanDistance",
  "diameter",
] as const;

/** A network and what it is like. */
export interface Described {
  kind: Kind;
  network: string;
  structure: Structure;
  /** Contacts of the person at the end of a random tie. */
  ofNeighbour: number;
}
const describedWork = (settings: Settings): Computation<Described[]> =>
  steps(NETWORKS.length, (at) => {
    const spec = networkOf(settings, NETWORKS[at]);
    const network = generate(spec, settings.seed);
    return {
      kind: NETWORKS[at],
      network: spec,
      structure: describe(network, { seed: settings.seed }),
      ofNeighbour: degreeMoments(network).ofNeighbour,
    };
  });

export const sweepJob = (settings: Settings): SweepJob => ({
  model: independentCascade.name,
  networks: [networkOf(settings, settings.network)],
  vary: [
    `probability=${[...new Set([...CHANCES, settings.probability])].sort((a, b) => a - b).join(",")}`,
    `seedFrom=${Object.keys(FROM).join(",")}`,
  ],
  set: { seedCount: settings.seedCount },
  seed: settings.seed,
  worlds: settings.worlds,
});

/** What begins with a named friend, or a hub, against what begins with a random person in the same worlds. */
export interface Gain {
  anyone: number;
  reach: number;
  difference: Paired;
  ratio: Interval & { ratio: number };
}
export interface Found {
  described: Described[];
  reach: SweepDone;
}

/** The gain at the probability that is set; undefined until all three have run. */
export function gainOf({ points }: SweepDone, { probability }: Settings, from: "friends" | "hubs"): Gain | undefined {
  const at = (name: string) =>
    points.find(({ values }) => values.probability === probability && values.seedFrom === name);
  const [base, other] = [at("anyone"), at(from)];
  if (!base || !other) return undefined;
  const [a, b] = [base.columns.reach, other.columns.reach];
  return {
    anyone: base.measures.reach.mean,
    reach: other.measures.reach.mean,
    difference: paired(a, b),
    ratio: ratioOfMeans(a, b),
  };
}

/** Whether a difference is one that can be told: its interval lies on one side of 0. */
export const tellsApart = ({ low, high }: Interval): boolean => low > 0 || high < 0;

const reachRows = ({ points }: SweepDone): FanRow[] =>
  points.map(
    ({
      values,
      measures: {
        reach: { mean, low, high, n },
      },
    }) => ({
      probability: Number(values.probability),
      series: FROM[values.seedFrom as keyof typeof FROM],
      mean,
      low,
      high,
      worlds: n,
    }),
  );
const contactDots = (described: readonly Described[]): DotRow[] =>
  described.flatMap(({ kind, structure, ofNeighbour }) => [
    { name: kind, mean: structure.meanDegree, group: "a person" },
    { name: kind, mean: ofNeighbour, group: "who is at the end of a tie" },
  ]);
const paradoxDots = (described: readonly Described[]): DotRow[] =>
  described.map(({ kind, structure }) => ({ name: kind, mean: structure.friendshipParadox }));
const closeRows = (settings: Settings) =>
  contactRows(degreeCounts(projection(generate(networkOf(settings, settings.network), settings.seed)).out));

/** Why do your friends have more friends than you? */
export const study = defineStudy({
  name: "friendship-paradox",
  about: "Networks compared by their contacts, and what the acquaintance trick is worth.",
  parameters,
  first: ["network", "nodes", "links", "probability", "seedCount", "seed"],
  presets: [
    { name: "Nobody stands out", about: "everybody has equally many contacts", values: { network: "ring" } },
    { name: "By chance alone", about: "ties are drawn at random", values: { network: "erdos-renyi" } },
    {
      name: "The rich get richer",
      about: "newcomers tie themselves to the well connected",
      values: { network: "barabasi-albert" },
    },
    { name: "Managers", about: "who asks whom for advice in a firm", values: { network: "hitech-managers" } },
  ],
  drawn: ["hubShare", "hubContacts", "otherContacts"],
  work: (settings: Settings): Computation<Found> =>
    after(together({ described: describedWork(settings), reach: sweepWork(sweepJob(settings)) }), (found) => found),
  commands: (settings) => [
    {
      about: "What the network looked at closely is like; the other rows in the same way",
      command: ovationText(["network", "info", networkOf(settings, settings.network), "--seed", settings.seed]),
    },
    { about: "Whom to begin with", command: sweepText(sweepJob(settings)) },
  ],
  charts: {
    contacts: {
      caption:
        "Look at the distance between the two marks of a line: it is nothing where everybody has equally many contacts, and large where a few have very many.",
      text: ({ described }: Found) =>
        described
          .map(
            ({ kind, structure, ofNeighbour }) =>
              `${kind}: a person has ${plain(structure.meanDegree)} contacts, who is at the end of a tie ${plain(ofNeighbour)}.`,
          )
          .join(" "),
      rows: ({ described }) => contactDots(described),
      draw: ({ described }, _, { width, document }) =>
        dotChart(contactDots(described), { xLabel: "mean contacts", width, document }),
    },
    paradox: {
      caption:
        "Look for networks to the left of the dashed line: there fewer than half of the people see it. Means over ties are never below means over people; that most people see it does not have to be.",
      text: ({ described }: Found) =>
        described
          .map(
            ({ kind, structure }) =>
              `${kind}: ${percent(structure.friendshipParadox)} have fewer contacts than their contacts have on average.`,
          )
          .join(" "),
      rows: ({ described }) => paradoxDots(described),
      draw: ({ described }, _, { width, document }) =>
        dotChart(paradoxDots(described), {
          xLabel: "people with fewer contacts than their contacts' mean",
          percent: true,
          reference: { value: 0.5, label: "half" },
          width,
          document,
        }),
    },
    distribution: {
      caption:
        "Look at the right end: how far is the person with most contacts from the others? Where contacts differ widely both axes run by powers of ten.",
      text: (_: Found, settings) => {
        const rows = closeRows(settings);
        return `Share of people with at least so many contacts in ${settings.network}, from ${rows[0].contacts} to ${rows[rows.length - 1].contacts} contacts${isWide(rows) ? "; both axes by powers of ten" : ""}.`;
      },
      rows: (_, settings) => closeRows(settings),
      draw: (_, settings, { width, document }) => contactChart(closeRows(settings), { width, document }),
    },
    reach: {
      caption:
        "Look where the friends that are named lie: where numbers of friends differ, above the people who name them and below the hubs, and nobody had to know the network for it. Bands: 95 % interval of the mean.",
      text: ({ reach }: Found) =>
        `Customers reached by chance of passing on. ${reachRows(reach)
          .map(({ probability, series, mean }) => `From ${String(series)} at ${Number(probability)}: ${plain(mean)}.`)
          .join(" ")}`,
      rows: ({ reach }) => reachRows(reach),
      draw: ({ reach }, _, { width, document }) =>
        fanChart(reachRows(reach), {
          x: "probability",
          series: "series",
          xLabel: "chance that a contact is won over",
          yLabel: "customers reached, mean",
          width,
          document,
        }),
    },
  },
  tables: {
    structures: {
      caption: "All networks, as network info tells them",
      rows: ({ described }: Found) =>
        described.map(({ network, structure }) => ({
          network,
          ...Object.fromEntries(TOLD.map((name) => [name, structure[name]])),
        })),
    },
    reached: {
      caption: "Whom to begin with, as the command line writes it to summary.csv",
      rows: ({ reach }: Found) => sweepRows(reach, ["reach"]),
    },
  },
});
