import { digest } from "../../models/core/index.ts";

/**
 * The measures in the rows of worlds 0, 1, 2, … of one point, read back from the CSV that `run --rows` and
 * `sweep` write: there they are the last columns but one. Missing is NaN. No cell of these tables holds a comma.
 */
export function measuresIn(csv: string, names: readonly string[], point?: number): Float64Array {
  const [head, ...rows] = csv
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const first = head.length - 1 - names.length;
  if (head.slice(first, -1).join() !== names.join())
    throw new RangeError(`rows: the last columns must be ${names.join()} and error, got ${head.join()}`);
  const own = rows.filter((row) => point === undefined || row[head.indexOf("point")] === String(point));
  const inOrder = own.every((row, world) => row.length === head.length && row[head.indexOf("world")] === String(world));
  if (!inOrder) throw new RangeError("rows: worlds must be 0, 1, 2, … in this order");
  return Float64Array.from(
    own.flatMap((row) => row.slice(first, -1)),
    (cell) => (cell === "" ? NaN : Number(cell)),
  );
}

/** Their fingerprint: the one of `digestOf`, had from a file. */
export const digestIn = (...table: Parameters<typeof measuresIn>): string => digest(measuresIn(...table));
