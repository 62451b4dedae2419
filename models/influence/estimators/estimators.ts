import { blockPermutation, distanceCurve } from "./curves.ts";
import { matchedPairs } from "./matched-pairs.ts";
import { directionalTies, encouragement, friendsPast } from "./regressions.ts";
import { type Estimator } from "./study.ts";

/** From the most trusting to the least: each is fooled by the world that violates its assumption. */
export const estimators: readonly Estimator[] = [
  distanceCurve,
  blockPermutation,
  friendsPast,
  matchedPairs,
  directionalTies,
  encouragement,
];
