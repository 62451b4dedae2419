import { expectedReach, type ReachAt } from "../../models/influence/degrees/expected-reach.ts";
import { copyingChain } from "../../models/influence/copying-chain.ts";
import { generate } from "../../models/networks/specification.ts";
import { together, type Work } from "../study/work.ts";
import { type WorldsJob, worldsWork } from "../study/worlds.ts";
import { clustersWork } from "./clusters.ts";
import { clustersJob, networkOf, personIn, type Settings } from "./settings.ts";

/** How far a recommendation of one person travels. */
export interface Reach {
  person: string;
  degrees: ReachAt[];
}
/** The page asks for one part at a time, since a click changes reach alone; without a word it is both. */
export type Part = "clusters" | "reach";

const upTo = (worlds: number): number[] => Array.from({ length: worlds }, (_, world) => world);

export const measuresJob = (settings: Settings): WorldsJob => {
  const { network, parameters: given, seed } = clustersJob(settings);
  return { model: copyingChain.name, network, parameters: given, seed, worlds: settings.worlds };
};

function reachWork(settings: Settings): Work<Reach | null> {
  let found: Reach | null = null;
  return {
    units: 1,
    *run() {
      const { seed, probability, distances } = settings;
      const network = generate(networkOf(settings), seed);
      const person = personIn(network, settings.person);
      found = {
        person: network.keys.key(person),
        degrees: expectedReach(network, person, { probability, distances, seed }),
      };
      yield;
    },
    results: () => found,
  };
}

/** Work that nobody asked for. */
const left = <R>({ results }: Work<R>): Work<R> => ({ units: 0, *run() {}, results });

export function workOf(settings: Settings, part?: Part) {
  const job = clustersJob(settings);
  const only = <R>(name: Part, work: Work<R>): Work<R> => (part === undefined || part === name ? work : left(work));
  return together({
    reach: only("reach", reachWork(settings)),
    seen: only("clusters", clustersWork(job, [settings.world])),
    measures: only("clusters", worldsWork(measuresJob(settings))),
    clusters: only("clusters", clustersWork(job, upTo(settings.worlds))),
  });
}
export type Found = ReturnType<ReturnType<typeof workOf>["results"]>;
