import { childKey, type Network, streamKey, uniform } from "../../core/index.ts";
import { communities } from "../../networks/structure/communities.ts";
import { type Arm, COSTS, ledger } from "../ledger.ts";
import { spellOf, worthOf } from "../../market/worth.ts";
import { market } from "../../market/market.ts";
import { type AnyMarket, type MarketWithPrograms } from "../../programs/in-market.ts";
import { marketOnly, runArm } from "../arm.ts";
import {
  type Assignment,
  canTell,
  circles,
  clusters,
  type DesignName,
  disjointCircles,
  individuals,
  unitsOf,
} from "./designs.ts";
import {
  amongEgos,
  difference,
  type EffectEstimate,
  type EstimatorName,
  exposed,
  exposureChances,
} from "./estimators.ts";

/** The outcome of a person: 1 where they joined, or everything they ever pay, discounted. */
export const PERSON_OUTCOMES = ["adopted", "value"] as const;
export type PersonOutcome = (typeof PERSON_OUTCOMES)[number];

export interface Method {
  design: DesignName;
  estimator: EstimatorName;
}
/** The estimators for each design; there are egos only in a test of circles. */
export const METHODS: readonly Method[] = [
  { design: "individual", estimator: "difference" },
  { design: "individual", estimator: "exposed" },
  { design: "ego", estimator: "difference" },
  { design: "ego", estimator: "egos" },
  { design: "cluster", estimator: "difference" },
  { design: "cluster", estimator: "exposed" },
];

export interface FieldTest {
  network: Network;
  /** A market whose programs take a list of the people who take part. */
  program: AnyMarket & Pick<MarketWithPrograms, "takes">;
  /** Its parameters in a world; those of the market hold for everyone. */
  parameters(world: number): Record<string, unknown>;
  seed: string;
  outcome: PersonOutcome;
  /** Share of units that take part. */
  share: number;
  methods: readonly Method[];
}
export interface Tested {
  /** Mean change in the outcome of a person if everyone takes part, against nobody, in the same world. */
  truth: number;
  /**
   * For each method its estimate, the number of units, and the discounted cost of the program in its test; NaN where
   * there are too few units.
   */
  told: { estimate: EffectEstimate; units: number; bill: number }[];
}
/** One completed test. */
interface Test {
  assignment: Assignment;
  outcome: Float64Array;
  bill: number;
}
const NO_ESTIMATE: EffectEstimate = { value: NaN, stderr: NaN, n: 0, people: 0 };

/** The number of assignments for probabilities of exposure; they belong to worlds that no test reaches. */
const ASSIGNMENTS = 200;
const APART = 2 ** 29;

/**
 * A function that runs a world with nobody, with everyone and with the persons of each design in the program, and gives
 * the truth and the estimate of each method. Assignments are keyed by design and world, so they are the same for every
 * program. A design is not run where fewer than two units would be treated, or fewer than two untreated. Cost: two runs
 * for each world and one for each design; once, the communities and the probabilities of exposure.
 */
export function fieldTest(job: FieldTest): (world: number) => Tested {
  const { network, methods } = job;
  const designs = [...new Set(methods.map(({ design }) => design))];
  for (const { design, estimator } of methods) {
    if (estimator === "egos" && design !== "ego")
      throw new RangeError(`rehearsal: estimator egos must go with design ego, got ${design}`);
  }
  const assign = new Map(designs.map((design) => [design, assignments(job, design)]));
  const chances = new Map(
    methods
      .filter(({ estimator }) => estimator === "exposed")
      .map(({ design }) => {
        const some = Array.from({ length: ASSIGNMENTS }, (_, k) => assign.get(design)!(APART + k));
        return [
          design,
          exposureChances(
            network,
            some.filter((one) => typeof one !== "number"),
          ),
        ] as const;
      }),
  );
  return (world) => {
    const none = runOf(job, world, null);
    const outcomes = (arm: Arm): Float64Array => outcomesOf(job, arm);
    const nobody = outcomes(none);
    const all = outcomes(runOf(job, world, new Uint8Array(network.size).fill(1)));
    let truth = 0;
    for (let i = 0; i < network.size; i++) truth += all[i] - nobody[i];
    const tests = new Map<DesignName, Test | number>();
    for (const design of designs) {
      const assignment = assign.get(design)!(world);
      if (typeof assignment === "number") {
        tests.set(design, assignment);
        continue;
      }
      const arm = runOf(job, world, assignment.treated);
      const lines = ledger(none, arm);
      tests.set(design, {
        assignment,
        outcome: outcomes(arm),
        bill: COSTS.reduce((sum, line) => sum + lines[line], 0),
      });
    }
    const told = methods.map(({ design, estimator }) => {
      const test = tests.get(design)!;
      if (typeof test === "number") return { estimate: NO_ESTIMATE, units: test, bill: NaN };
      const { assignment, outcome, bill } = test;
      return {
        estimate: estimated(outcome, network, assignment, estimator, chances.get(design)),
        units: assignment.units,
        bill,
      };
    });
    return { truth: truth / network.size, told };
  };
}

/** The estimate from the outcomes of one assignment. */
function estimated(
  outcome: Float64Array,
  network: Network,
  assignment: Assignment,
  estimator: EstimatorName,
  chances?: { treated: Float64Array; untreated: Float64Array },
): EffectEstimate {
  if (estimator === "exposed" && chances) return exposed(outcome, network, assignment, chances);
  return estimator === "egos" ? amongEgos(outcome, assignment) : difference(outcome, assignment);
}

/** The assignment of each world under a design, or the number of its units where they are too few for an estimate. */
function assignments({ network, share, seed }: FieldTest, design: DesignName): (world: number) => Assignment | number {
  const key = streamKey(seed, `rehearsal/${design}`);
  const unit = design === "cluster" ? Int32Array.from(communities(network, { seed }).of) : null;
  const units = unit ? unitsOf(unit) : network.size;
  return (world) => {
    const own = childKey(key, world);
    const wanted = { share, draw: (i: number) => uniform(own, i) };
    if (design === "ego") {
      const found = disjointCircles(network, wanted);
      return canTell(found.egos.length, share) ? circles(network, wanted, found) : found.egos.length;
    }
    if (!canTell(units, share)) return units;
    return unit ? clusters(unit, wanted) : individuals(network, wanted);
  };
}

/** The market of a world at its horizon with these persons in the program; null for no program. */
function runOf({ network, program, parameters, seed }: FieldTest, world: number, treated: Uint8Array | null): Arm {
  const given = parameters(world);
  if (!treated) return runArm(market, network, { parameters: marketOnly(given), seed, world });
  const keys = Array.from(treated.keys())
    .filter((i) => treated[i] === 1)
    .map((i) => network.keys.key(i));
  const members = Object.fromEntries(program.takes.members.map((name) => [name, keys]));
  return runArm(program, network, { parameters: { ...given, ...members }, seed, world });
}

/** The outcome of each person. */
function outcomesOf({ network, outcome }: FieldTest, arm: Arm): Float64Array {
  const value = worthOf(arm);
  return Float64Array.from({ length: network.size }, (_, i) => {
    const spell = spellOf(arm, i);
    if (spell === null) return 0;
    return outcome === "adopted" ? 1 : value(i, spell);
  });
}
