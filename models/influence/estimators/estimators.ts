import { blockPermutation, distanceCurve } from "./curves.ts";
import { matchedPairs } from "./matched-pairs.ts";
import { directionalTies, encouragement, friendsPast } from "./regressions.ts";
import { type Estimator } from "./study.ts";

/** From the most trusting to the least: what each takes for granted is in the world it is fooled by. */
export const estimators: readonly Estimator[] = [
  distanceCurve,
  blockPermutation,
  friendsPast,
  matchedPairs,
  directionalTies,
  encouragement,
];
