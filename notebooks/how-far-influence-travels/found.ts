import { expectedReach, type ReachAt } from "../../models/influence/degrees/expected-reach.ts";
import { copyingChain } from "../../models/influence/copying-chain.ts";
import { generate } from "../../models/networks/specification.ts";
import { after, type Computation, steps, together } from "../study/computation.ts";
import { type WorldsJob, worldsWork } from "../study/worlds.ts";
import { clustersIn, clustersWork } from "./clusters.ts";
import { clustersJob, networkOf, personIn, type Settings } from "./settings.ts";

/** How far a recommendation by one person travels. */
export interface Reach {
  person: string;
  degrees: ReachAt[];
}
/**
 * The page computes one part at a time, since a click changes only the reach; if no part is named, both are computed.
 */
export type Part = "clusters" | "reach";

export const measuresJob = (settings: Settings): WorldsJob => {
  const { network, parameters: given, seed } = clustersJob(settings);
  return { model: copyingChain.name, network, parameters: given, seed, worlds: settings.worlds };
};

const reachWork = (settings: Settings): Computation<Reach | null> =>
  after(
    steps(1, () => {
      const { seed, probability, distances } = settings;
      const network = generate(networkOf(settings), seed);
      const person = personIn(network, settings.person);
      return {
        person: network.keys.key(person),
        degrees: expectedReach(network, person, { probability, distances, seed }),
      };
    }),
    ([found]) => (found as Reach | undefined) ?? null,
  );

/** A part that is not computed: it is empty and runs nothing. */
const left = <R>({ results }: Computation<R>): Computation<R> => ({ units: 0, run: () => Promise.resolve(), results });

export function workOf(settings: Settings, part?: Part) {
  const job = clustersJob(settings);
  const only = <R>(name: Part, work: Computation<R>): Computation<R> =>
    part === undefined || part === name ? work : left(work);
  return together({
    reach: only("reach", reachWork(settings)),
    seen: only("clusters", clustersIn(job, settings.world)),
    measures: only("clusters", worldsWork(measuresJob(settings))),
    clusters: only("clusters", clustersWork(job, settings.worlds)),
  });
}
export type Found = ReturnType<ReturnType<typeof workOf>["results"]>;
