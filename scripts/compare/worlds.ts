import { looks } from "../../models/experiments/index.ts";
import { execute } from "../engine/execute.ts";
import { type Pool } from "../engine/pool.ts";
import { type Block, type BlockResult } from "../engine/task.ts";
import { type Table } from "../store/table.ts";
import { outcomesOf } from "./columns.ts";
import { type CompareJob } from "./job.ts";
import { meanOf } from "./measures.ts";

export interface Watch {
  take(block: Block, result: BlockResult): void;
  stopped(): boolean;
  /** How many worlds are wanted in all, each time that becomes known better. */
  wanted(worlds: number): void;
}
export interface Ran {
  /** Worlds at the horizon of the brief, and of these the ones looked at for twice as long. */
  worlds: number;
  longer: number;
}

/**
 * Fills the table with every world that the brief asks for. The rule for stopping is looked at when there are as
 * many worlds as planned in advance, so that where it stops depends on the worlds alone.
 */
export async function runWorlds(pool: Pool, { brief, horizons }: CompareJob, table: Table, watch: Watch): Promise<Ran> {
  const { atLeast, atMost, width } = brief.stop;
  const plan = width === undefined ? [atMost] : looks(atLeast, atMost);
  const also = (worlds: number): number => (horizons.length > 1 ? longerWorlds(worlds) : 0);
  let worlds = 0;
  for (const look of plan) {
    worlds = look;
    watch.wanted(worlds + also(worlds));
    await execute(pool, table.missing(0, worlds), { want: "measures", ...watch });
    if (watch.stopped()) return { worlds, longer: also(worlds) };
    if (width !== undefined && isNarrow(table, brief.arms.length, worlds, width)) break;
  }
  const longer = also(worlds);
  watch.wanted(worlds + longer);
  if (longer > 0) await execute(pool, table.missing(1, longer), { want: "measures", ...watch });
  return { worlds, longer };
}

/** A tenth of the worlds are looked at for twice as long: what that tells needs no more, and costs twice as much a world. */
const longerWorlds = (worlds: number): number => Math.min(worlds, Math.max(20, Math.round(worlds / 10)));

function isNarrow(table: Table, arms: number, worlds: number, width: number): boolean {
  const of = outcomesOf(table, 0, worlds);
  return Array.from({ length: arms }, (_, arm) => meanOf(of(arm, "npv").filter(Number.isFinite))).every(({ low, high }) => (high - low) / 2 <= width);
}
