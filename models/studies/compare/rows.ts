import { drawn } from "../brief/assumptions.ts";
import { NONE } from "../brief/brief.ts";
import { type FileColumn } from "../work/columns.ts";
import { type Table } from "../work/table.ts";
import { KEPT, LOOKS, WITHOUT } from "./columns.ts";
import { type CompareJob } from "./job.ts";

/**
 * One row for each world and arm, `none` first: the horizon, the world, the arm, the values assumed there, and every
 * outcome; empty where it does not exist. The rows of the first horizon come before those of the second.
 */
export function compareColumns(
  { key, brief, horizons }: CompareJob,
  table: Table,
  { worlds, longer }: { worlds: number; longer: number },
): { columns: FileColumn[]; length: number } {
  const arms = [NONE, ...brief.arms.map(({ name }) => name)];
  const first = worlds * arms.length;
  const length = first + longer * arms.length;
  const at = (row: number) => {
    const look = row < first ? LOOKS[0] : LOOKS[1];
    const within = look === 0 ? row : row - first;
    return { look, world: Math.floor(within / arms.length), arm: (within % arms.length) - 1 };
  };
  const draw = drawn(brief.assumptions, brief.seed);
  let drawnWorld = -1;
  let values: Record<string, unknown> = {};
  const assumed = (world: number): Record<string, unknown> => {
    if (world !== drawnWorld) [drawnWorld, values] = [world, draw(world)];
    return values;
  };
  const count = [worlds, longer];
  const read = new Map<string, Float64Array>();
  const column = (look: number, name: string): Float64Array => {
    let found = read.get(`${look} ${name}`);
    if (!found) read.set(`${look} ${name}`, (found = table.column(look, name, count[look])));
    return found;
  };
  const errors = LOOKS.map(
    (look) => new Map(look < horizons.length ? table.failures(look).map(({ world, error }) => [world, error]) : []),
  );
  const known = (name: string): boolean => (WITHOUT as readonly string[]).includes(name);
  const columns: FileColumn[] = [
    { name: "key", type: "text", value: () => key.slice(0, 16) },
    { name: "seed", type: "text", value: () => brief.seed },
    { name: "horizon", type: "whole", value: (row) => horizons[at(row).look] },
    { name: "world", type: "whole", value: (row) => at(row).world },
    { name: "arm", type: "text", value: (row) => arms[at(row).arm + 1] },
    ...brief.assumptions.map(({ name, axis }): FileColumn => {
      const numbers = !("values" in axis) || axis.values.every((value) => typeof value === "number");
      return {
        name: `assumed_${name}`,
        type: numbers ? "number" : "text",
        value: (row) => (numbers ? (assumed(at(row).world)[name] as number) : String(assumed(at(row).world)[name])),
      };
    }),
    ...KEPT.map((name): FileColumn => ({
      name,
      type: "number",
      value(row) {
        const { look, world, arm } = at(row);
        if (arm >= 0) return column(look, `${arm} ${name}`)[world];
        return known(name) ? column(look, `none ${name}`)[world] : undefined;
      },
    })),
    { name: "error", type: "text", value: (row) => errors[at(row).look].get(at(row).world) },
  ];
  return { columns, length };
}
