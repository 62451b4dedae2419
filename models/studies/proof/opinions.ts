import { confidenceTargets } from "./confidence.ts";
import { copyingTargets } from "./copying.ts";
import { type Target } from "./target.ts";
import { stubbornTargets, trustTargets } from "./trust.ts";

export const opinionTargets: readonly Target[] = [
  ...trustTargets,
  ...confidenceTargets,
  ...copyingTargets,
  ...stubbornTargets,
];
