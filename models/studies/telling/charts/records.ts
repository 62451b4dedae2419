import { type Labels } from "../labels.ts";
import { type Axis, type Point, type Results, type Row, rowsOf, type Value } from "../../sweep/results.ts";

/** A finished chart with all that must go with it. */
export interface Chart {
  name: string;
  /** The measure shown; none where a chart shows all. */
  measure?: string;
  title: string;
  caption: string;
  alt: string;
  svg: string;
}

/** A row as chart libraries take it; fields are ours, so no name from the input is ever a path. */
export interface Mark {
  mean: number;
  low: number | null;
  high: number | null;
  x?: Value;
  y?: Value;
  hue?: string;
  panel?: string;
}

const bound = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** The rows of one measure as marks, with `place` saying where each stands. */
export function marks(results: Results, measure: string, place: (point: Point, row: Row) => Partial<Mark>): Mark[] {
  const points = new Map(results.points.map((point) => [point.id, point]));
  return rowsOf(results, measure).map((row) => ({
    mean: row.mean,
    low: bound(row.low),
    high: bound(row.high),
    ...place(points.get(row.point)!, row),
  }));
}

/** Every combination of the panels' values, in order, in words. */
export function panelNames(say: Labels, panels: readonly Axis[]): string[] {
  return panels.reduce<string[]>(
    (names, { name, values }) =>
      names.flatMap((left) => values.map((value) => [left, say.setting(name, value)].filter(Boolean).join(", "))),
    [""],
  );
}
export const panelOf = (say: Labels, panels: readonly Axis[], point: Point): string => say.point(point, panels);

/** What panels share, how many stand in a row, and how wide each is within `width` pixels. */
export function grid(count: number, width = 640): { columns: number; width: number; height: number } {
  const columns = count <= 1 ? 1 : count === 2 || count === 4 ? 2 : 3;
  const each = Math.floor((width - (columns - 1) * 28) / columns);
  return { columns, width: each, height: columns === 1 ? 320 : columns === 2 ? 240 : 190 };
}
