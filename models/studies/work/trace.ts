import { type Network } from "../../core/index.ts";
import { type FileColumn } from "./columns.ts";
import { type BlockResult } from "./work.ts";

/** One row for each customer reached: in which world, who, when, and through whom (missing for the seeds). */
export function traceTable(
  results: readonly BlockResult[],
  { keys }: Network,
): { columns: FileColumn[]; length: number } {
  const worlds = results.flatMap(({ traces = [] }) => traces);
  const length = worlds.reduce((sum, { length: entries }) => sum + entries / 3, 0);
  const rows = new Int32Array(length * 4);
  let row = 0;
  worlds.forEach((trace, world) => {
    for (let at = 0; at < trace.length; at += 3, row++)
      rows.set([world, trace[at], trace[at + 1], trace[at + 2]], row * 4);
  });
  const name = (i: number): string | undefined => (i < 0 ? undefined : keys.key(i));
  return {
    length,
    columns: [
      { name: "world", type: "whole", value: (r) => rows[4 * r] },
      { name: "who", type: "text", value: (r) => name(rows[4 * r + 1]) },
      { name: "when", type: "whole", value: (r) => rows[4 * r + 2] },
      { name: "through", type: "text", value: (r) => name(rows[4 * r + 3]) },
    ],
  };
}
