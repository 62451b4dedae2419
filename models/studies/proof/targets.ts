import { advocateTargets } from "./advocates.ts";
import { cascadeTargets } from "./cascades.ts";
import { choiceTargets } from "./choices.ts";
import { degreesTargets } from "./degrees.ts";
import { diffusionTargets } from "./diffusion.ts";
import { epidemicTargets } from "./epidemics.ts";
import { herdTargets } from "./herds.ts";
import { lateNewsTargets } from "./late-news.ts";
import { marketTargets } from "./markets.ts";
import { networkTargets } from "./networks.ts";
import { opinionTargets } from "./opinions.ts";
import { percolationTargets } from "./outbreaks.ts";
import { ovationTargets } from "./ovation.ts";
import { programTargets } from "./programs.ts";
import { type Target } from "./target.ts";
import { thresholdTargets } from "./thresholds.ts";
import { wordOfMouthTargets } from "./word-of-mouth.ts";

/** The proof table, by section. */
export const targets: readonly Target[] = [
  ...herdTargets,
  ...ovationTargets,
  ...thresholdTargets,
  ...cascadeTargets,
  ...choiceTargets,
  ...lateNewsTargets,
  ...percolationTargets,
  ...degreesTargets,
  ...diffusionTargets,
  ...epidemicTargets,
  ...wordOfMouthTargets,
  ...marketTargets,
  ...opinionTargets,
  ...networkTargets,
  ...programTargets,
  ...advocateTargets,
];
