import { hubs } from "../../models/cascades/first-customers.ts";
import { leastCount } from "../../models/cascades/needs.ts";
import { wattsThreshold } from "../../models/cascades/watts-threshold.ts";
import { isGlobal } from "../../models/cascades/watts-window.ts";
import { finish, type Network, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { summarize, type Summary } from "../../models/statistics/index.ts";
import { filling } from "../../models/studies/work/filling.ts";
import { fixed } from "../../models/studies/work/plan.ts";
import { table } from "../../models/studies/work/table.ts";
import { type Task } from "../../models/studies/work/work.ts";
import { type Computation, fill } from "../study/computation.ts";

/** The rounds that are counted separately; most cascades have ended by then. */
const ROUNDS = 12;

export interface CarriersJob {
  network: string;
  threshold: number;
  seed: string;
  worlds: number;
}
/** The people who joined in a round of the large cascades; each world counts once. */
export interface Carriers {
  round: number;
  /** Mean number of contacts of those who joined. */
  contacts: Summary;
  /** Share of them for whom one contact was enough. */
  easy: Summary;
}
export interface CarriersDone {
  rounds: Carriers[];
  /** The same for all customers, world by world. */
  all: { contacts: Summary; easy: Summary };
  /** Worlds done, and how many of them had a global cascade, which the page calls large. */
  worlds: number;
  large: number;
}

/** Whether a customer with this many contacts joins once one of them has joined. */
export const isEasy = (threshold: number, contacts: number): boolean => leastCount(threshold, contacts) === 1;

/**
 * The numbers of a world: means over all customers, whether its cascade is global, and means over those who joined in
 * each round.
 */
const NUMBERS = [
  "contacts",
  "easy",
  "large",
  ...Array.from({ length: ROUNDS }, (_, round) => [`contacts ${round}`, `easy ${round}`]).flat(),
];

/** The worlds of the sweep. A round has NaN if nobody joins in it, or if the cascade is not global. */
const task = ({ network: spec, threshold, seed }: CarriersJob): Task =>
  filling(NUMBERS.length, (out, at) => {
    const network = generate(spec, seed, at);
    const world = start(wattsThreshold, network, { parameters: { threshold }, seed, world: at });
    finish(world, Infinity);
    const everyone = Array.from(network.nodes);
    const { contacts, easy } = meansOf(network, threshold, everyone);
    const large = isGlobal(world.measure().reach, network.size);
    out.fill(NaN);
    out.set([contacts, easy, Number(large)]);
    for (let round = 0; large && round < ROUNDS; round++) {
      const joined = everyone.filter((i) => world.state.reached[i] === round);
      const means = meansOf(network, threshold, joined);
      if (joined.length > 0) out.set([means.contacts, means.easy], 3 + 2 * round);
    }
  });

/** Who carries large cascades that begin with a random person, round by round; the worlds are those of the sweep. */
export function carriersWork(job: CarriersJob): Computation<CarriersDone> {
  const filled = table(1, NUMBERS);
  const work = { name: "carriers", module: "notebooks/influencers/carriers.ts", setup: job, task };
  const over = (name: string, worlds: number): Summary =>
    summarize(filled.column(0, name, worlds).filter(Number.isFinite));
  return {
    units: job.worlds,
    run: (took) => fill({ work, table: filled, plan: fixed(1, job.worlds) }, { took }),
    results() {
      const worlds = filled.count(0);
      return {
        rounds: Array.from({ length: ROUNDS }, (_, round) => ({
          round,
          contacts: over(`contacts ${round}`, worlds),
          easy: over(`easy ${round}`, worlds),
        })),
        all: { contacts: over("contacts", worlds), easy: over("easy", worlds) },
        worlds,
        large: filled.column(0, "large", worlds).reduce((sum, is) => sum + is, 0),
      };
    },
  };
}

function meansOf({ out }: Network, threshold: number, people: readonly number[]): { contacts: number; easy: number } {
  let [contacts, easy] = [0, 0];
  for (const i of people) {
    const degree = out.degree(i);
    contacts += degree;
    if (isEasy(threshold, degree)) easy++;
  }
  return { contacts: contacts / people.length, easy: easy / people.length };
}

/** Mean contacts of the tenth with the most contacts, over the mean of everyone. */
export function contactRatio(network: Network): number {
  const best = hubs(network);
  return best.reduce((sum, i) => sum + network.out.degree(i), 0) / best.length / (network.arcs / network.size);
}
