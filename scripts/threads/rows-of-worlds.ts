import { onInterrupt } from "../cli/interrupt.ts";
import { progress } from "../cli/progress.ts";
import { execute } from "../../models/studies/work/execute.ts";
import { poolOf } from "./pool.ts";
import { type Work } from "../../models/studies/work/runner.ts";

export interface Asked {
  worlds: number;
  /** Numbers a world has. */
  width: number;
  threads: number;
  quiet: boolean;
}

/** A row for each of the worlds, run on threads with progress; null where Ctrl-C came first. `failed` names the worlds that failed, and why. */
export async function rowsOfWorlds<S>(
  setup: S,
  work: Work<S>,
  { worlds, width, threads, quiet }: Asked,
): Promise<{ rows: Float64Array[] | null; failed: string[] }> {
  const pool = await poolOf(setup, threads, work);
  const shown = progress("worlds", quiet);
  const interrupt = onInterrupt();
  const all = new Float64Array(worlds * width);
  const failed: string[] = [];
  shown.wanted(worlds);
  try {
    await execute(pool, [{ point: 0, from: 0, to: worlds }], {
      want: "measures",
      stopped: interrupt.asked,
      take({ from, to }, { values, failures }) {
        all.set(values, from * width);
        failed.push(...failures.map(({ world, error }) => `world ${world}: ${error}`));
        shown.add(to - from);
      },
    });
  } finally {
    shown.stop();
    interrupt.release();
    await pool.close();
  }
  return {
    rows: interrupt.asked()
      ? null
      : Array.from({ length: worlds }, (_, world) => all.subarray(world * width, (world + 1) * width)),
    failed,
  };
}
