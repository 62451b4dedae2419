import { finish, type Model, type Network, start, streamKey, childKey, uniform } from "../../core/index.ts";
import { communities } from "../../networks/structure/communities.ts";
import { market } from "../market.ts";
import { type Arm } from "../ledger/ledger.ts";
import { spellOf, worthOf } from "../ledger/worth.ts";
import { type Assignment, circles, clusters, type DesignName, individuals } from "./designs.ts";
import { amongEgos, difference, type Estimate, type EstimatorName, exposed, exposureChances } from "./estimators.ts";

export const OUTCOMES_OF_PERSONS = ["adopted", "value"] as const;
export type PersonOutcome = (typeof OUTCOMES_OF_PERSONS)[number];

export interface FieldTest {
  network: Network;
  /** A program whose parameter `members` says who takes part. */
  program: Model;
  /** Its parameters; those of the market hold for everybody. */
  parameters: Record<string, unknown>;
  seed: string;
  design: DesignName;
  estimator: EstimatorName;
  outcome: PersonOutcome;
  /** Share of units that take part. */
  share: number;
}
export interface Tested {
  estimate: Estimate;
  /** Mean change of a person's outcome if all take part, against none, in the same world. */
  truth: number;
}
/** Assignments from which chances of exposure are counted. */
const ASSIGNMENTS = 200;

/**
 * A function that runs world r three times, with nobody, everybody and the test's persons in the program,
 * and gives the truth beside what the test would have told. Assignments are keyed by world, so they are
 * the same for every program. Cost: three runs a world; once, the communities or chances of the design.
 */
export function fieldTest(job: FieldTest): (world: number) => Tested {
  const { network, design, estimator } = job;
  const assign = assignments(job);
  const chances = estimator === "exposed" ? exposureChances(network, Array.from({ length: ASSIGNMENTS }, (_, k) => assign(2 ** 29 + k))) : undefined;
  if (estimator === "egos" && design !== "ego") throw new RangeError(`rehearsal: estimator egos must go with design ego, got ${design}`);
  return (world) => {
    const assignment = assign(world);
    const none = outcomesOf(job, world, null);
    const all = outcomesOf(job, world, new Uint8Array(network.size).fill(1));
    const tested = outcomesOf(job, world, assignment.treated);
    let truth = 0;
    for (let i = 0; i < network.size; i++) truth += all[i] - none[i];
    return { truth: truth / network.size, estimate: estimated(tested, network, assignment, estimator, chances) };
  };
}

/** What the test tells from the outcomes of one assignment. */
function estimated(outcome: Float64Array, network: Network, assignment: Assignment, estimator: EstimatorName, chances?: { treated: Float64Array; untreated: Float64Array }): Estimate {
  if (chances) return exposed(outcome, network, assignment, chances);
  return estimator === "egos" ? amongEgos(outcome, assignment) : difference(outcome, assignment);
}

/** The assignment of each world under the design. */
function assignments({ network, design, share, seed }: FieldTest): (world: number) => Assignment {
  const key = streamKey(seed, `rehearsal/${design}`);
  const unit = design === "cluster" ? Int32Array.from(communities(network, { seed }).of) : null;
  return (world) => {
    const own = childKey(key, world);
    const wanted = { share, draw: (i: number) => uniform(own, i) };
    if (unit) return clusters(unit, wanted);
    return design === "ego" ? circles(network, wanted) : individuals(network, wanted);
  };
}

/** What became of each person when these take part; null for nobody. */
function outcomesOf({ network, program, parameters, seed, outcome }: FieldTest, world: number, treated: Uint8Array | null): Float64Array {
  const known = Object.fromEntries(Object.entries(parameters).filter(([name]) => name in market.parameters));
  const members = treated ? Array.from(treated.keys()).filter((i) => treated[i] === 1).map((i) => network.keys.key(i)) : [];
  const run = treated ? start(program, network, { parameters: { ...parameters, members }, seed, world }) : start(market, network, { parameters: known, seed, world });
  finish(run, Infinity);
  const arm: Arm = run as never;
  const value = worthOf(arm);
  return Float64Array.from({ length: network.size }, (_, i) => {
    const spell = spellOf(arm, i);
    if (spell === null) return 0;
    return outcome === "adopted" ? 1 : value(i, spell);
  });
}
