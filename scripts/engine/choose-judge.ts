import { measureNames, type Model, type Network } from "../../models/core/index.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import { allThreads } from "../cli/options.ts";
import { progress } from "../cli/progress.ts";
import { execute } from "../../models/studies/work/execute.ts";
import { type ModelReference } from "../../models/studies/work/model-reference.ts";
import { openPool } from "../threads/pool.ts";
import { type Setup, toParts } from "../../models/studies/work/setup.ts";

export interface Judging {
  reference: ModelReference;
  model: Model;
  network: Network;
  spec: string;
  /** Parameters of the model beside its seeds. */
  set: Readonly<Record<string, unknown>>;
  seed: string;
  replicates: number;
  threads?: number;
  quiet?: boolean;
}

/** Below this many customers, arcs and worlds together threads cost more than they save. */
const WORTH_THREADS = 2e6;

/**
 * What each choice reaches in the model's own worlds of the seed, the same worlds for all choices; no
 * method has chosen in them, since choosing draws from streams of its own. Null where Ctrl-C came first.
 */
export async function reachOf(
  choices: readonly (readonly number[])[],
  judging: Judging,
): Promise<Float64Array[] | null> {
  const { reference, model, network, spec, set, seed, replicates, threads, quiet = false } = judging;
  const points = choices.map((chosen) => ({
    network: 0,
    parameters: { ...set, seeds: chosen.map((i) => network.keys.key(i)) },
  }));
  const setup: Setup = { model: reference, networks: [toParts(spec, network)], points, seed, redraw: false };
  const work = replicates * choices.length * Math.min(1000, network.size + network.arcs);
  const pool = await openPool(setup, threads ?? (work > WORTH_THREADS ? allThreads() : 1));
  const names = measureNames(model);
  const reach = choices.map(() => new Float64Array(replicates).fill(NaN));
  const failed: string[] = [];
  const shown = progress("worlds", quiet);
  const interrupt = onInterrupt();
  shown.wanted(replicates * choices.length);
  try {
    await execute(
      pool,
      choices.map((_, point) => ({ point, from: 0, to: replicates })),
      {
        want: "measures",
        stopped: interrupt.asked,
        take({ point, from, to }, { values, failures }) {
          for (let world = from; world < to; world++)
            reach[point][world] = values[(world - from) * names.length + names.indexOf("reach")];
          failed.push(...failures.map(({ world, error }) => `world ${world}: ${error}`));
          shown.add(to - from);
        },
      },
    );
  } finally {
    shown.stop();
    interrupt.release();
    await pool.close();
  }
  if (failed.length > 0) throw new Error(`choose: ${failed.length} worlds failed; the first: ${failed[0]}`);
  return interrupt.asked() ? null : reach;
}
