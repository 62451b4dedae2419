import { type Network, real } from "../../core/index.ts";
import { trustedMean, trustParameters } from "./trust.ts";

export const averagingParameters = {
  ...trustParameters,
  selfWeight: real(0, {
    min: 0,
    max: 1,
    about: "weight of a customer's own opinion in the average, relative to all others together",
    unit: "share",
  }),
};

interface OpinionWorld {
  network: Network;
  parameters: { weighting: "uniform" | "edge"; selfWeight: number };
  state: { opinion: Float64Array; moved: Int32Array };
  time: number;
}

/** A step in which no opinion moves by more than this share of the largest is the last. */
const STILL = 1e-12;

/**
 * One synchronous step. Customer i moves to the average of its own opinion and those it trusts, held back by
 * `hold(i)` toward `anchor[i]`: hold·anchor + (1 − hold)·average. For a customer who sees nobody, the average is
 * its own opinion. Returns true if any opinion moved.
 */
export function averaging(
  { network, parameters, state, time }: OpinionWorld,
  hold: (i: number) => number,
  anchor: Float64Array,
): boolean {
  const { opinion, moved } = state;
  const { selfWeight } = parameters;
  const meanSeen = trustedMean(network, parameters.weighting);
  const before = opinion.slice();
  const still = STILL * before.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0);
  let changed = false;
  for (let i = 0; i < before.length; i++) {
    const seen = meanSeen(i, before);
    const average = Number.isNaN(seen) ? before[i] : selfWeight * before[i] + (1 - selfWeight) * seen;
    const held = hold(i);
    opinion[i] = held * anchor[i] + (1 - held) * average;
    if (Math.abs(opinion[i] - before[i]) <= still) continue;
    moved[i] = time;
    changed = true;
  }
  return changed;
}
