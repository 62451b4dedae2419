/**
 * Who influences whom: models of opinion, the distance over which a trait clusters, and what such clustering can
 * and cannot show.
 */
export { boundedConfidence } from "./bounded-confidence.ts";
export { copyingChain } from "./copying-chain.ts";
export { expectedReach, peopleAt, type ReachAt, type ReachOptions } from "./degrees/expected-reach.ts";
export { type Degree, type Degrees, degreesOf, type DegreesOptions } from "./degrees/statistic.ts";
export { type Trait, type TraitChoice, traitFrom, traitOf } from "./degrees/trait.ts";
export { degroot } from "./degroot.ts";
export { estimators } from "./estimators/estimators.ts";
export { type Estimator, type Finding, shareOfFriends, type Study } from "./estimators/study.ts";
export { friedkinJohnsen } from "./friedkin-johnsen.ts";
export { likeness } from "./likeness.ts";
export { majorityRule } from "./majority-rule.ts";
export { qVoter } from "./q-voter.ts";
export { surroundings } from "./surroundings.ts";
export { sznajd } from "./sznajd.ts";
export { voter } from "./voter.ts";
