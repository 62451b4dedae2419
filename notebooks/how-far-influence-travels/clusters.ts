import { type Network, start } from "../../models/core/index.ts";
import { copyingChain } from "../../models/influence/copying-chain.ts";
import { type Degree, type Degrees, degreesOf } from "../../models/influence/degrees/statistic.ts";
import { traitFrom } from "../../models/influence/degrees/trait.ts";
import { generate } from "../../models/networks/specification.ts";
import { type Work } from "../study/work.ts";

/** The three-degrees statistic of a trait that is copied along ties, in the words of `ovation degrees --model`. */
export interface ClustersJob {
  network: string;
  parameters: { copy: number; prevalence: number };
  seed: string;
  distances: number;
  permutations: number;
}

/** Who has the trait in a world of the copying chain. */
export const traitIn = (
  network: Network,
  { parameters, seed }: Pick<ClustersJob, "parameters" | "seed">,
  world: number,
): Uint8Array => start(copyingChain, network, { parameters, seed, world }).state.has;

/** The statistic in each of these worlds, one a unit. */
export function clustersWork(job: ClustersJob, worlds: readonly number[]): Work<Degrees[]> {
  const found: Degrees[] = [];
  return {
    units: worlds.length,
    *run() {
      const { seed, distances, permutations } = job;
      const network = generate(job.network, seed);
      for (const world of worlds) {
        found.push(
          degreesOf(network, traitFrom("has", traitIn(network, job, world)), { distances, permutations, seed }),
        );
        yield;
      }
    },
    results: () => [...found],
  };
}

/** Where nobody or everybody has the trait there is nothing to compare. */
export const comparable = ({ prevalence }: Degrees): boolean => prevalence > 0 && prevalence < 1;

/** Whether the curve of a world lies outside the band of its shuffles; never where there are no pairs. */
const outside = ({ excess, excessLow, excessHigh }: Degree): boolean => excess > excessHigh || excess < excessLow;

/**
 * The first degree beyond those to which the trait clusters, and all after it at which the curve is outside the band
 * again; undefined where it clusters as far as was looked.
 */
export function beyondOf({
  degrees,
  influence,
}: Pick<Degrees, "degrees" | "influence">): { first: Degree; under: boolean; again: number[] } | undefined {
  if (influence === degrees.length) return undefined;
  const [first, ...later] = degrees.slice(influence);
  return { first, under: outside(first), again: later.filter(outside).map(({ distance }) => distance) };
}

/** The excess on a path of `d` ties of a chain in which each copies the one before with chance `copy`: exact. */
export const chainLaw = (d: number, { copy, prevalence }: { copy: number; prevalence: number }): number =>
  (copy ** d * (1 - prevalence)) / prevalence;
