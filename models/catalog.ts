import { type Model, unknownName } from "./core/index.ts";
import { bass } from "./cascades/bass.ts";
import { competingBrands } from "./cascades/competing-brands.ts";
import { complexContagion } from "./cascades/complex-contagion.ts";
import { contagion } from "./cascades/contagion.ts";
import { herding } from "./cascades/herding.ts";
import { independentCascade } from "./cascades/independent-cascade.ts";
import { informationalCascade } from "./cascades/informational-cascade.ts";
import { linearThreshold } from "./cascades/linear-threshold.ts";
import { musicLab } from "./cascades/music-lab.ts";
import { standingOvation } from "./cascades/standing-ovation.ts";
import { strongAndWeakTies } from "./cascades/strong-and-weak-ties.ts";
import { wattsThreshold } from "./cascades/watts-threshold.ts";
import { copyingChain } from "./influence/copying-chain.ts";
import { likeness } from "./influence/likeness.ts";
import { voter } from "./influence/voter.ts";
import { degroot } from "./influence/degroot.ts";
import { friedkinJohnsen } from "./influence/friedkin-johnsen.ts";
import { boundedConfidence } from "./influence/bounded-confidence.ts";
import { qVoter } from "./influence/q-voter.ts";
import { majorityRule } from "./influence/majority-rule.ts";
import { sznajd } from "./influence/sznajd.ts";
import { market } from "./market/market.ts";
import { programs } from "./programs/programs.ts";

/** A model and the room whose file `models/<room>/<name>.ts` defines it. */
export interface Entry {
  room: string;
  model: Model;
}

/** Every model, in reading order: what the command line, the workers and the notebooks look up. */
export const catalog: readonly Entry[] = [
  { room: "influence", model: copyingChain },
  { room: "influence", model: likeness },
  { room: "influence", model: voter },
  { room: "influence", model: degroot },
  { room: "influence", model: friedkinJohnsen },
  { room: "influence", model: boundedConfidence },
  { room: "influence", model: qVoter },
  { room: "influence", model: majorityRule },
  { room: "influence", model: sznajd },
  { room: "cascades", model: independentCascade },
  { room: "cascades", model: linearThreshold },
  { room: "cascades", model: wattsThreshold },
  { room: "cascades", model: complexContagion },
  { room: "cascades", model: informationalCascade },
  { room: "cascades", model: herding },
  { room: "cascades", model: standingOvation },
  { room: "cascades", model: bass },
  { room: "cascades", model: contagion },
  { room: "cascades", model: strongAndWeakTies },
  { room: "cascades", model: competingBrands },
  { room: "cascades", model: musicLab },
  { room: "market", model: market },
  ...programs.map((model) => ({ room: "programs", model })),
];

/**
 * The model with this name. Throws `RangeError`, with the nearest known name, if there is none.
 * @example
 * ```ts
 * import { find } from "ovation/catalog";
 * console.log(find("bass").room); // cascades
 * ```
 */
export function find(name: string): Entry {
  const entry = catalog.find(({ model }) => model.name === name);
  if (!entry)
    throw new RangeError(
      `catalog: ${unknownName(
        name,
        "a model",
        catalog.map(({ model }) => model.name),
      )}`,
    );
  return entry;
}
