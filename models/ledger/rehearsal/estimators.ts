import { type Network } from "../../core/index.ts";
import { type Assignment } from "./designs.ts";

/** The effect of a program on a person as a field test estimates it; NaN where it cannot. */
export interface EffectEstimate {
  value: number;
  /** Standard error, robust to correlation within units. */
  stderr: number;
  /** Persons counted in the estimate. */
  n: number;
  /** Persons in the test: all who were treated or held back, counted or not. */
  people: number;
}
export const ESTIMATORS = ["difference", "exposed", "egos"] as const;
export type EstimatorName = (typeof ESTIMATORS)[number];

/** The share of contacts that must be treated alike for a person to count as exposed. */
const ALIKE = 0.75;

/** Mean outcome of the treated less that of the others in the test. */
export function difference(outcome: Float64Array, { treated, unit, units }: Assignment): EffectEstimate {
  return weighted(outcome, treated, unit, units, (i) => (unit[i] < 0 ? 0 : 1));
}

/**
 * The difference among people of whose contacts at least three quarters share their treatment. Each is weighted by one
 * over the probability of that in this design (Hájek); `chance` has these probabilities for the treated and the
 * untreated. People who cannot be exposed in both ways are left out.
 */
export function exposed(
  outcome: Float64Array,
  network: Network,
  { treated, unit, units }: Assignment,
  chance: { treated: Float64Array; untreated: Float64Array },
): EffectEstimate {
  return weighted(outcome, treated, unit, units, (i) => {
    if (
      unit[i] < 0 ||
      chance.treated[i] === 0 ||
      chance.untreated[i] === 0 ||
      exposure(network, treated, i) !== treated[i]
    )
      return 0;
    return 1 / (treated[i] === 1 ? chance.treated[i] : chance.untreated[i]);
  });
}

/** The difference among egos alone, all of whose contacts were treated as they were. */
export function amongEgos(outcome: Float64Array, { treated, unit, units, egos }: Assignment): EffectEstimate {
  const isEgo = new Uint8Array(outcome.length);
  for (const ego of egos) isEgo[ego] = 1;
  return weighted(outcome, treated, unit, units, (i) => isEgo[i]);
}

/**
 * 1 where at least three quarters of the contacts of i are treated, 0 where as many are untreated, else -1; the
 * person's own treatment where there are no contacts.
 */
export function exposure({ out: { offsets, targets } }: Network, treated: Uint8Array, i: number): number {
  const degree = offsets[i + 1] - offsets[i];
  if (degree === 0) return treated[i];
  let count = 0;
  for (let e = offsets[i]; e < offsets[i + 1]; e++) count += treated[targets[e]];
  if (count >= ALIKE * degree) return 1;
  return degree - count >= ALIKE * degree ? 0 : -1;
}

/** Probabilities of exposure in a design, as frequencies over the given assignments. Cost: their arcs. */
export function exposureChances(
  network: Network,
  assignments: Iterable<Assignment>,
): { treated: Float64Array; untreated: Float64Array } {
  const treated = new Float64Array(network.size);
  const untreated = new Float64Array(network.size);
  let count = 0;
  for (const one of assignments) {
    count++;
    for (let i = 0; i < network.size; i++) {
      if (one.unit[i] < 0 || exposure(network, one.treated, i) !== one.treated[i]) continue;
      (one.treated[i] === 1 ? treated : untreated)[i]++;
    }
  }
  for (const chances of [treated, untreated]) for (let i = 0; i < network.size; i++) chances[i] /= count;
  return { treated, untreated };
}

/**
 * Difference of weighted means; its error from the residuals summed within units, with G/(G − 1) for G units an arm.
 */
function weighted(
  outcome: Float64Array,
  treated: Uint8Array,
  unit: Int32Array,
  units: number,
  weight: (i: number) => number,
): EffectEstimate {
  const sums = [0, 0];
  const weights = [0, 0];
  let n = 0;
  const w = Float64Array.from(outcome, (_, i) => weight(i));
  for (let i = 0; i < outcome.length; i++) {
    if (w[i] === 0) continue;
    sums[treated[i]] += w[i] * outcome[i];
    weights[treated[i]] += w[i];
    n++;
  }
  const means = [sums[0] / weights[0], sums[1] / weights[1]];
  const residuals = [new Float64Array(units), new Float64Array(units)];
  const present = [new Uint8Array(units), new Uint8Array(units)];
  for (let i = 0; i < outcome.length; i++) {
    if (w[i] === 0) continue;
    const z = treated[i];
    residuals[z][unit[i]] += (w[i] / weights[z]) * (outcome[i] - means[z]);
    present[z][unit[i]] = 1;
  }
  const variance = [0, 1].map((z) => {
    const groups = present[z].reduce((sum, one) => sum + one, 0);
    return groups < 2 ? NaN : (residuals[z].reduce((sum, r) => sum + r * r, 0) * groups) / (groups - 1);
  });
  const people = unit.reduce((sum, u) => sum + (u < 0 ? 0 : 1), 0);
  return { value: means[1] - means[0], stderr: Math.sqrt(variance[0] + variance[1]), n, people };
}
