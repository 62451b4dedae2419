import { count, estimate, NOTHING, plain } from "../../telling/numbers.ts";
import { labels, type Labels } from "./labels.ts";
import { clean, lettersOf, shorten, words } from "../../telling/text.ts";
import {
  arrange,
  type VariedAxis,
  measureNames,
  type Point,
  type Results,
  type MeasureRow,
  unitOf,
  valueAt,
  variedAxes,
} from "../results.ts";

const MOST_ROWS = 40;
const GAP = "  ";
/** The fewest letters of a name that are kept, and the fewest where another measure needs the room. */
const LEAST = 8;
const COMFORTABLE = 16;

interface Column {
  head: string;
  cells: string[];
  right: boolean;
  quiet?: boolean;
}
const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, lettersOf(text).length), 0);
const widthOf = ({ head, cells }: Column): number => longest([head, ...cells]);
const tableWidth = (columns: readonly Column[]): number =>
  columns.reduce((sum, column) => sum + widthOf(column), 0) + GAP.length * (columns.length - 1);

function axisColumn(say: Labels, { name, values }: VariedAxis, points: readonly Point[]): Column {
  const cells = points.map((point) => {
    const value = valueAt(point, name);
    return value === undefined ? NOTHING : say.value(name, value);
  });
  return { head: words(name), cells, right: values.every((value) => typeof value === "number") };
}

/** Two columns for a measure: the mean, and `low to high`. */
function measureColumns(results: Results, measure: string, points: readonly Point[]): Column[] {
  const rows = new Map<number, MeasureRow>();
  for (const row of results.rows) if (row.measure === measure) rows.set(row.point, row);
  const shown = points.map(({ id }) => rows.get(id)).map((row) => (row ? estimate(row) : undefined));
  const mean = shown.map((row) => row?.mean ?? NOTHING);
  const interval = shown.map((row) => (row && row.low !== NOTHING ? `${row.low} to ${row.high}` : NOTHING));
  return [
    { head: words(measure), cells: mean, right: true },
    { head: "95 % interval", cells: interval, right: true, quiet: true },
  ];
}

/** Shortens the longest words, and the heads of numbers, until the table fits or words have `least` letters. */
function squeeze(columns: Column[], width: number, least: number): Column[] {
  for (let most = 40; most >= least && tableWidth(columns) > width; most--) {
    columns = columns.map(({ head, cells, ...column }) => ({
      ...column,
      head: column.quiet ? head : shorten(head, column.right ? Math.max(most, longest(cells)) : most),
      cells: column.right ? cells : cells.map((cell) => shorten(cell, most)),
    }));
  }
  return columns;
}

/**
 * The results as an aligned table of at most `width` characters a line: a line for each setting, with the mean of each
 * measure and its 95 % interval. Measures that do not fit are named below the table, and settings past the fortieth are
 * counted there; where the axes alone are too wide, settings go by number. `color` adds terminal codes for bold and
 * faint, and nothing else.
 */
export function terminalTable(given: Results, options: { width?: number; color?: boolean } = {}): string {
  return laidOut(arrange(given), "Means", options);
}

/** The table of results that are in order; `what` names its numbers. */
export function laidOut(
  results: Results,
  what: string,
  { width = 80, color = false }: { width?: number; color?: boolean },
): string {
  const say = labels(results);
  const points = results.points.slice(0, MOST_ROWS);
  const names = measureNames(results);
  const axes = variedAxes(results).map((axis) => axisColumn(say, axis, points));
  const numbers = [{ head: "setting", cells: points.map(({ id }) => String(id)), right: true }];
  const tooWide =
    names.length > 0 &&
    tableWidth(squeeze([...axes, ...measureColumns(results, names[0], points)], width, LEAST)) > width;
  let columns: Column[] = tooWide ? numbers : axes;
  let shown = 0;
  for (const name of names) {
    const wider = squeeze([...columns, ...measureColumns(results, name, points)], width, shown ? COMFORTABLE : LEAST);
    if (shown && tableWidth(wider) > width) break;
    columns = wider;
    shown++;
  }
  const paint = (code: number, text: string): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const widths = columns.map(widthOf);
  const pad = (text: string, { right }: Column, c: number): string => {
    const space = " ".repeat(widths[c] - lettersOf(text).length);
    return right ? space + text : text + space;
  };
  const line = (texts: readonly string[], code?: number): string =>
    texts
      .map((text, c) => {
        const cell = c === texts.length - 1 && !columns[c].right ? text : pad(text, columns[c], c);
        const style = code ?? (columns[c].quiet ? 2 : undefined);
        return style === undefined ? cell : paint(style, cell);
      })
      .join(GAP)
      .trimEnd();
  const head = line(
    columns.map((column) => column.head),
    1,
  );
  const rule = paint(2, widths.map((w) => "─".repeat(w)).join(GAP));
  const body = points.map((_, p) => line(columns.map(({ cells }) => cells[p])));
  return [head, rule, ...body, ...notes(results, what, names, shown).map((text) => paint(2, text))].join("\n") + "\n";
}

function notes(results: Results, what: string, names: readonly string[], shown: number): string[] {
  const { points, failures, replicates } = results;
  const units = names.slice(0, shown).map((name) => ({ name, unit: unitOf(results, name) }));
  const spelled = units
    .filter(({ name, unit }) => unit && unit !== name)
    .map(({ name, unit }) => `${words(name)} in ${clean(unit)}`);
  return [
    [`${what} over ${count(replicates, "world")} per setting`, ...spelled].join("; ") + ".",
    ...(shown < names.length ? [`Not shown for lack of width: ${names.slice(shown).map(words).join(", ")}.`] : []),
    ...(points.length > MOST_ROWS ? [`${plain(points.length - MOST_ROWS)} more settings are in the summary.`] : []),
    ...(failures.length
      ? [`${count(failures.length, "world")} failed and ${failures.length === 1 ? "is" : "are"} left out.`]
      : []),
  ];
}
