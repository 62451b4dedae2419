import { type Block, type Failure } from "./work.ts";

/** Finished worlds of a point: for each world as many values as there are measures. */
export interface Done {
  point: number;
  from: number;
  values: Float64Array;
  failures: Failure[];
}
/** Takes finished blocks in any order, and knows which worlds are done. */
export interface Intake {
  /** Takes a finished block; a world taken twice keeps its values, since they are equal. */
  take(done: Done): void;
  /** The number of worlds done at the point; they need not be the first ones. */
  count(point: number): number;
  /** The stretches of worlds below `to` that still have to run at the point. */
  missing(point: number, to: number): Block[];
  failures(point: number): Failure[];
}
/** The measures of every world of every point. */
export interface Table extends Intake {
  measures: readonly string[];
  /** Values of one measure over worlds 0 … worlds − 1 of the point, NaN where it failed or is missing. */
  column(point: number, measure: string, worlds: number): Float64Array;
  /** All measures of a world that is done. */
  row(point: number, world: number): Float64Array;
}

interface Cell {
  values: Float64Array;
  done: Uint8Array;
  count: number;
  failures: Failure[];
}

export function table(points: number, measures: readonly string[]): Table {
  const width = measures.length;
  const cells: Cell[] = Array.from({ length: points }, () => ({
    values: new Float64Array(0),
    done: new Uint8Array(0),
    count: 0,
    failures: [],
  }));
  return {
    measures,
    take({ point, from, values, failures }) {
      const cell = grown(cells[point], from + values.length / width, width);
      cell.values.set(values, from * width);
      for (let world = from; world < from + values.length / width; world++) {
        if (!cell.done[world]) cell.count++;
        cell.done[world] = 1;
      }
      const known = new Set(cell.failures.map(({ world }) => world));
      cell.failures.push(...failures.filter(({ world }) => !known.has(world)));
    },
    count: (point) => cells[point].count,
    missing(point, to) {
      const { done } = cells[point];
      const gaps: Block[] = [];
      const known = Math.min(to, done.length);
      for (let world = 0; world < known; world++) {
        if (done[world]) continue;
        const last = gaps.at(-1);
        if (last?.to === world) last.to++;
        else gaps.push({ point, from: world, to: world + 1 });
      }
      if (known === to) return gaps;
      const last = gaps.at(-1);
      if (last?.to === known) last.to = to;
      else gaps.push({ point, from: known, to });
      return gaps;
    },
    column(point, measure, worlds) {
      const m = measures.indexOf(measure);
      const { values, done } = cells[point];
      return Float64Array.from({ length: worlds }, (_, world) => (done[world] ? values[world * width + m] : NaN));
    },
    row: (point, world) => cells[point].values.subarray(world * width, (world + 1) * width),
    failures: (point) => [...cells[point].failures].sort((a, b) => a.world - b.world),
  };
}

function grown(cell: Cell, worlds: number, width: number): Cell {
  if (worlds <= cell.done.length) return cell;
  const capacity = Math.max(worlds, 2 * cell.done.length);
  const values = new Float64Array(capacity * width);
  values.set(cell.values);
  const done = new Uint8Array(capacity);
  done.set(cell.done);
  return Object.assign(cell, { values, done });
}
