import { existsSync } from "node:fs";
import { unknownName } from "../../models/core/index.ts";
import { type AdoptionSeries, adoptionSeries } from "../../data/series/adoptions.ts";
import { type Row, records } from "../../models/networks/formats/table/records.ts";
import { guessedText } from "../../models/networks/formats/text.ts";
import { inTime, timeColumn } from "../../models/studies/asking/periods.ts";
import { fileBytes } from "./network-file.ts";

export interface Series extends Pick<AdoptionSeries, "adoptions" | "unit" | "about"> {
  name: string;
  /** What was guessed or put in order, a sentence each. */
  notes: readonly string[];
}

/** A column named so holds what is adopted, if there are several of numbers. */
const USUAL = ["adoptions", "adopters", "sales", "value", "count"];
const CHOICES = ["column", "series", "cumulative", "time"];

/**
 * The series of that name, or of a table with a row a period. `file.csv?column=sales&series=phones` picks the column
 * (else one with a usual name, else the last of numbers) and, where the table has a column `series`, its rows; with
 * `cumulative=true` the numbers are totals so far. Rows are put in order by the column that `time=` names, or one with
 * a usual name such as year or month; `time=none` takes them in the order of the file. Throws `RangeError` with the
 * nearest right name, and for a period that comes twice or is missing.
 */
export async function seriesFrom(wanted: string): Promise<Series> {
  const builtin = wanted.toLowerCase().replaceAll("_", "-");
  if (Object.hasOwn(adoptionSeries, builtin)) return { ...adoptionSeries[builtin], name: builtin, notes: [] };
  const mark = existsSync(wanted) ? -1 : wanted.indexOf("?");
  const path = mark < 0 ? wanted : wanted.slice(0, mark);
  if (!existsSync(path) && !/[./\\]/.test(path)) {
    throw new RangeError(
      `fit: ${unknownName(builtin, "a series that comes with the project, nor a file", Object.keys(adoptionSeries))}`,
    );
  }
  const { text, told } = guessedText(await fileBytes(path), path);
  const series = seriesOf(text, path, mark < 0 ? "" : wanted.slice(mark + 1));
  return { ...series, notes: [...told, ...series.notes], name: wanted };
}

/** The series of a table's text; `choices` as after the question mark. */
export function seriesOf(text: string, path: string, choices = ""): Omit<Series, "name"> {
  const asked = new URLSearchParams(choices);
  for (const name of asked.keys())
    if (!CHOICES.includes(name))
      throw new RangeError(`${path}: ${unknownName(name, "a choice for a series", CHOICES)}`);
  const plain = text.replace(/^\uFEFF/, "");
  const head = plain.split(/[\r\n]+/).find((line) => /^\s*[^#%/\s]/.test(line)) ?? "";
  const delimiter = [";", "\t", ","].find((mark) => head.includes(mark)) ?? ",";
  const rows = [...records(plain, delimiter, path)];
  if (rows.length === 0) throw new RangeError(`${path}: a series must have rows, got none`);
  const headed = rows[0].fields.some((cell) => cell !== "" && !isNumber(cell));
  const heads = headed ? rows[0].fields : rows[0].fields.map((_, k) => String(k + 1));
  const kept = pickRows(headed ? rows.slice(1) : rows, heads, asked.get("series"), path);
  const column = pickColumn(
    kept.map(({ fields }) => fields),
    heads,
    asked.get("column"),
    path,
  );
  const { rows: ordered, notes } = rowsInTime(kept, heads, column, asked.get("time"), path);
  const numbers = ordered.map(({ line, fields }) => {
    const cell = fields[column] ?? "";
    if (!isNumber(cell))
      throw new RangeError(
        `${path}: ${heads[column]} must be a number in every row, got ${cell || "nothing"} in line ${line}`,
      );
    return Number(cell);
  });
  const adoptions =
    asked.get("cumulative") === "true"
      ? numbers.map((value, k) => (k === 0 ? value : value - numbers[k - 1]))
      : numbers;
  return { adoptions, unit: "", about: `column ${heads[column]} of ${path}`, notes };
}

/** The rows in the order of their column of time, where there is one. */
function rowsInTime(
  rows: Row[],
  heads: readonly string[],
  column: number,
  wanted: string | null,
  path: string,
): { rows: Row[]; notes: string[] } {
  if (wanted === "none") return { rows, notes: [] };
  const at = timeColumn(heads, wanted);
  if (at < 0 && wanted !== null) throw new RangeError(`${path}: ${unknownName(wanted, "one of its columns", heads)}`);
  if (at < 0 || at === column) return { rows, notes: [] };
  const timed = rows.map(({ line, fields }) => ({ line, when: (fields[at] ?? "").trim() }));
  const { order, notes } = inTime(timed, heads[at], path);
  return { rows: order.map((k) => rows[k]), notes };
}

const isNumber = (cell: string): boolean => cell !== "" && Number.isFinite(Number(cell));
const placeOf = (heads: readonly string[], name: string): number =>
  heads.findIndex((head) => head.toLowerCase() === name.toLowerCase());

function pickRows(rows: Row[], heads: readonly string[], wanted: string | null, path: string): Row[] {
  const at = placeOf(heads, "series");
  if (at < 0 && wanted !== null) throw new RangeError(`${path}: series=${wanted} must have a column named series`);
  const names = at < 0 ? [] : [...new Set(rows.map(({ fields }) => fields[at]))];
  if (names.length < 2 && wanted === null) return rows;
  if (wanted === null)
    throw new RangeError(
      `${path}: it must be said which series, as in ${path}?series=${names[0]}; it has ${names.join(", ")}`,
    );
  if (!names.includes(wanted)) throw new RangeError(`${path}: ${unknownName(wanted, "one of its series", names)}`);
  return rows.filter(({ fields }) => fields[at] === wanted);
}

function pickColumn(rows: string[][], heads: readonly string[], wanted: string | null, path: string): number {
  if (wanted !== null) {
    const at = placeOf(heads, wanted);
    if (at < 0) throw new RangeError(`${path}: ${unknownName(wanted, "one of its columns", heads)}`);
    return at;
  }
  const usual = USUAL.map((name) => placeOf(heads, name)).find((at) => at >= 0);
  if (usual !== undefined) return usual;
  const numbers = heads
    .map((_, k) => k)
    .filter((k) => rows.length > 0 && rows.every((cells) => isNumber(cells[k] ?? "")));
  if (numbers.length === 0)
    throw new RangeError(`${path}: a column must hold numbers in every row, got none among ${heads.join(", ")}`);
  return numbers[numbers.length - 1];
}
