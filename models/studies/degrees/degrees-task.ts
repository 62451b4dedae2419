import { type Counted, countEgos, type Plan } from "../../influence/degrees/counting.ts";
import { fillLabelings, type Labelings } from "../../influence/degrees/labelings.ts";
import { shuffleKey } from "../../influence/degrees/statistic.ts";
import { type Trait } from "../../influence/degrees/trait.ts";

/** What a thread needs to know; the labelings and the network's rows are shared, not copied. */
export interface DegreesWork {
  plan: Plan;
  trait: Trait;
  labelings: Labelings;
  seed: string;
}
/** Shuffles words of labelings, or looks at egos, from … to. */
export interface Stretch {
  what: "shuffle" | "count";
  from: number;
  to: number;
}

/** The one function that does a stretch of the work, in the process itself and in every thread. */
export function degreesTask({ plan, trait, labelings, seed }: DegreesWork): (stretch: Stretch) => Counted | null {
  return ({ what, from, to }) => {
    if (what === "count") return countEgos(plan, trait, labelings, from, to);
    fillLabelings(labelings, trait, shuffleKey(seed), from, to);
    return null;
  };
}
