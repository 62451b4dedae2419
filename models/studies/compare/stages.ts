import { looks } from "../../experiments/index.ts";
import { type Stretch } from "../work/execute.ts";
import { type Table } from "../work/table.ts";
import { outcomesOf } from "./columns.ts";
import { type CompareJob } from "./job.ts";
import { meanOf } from "./measures.ts";

export interface Ran {
  /** Worlds at the horizon of the brief, and of these the ones looked at for twice as long. */
  worlds: number;
  longer: number;
}

/** Worlds to run next, and how many that makes in all as far as is known by now. */
export interface Stage extends Ran {
  missing: Stretch[];
}

/**
 * The worlds that the brief asks for, part by part: whoever asks for the next part has filled the table with the
 * one before. The rule for stopping is looked at when there are as many worlds as planned in advance, so that
 * where it stops depends on the worlds alone.
 */
export function* stages(
  { brief, horizons }: Pick<CompareJob, "brief" | "horizons">,
  table: Table,
): Generator<Stage, Ran, undefined> {
  const { atLeast, atMost, width } = brief.stop;
  const plan = width === undefined ? [atMost] : looks(atLeast, atMost);
  const also = (worlds: number): number => (horizons.length > 1 ? longerWorlds(worlds) : 0);
  let worlds = 0;
  for (const look of plan) {
    worlds = look;
    yield { worlds, longer: also(worlds), missing: table.missing(0, worlds) };
    if (width !== undefined && isNarrow(table, brief.arms.length, worlds, width)) break;
  }
  const longer = also(worlds);
  if (longer > 0) yield { worlds, longer, missing: table.missing(1, longer) };
  return { worlds, longer };
}

/** A tenth of the worlds are looked at for twice as long: what that tells needs no more, and costs twice as much a world. */
const longerWorlds = (worlds: number): number => Math.min(worlds, Math.max(20, Math.round(worlds / 10)));

function isNarrow(table: Table, arms: number, worlds: number, width: number): boolean {
  const of = outcomesOf(table, 0, worlds);
  return Array.from({ length: arms }, (_, arm) => meanOf(of(arm, "npv").filter(Number.isFinite))).every(
    ({ low, high }) => (high - low) / 2 <= width,
  );
}
