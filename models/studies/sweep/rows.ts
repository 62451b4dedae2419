import { type FileColumn } from "../work/columns.ts";
import { type SweepJob } from "../work/job.ts";
import { type Table } from "../work/table.ts";

/** One row for each world: the run (`key`), its place in the design, and its measures. */
export function worldColumns(
  job: SweepJob,
  table: Table,
  worlds: readonly number[],
): { columns: FileColumn[]; length: number } {
  const length = worlds.reduce((sum, count) => sum + count, 0);
  const point = new Uint32Array(length);
  const world = new Uint32Array(length);
  let row = 0;
  for (const { id } of job.points) for (let w = 0; w < worlds[id]; w++, row++) [point[row], world[row]] = [id, w];
  const errors = job.points.map(
    ({ id }) => new Map(table.failures(id).map((failure) => [failure.world, failure.error])),
  );
  const free = freeNames(["key", "point", "world", "seed", "error"]);
  const measures = job.model.measures.map((name): FileColumn => {
    const columns = job.points.map(({ id }) => table.column(id, name, worlds[id]));
    return { name: free("measured_", name), type: "number", value: (r) => columns[point[r]][world[r]] };
  });
  const axes = job.request.axes.map(({ name, values }): FileColumn => ({
    name: free("set_", name),
    type: values.every((value) => typeof value === "number")
      ? "number"
      : values.every((value) => typeof value === "boolean")
        ? "flag"
        : "text",
    value: (r) => job.points[point[r]].values[name],
  }));
  const columns: FileColumn[] = [
    { name: "key", type: "text", value: (r) => job.points[point[r]].key },
    { name: "point", type: "whole", value: (r) => point[r] },
    { name: "world", type: "whole", value: (r) => world[r] },
    { name: "seed", type: "text", value: () => job.request.seed },
    ...axes,
    ...measures,
    { name: "error", type: "text", value: (r) => errors[point[r]].get(world[r]) },
  ];
  return { columns, length };
}

/** Gives each column a unique name, with a prefix where it is taken. Upper and lower case count as equal, as in SQL. */
function freeNames(fixed: readonly string[]): (prefix: string, name: string) => string {
  const taken = new Set(fixed);
  return (prefix, name) => {
    let free = name;
    while (taken.has(free.toLowerCase())) free = `${prefix}${free}`;
    taken.add(free.toLowerCase());
    return free;
  };
}
