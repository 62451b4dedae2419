import { type Network, start } from "../../models/core/index.ts";
import { copyingChain } from "../../models/influence/copying-chain.ts";
import { type Degree, type Degrees, degreesOf } from "../../models/influence/degrees/statistic.ts";
import { traitFrom } from "../../models/influence/degrees/trait.ts";
import { generate } from "../../models/networks/specification.ts";
import { filling } from "../../models/studies/work/filling.ts";
import { fixed } from "../../models/studies/work/plan.ts";
import { table } from "../../models/studies/work/table.ts";
import { type Task } from "../../models/studies/work/work.ts";
import { type Computation, fill, steps } from "../study/computation.ts";

/** The three-degrees statistic of a trait that is copied along ties, with the options of `ovation degrees --model`. */
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

const statisticIn = (network: Network, job: ClustersJob, world: number): Degrees =>
  degreesOf(network, traitFrom("has", traitIn(network, job, world)), job);

/** The statistic in one world. */
export const clustersIn = (job: ClustersJob, world: number): Computation<Degrees[]> =>
  steps(1, () => statisticIn(generate(job.network, job.seed), job, world));

/** How far the trait clusters in a world, and the share of people who have it. */
export type Clustered = Pick<Degrees, "influence" | "prevalence">;

function task(job: ClustersJob): Task {
  const network = generate(job.network, job.seed);
  return filling(2, (out, world) => {
    const { influence, prevalence } = statisticIn(network, job, world);
    out.set([influence, prevalence]);
  });
}

/** How far it clusters in many worlds. */
export function clustersWork(job: ClustersJob, worlds: number): Computation<Clustered[]> {
  const filled = table(1, ["influence", "prevalence"]);
  const work = { name: "clusters", module: "notebooks/how-far-influence-travels/clusters.ts", setup: job, task };
  return {
    units: worlds,
    run: (took) => fill({ work, table: filled, plan: fixed(1, worlds) }, { took }),
    results: () =>
      Array.from({ length: filled.count(0) }, (_, world) => {
        const [influence, prevalence] = filled.row(0, world);
        return { influence, prevalence };
      }),
  };
}

/** False if nobody or everybody has the trait: then there is nothing to compare. */
export const comparable = ({ prevalence }: Clustered): boolean => prevalence > 0 && prevalence < 1;

/** Whether the curve of a world lies outside the band of its shuffles; false if there are no pairs. */
const outside = ({ excess, excessLow, excessHigh }: Degree): boolean => excess > excessHigh || excess < excessLow;

/**
 * The first degree beyond those to which the trait clusters, and all later ones at which the curve is outside the band
 * again; undefined if it clusters up to the farthest distance measured.
 */
export function beyondOf({
  degrees,
  influence,
}: Pick<Degrees, "degrees" | "influence">): { first: Degree; under: boolean; again: number[] } | undefined {
  if (influence === degrees.length) return undefined;
  const [first, ...later] = degrees.slice(influence);
  return { first, under: outside(first), again: later.filter(outside).map(({ distance }) => distance) };
}

/** The exact excess on a path of `d` ties of a chain in which each person copies the one before with chance `copy`. */
export const chainLaw = (d: number, { copy, prevalence }: { copy: number; prevalence: number }): number =>
  (copy ** d * (1 - prevalence)) / prevalence;
