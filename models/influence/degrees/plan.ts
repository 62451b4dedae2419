import { childKey, distinct, type Network, sequence, streamKey } from "../../core/index.ts";
import { type CountingPlan } from "./counting.ts";
import { ringFinder } from "./rings.ts";
import { type Trait } from "./trait.ts";

export interface PlanOptions {
  distances: number;
  permutations: number;
  seed: string;
  /** Number of egos to visit; as many as `BUDGET` allows by default. */
  egos?: number | "all";
}

/**
 * The largest cost of an exact answer: pairs times words of 32 labelings, plus two for each arc visited. About a
 * minute on one core.
 */
const BUDGET = 1.5e10;
const PILOTS = 200;

/**
 * Everyone whose trait is known or, if that costs too much, as many of them as the budget allows, drawn by the
 * seed. The cost is estimated from the surroundings of 200 people. Distance runs in the direction of influence,
 * from the alters to the ego.
 */
export function planEgos(
  { directed, in: rows, nodes }: Network,
  { known }: Trait,
  { distances, permutations, seed, egos }: PlanOptions,
): CountingPlan {
  const everybody = nodes.filter((i) => known[i] === 1);
  const key = streamKey(seed, "degrees/egos");
  const draw = (count: number): Uint32Array => {
    const drawn = distinct(count, everybody.length, sequence(childKey(key, 0)));
    return Uint32Array.from(drawn, (at) => everybody[at]).sort();
  };
  const wanted = egos === "all" ? everybody.length : (egos ?? affordable());
  if (wanted >= everybody.length) return { rows, distances, egos: everybody, half: !directed };
  return { rows, distances, egos: draw(wanted), half: false };

  function affordable(): number {
    const words = Math.ceil((permutations + 1) / 32);
    const ringsOf = ringFinder(rows, distances);
    const pilots = draw(Math.min(PILOTS, everybody.length));
    let pairs = 0;
    let arcs = 0;
    for (const ego of pilots) {
      const { order, ends } = ringsOf(ego);
      pairs += ends[distances] - 1;
      for (let at = 0; at < ends[distances - 1]; at++) arcs += rows.offsets[order[at] + 1] - rows.offsets[order[at]];
    }
    const cost = (pairs * words + 2 * arcs) / pilots.length;
    const exact = everybody.length * (directed ? cost : cost - (pairs * words) / pilots.length / 2);
    return exact <= BUDGET ? everybody.length : Math.max(PILOTS, Math.floor(BUDGET / cost));
  }
}
