import { hubs } from "../../models/cascades/first-customers.ts";
import { leastCount } from "../../models/cascades/needs.ts";
import { wattsThreshold } from "../../models/cascades/watts-threshold.ts";
import { isGlobal } from "../../models/cascades/watts-window.ts";
import { finish, type Network, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { summarize, type Summary } from "../../models/statistics/index.ts";
import { type Work } from "../study/work.ts";

/** Rounds told apart; most cascades have run their course by then. */
const ROUNDS = 12;

export interface CarriersJob {
  network: string;
  threshold: number;
  seed: string;
  worlds: number;
}
/** Who joined in a round of the large cascades, each world counting once. */
export interface Carriers {
  round: number;
  /** Mean number of contacts of those who joined. */
  contacts: Summary;
  /** Share of them whom a single contact was enough to tip. */
  easy: Summary;
}
export interface CarriersDone {
  rounds: Carriers[];
  /** The same of all customers, world by world. */
  all: { contacts: Summary; easy: Summary };
  /** Worlds done, and those of them with a global cascade, which the page calls large. */
  worlds: number;
  large: number;
}

/** Whether a customer with so many contacts joins once one of them has. */
export const isEasy = (threshold: number, contacts: number): boolean => leastCount(threshold, contacts) === 1;

/** Who carries large cascades that begin with anyone, round by round; the worlds are those of the sweep. */
export function carriersWork({ network: spec, threshold, seed, worlds }: CarriersJob): Work<CarriersDone> {
  const found = Array.from({ length: ROUNDS }, () => ({ contacts: [] as number[], easy: [] as number[] }));
  const all = { contacts: [] as number[], easy: [] as number[] };
  let [done, large] = [0, 0];
  return {
    units: worlds,
    *run() {
      for (; done < worlds; done++, yield) {
        const network = generate(spec, seed, done);
        const world = start(wattsThreshold, network, { parameters: { threshold }, seed, world: done });
        finish(world, Infinity);
        const everyone = Array.from(network.nodes);
        const { contacts, easy } = meansOf(network, threshold, everyone);
        all.contacts.push(contacts);
        all.easy.push(easy);
        if (!isGlobal(world.measure().reach, network.size)) continue;
        large++;
        found.forEach((round, at) => {
          const joined = everyone.filter((i) => world.state.reached[i] === at);
          if (joined.length === 0) return;
          const means = meansOf(network, threshold, joined);
          round.contacts.push(means.contacts);
          round.easy.push(means.easy);
        });
      }
    },
    results: () => ({
      rounds: found.map(({ contacts, easy }, round) => ({
        round,
        contacts: summarize(Float64Array.from(contacts)),
        easy: summarize(Float64Array.from(easy)),
      })),
      all: { contacts: summarize(Float64Array.from(all.contacts)), easy: summarize(Float64Array.from(all.easy)) },
      worlds: done,
      large,
    }),
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

/** How many times as many contacts the tenth with most have as everybody on average. */
export function contactRatio(network: Network): number {
  const best = hubs(network);
  return best.reduce((sum, i) => sum + network.out.degree(i), 0) / best.length / (network.arcs / network.size);
}
