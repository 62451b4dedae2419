import { looks } from "../../experiments/index.ts";
import { lastLook, type Plan } from "../work/plan.ts";
import { type Table } from "../work/table.ts";
import { outcomesOf } from "./columns.ts";
import { type CompareJob } from "./job.ts";
import { meanOf } from "./measures.ts";

/**
 * The worlds that the brief asks for, at its horizon and, where asked for, at twice the horizon. The stopping rule is
 * checked at numbers of worlds planned in advance.
 */
export function comparePlan({ brief, horizons }: Pick<CompareJob, "brief" | "horizons">): Plan {
  const { atLeast, atMost, width } = brief.stop;
  const planned = width === undefined ? [atMost] : looks(atLeast, atMost);
  const isNarrow = (table: Table, _: number, worlds: number): boolean =>
    width !== undefined && isKnown(table, brief.arms.length, worlds, width);
  return (table) => {
    const worlds = lastLook(planned, table, 0, isNarrow);
    return horizons.length > 1 ? [worlds, longerWorlds(worlds)] : [worlds];
  };
}

/** A tenth of the worlds run for twice as long: enough for the comparison, and each costs twice as much. */
const longerWorlds = (worlds: number): number => Math.min(worlds, Math.max(20, Math.round(worlds / 10)));

/** True where every program's value is known as closely as the brief asks. */
function isKnown(table: Table, arms: number, worlds: number, width: number): boolean {
  const of = outcomesOf(table, 0, worlds);
  return Array.from({ length: arms }, (_, arm) => meanOf(of(arm, "npv").filter(Number.isFinite))).every(
    ({ low, high }) => (high - low) / 2 <= width,
  );
}
