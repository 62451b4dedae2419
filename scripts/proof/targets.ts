import { cascadeTargets } from "./cascades.ts";
import { herdTargets } from "./herds.ts";
import { networkTargets } from "./networks.ts";
import { percolationTargets } from "./outbreaks.ts";
import { type Target } from "./target.ts";
import { thresholdTargets } from "./thresholds.ts";

/** The proof table, by section. */
export const targets: readonly Target[] = [...herdTargets, ...thresholdTargets, ...cascadeTargets, ...percolationTargets, ...networkTargets];
