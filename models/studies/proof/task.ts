import { type Block, type BlockResult, type Failure, type Task } from "../work/work.ts";
import { type TargetResult, seedsOf } from "./target.ts";
import { targets } from "./targets.ts";

/** All that a proof needs to know: its targets, by name, are the points, and the seeds of each are its worlds. */
export interface Proof {
  seed: string;
  wanted: readonly string[];
}
/** What a run of a target tells. */
export const JUDGED = ["value", "pass", "allowed"] as const;

/** Runs targets. */
export function task({ seed, wanted }: Proof): Task {
  const known = new Map(targets.map((target) => [target.target, target]));
  return async ({ point, from, to }: Block): Promise<BlockResult> => {
    const target = known.get(wanted[point])!;
    const values = new Float64Array((to - from) * JUDGED.length).fill(NaN);
    const failures: Failure[] = [];
    for (let world = from; world < to; world++) {
      try {
        const { value, pass, allowed = NaN } = await target.got(seedsOf(target, seed)[world]);
        values.set([value, Number(pass), allowed], (world - from) * JUDGED.length);
      } catch (error) {
        failures.push({ world, error: error instanceof Error ? error.message : String(error) });
      }
    }
    return { values, failures };
  };
}

/** What a row tells; a run that failed passes nothing. */
export const judgedIn = ([value, pass, allowed]: Float64Array): TargetResult => ({
  value,
  pass: pass === 1,
  ...(!Number.isNaN(allowed) && { allowed }),
});
