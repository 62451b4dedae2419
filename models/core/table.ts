import { z } from "zod";
import { unknownName } from "./nearest.ts";
import { type Notes, type Parameter, type Parameters, type TableForm, type Values } from "./parameters.ts";
import { fromText, shown } from "./resolve.ts";

/** The rows of a table, with a value for each field. */
export type TableRows<F extends Parameters> = readonly Values<F>[];
/** A parameter whose value is a table. */
export interface Table<F extends Parameters> extends Parameter<TableRows<F>, string | TableRows<F>> {
  table: TableForm;
  read(given: string | TableRows<F>): TableRows<F>;
}
type Row = Readonly<Record<string, unknown>>;

interface Form extends Notes {
  /** What a text of rows must be, as the end of the sentence "x must be …". */
  must: string;
  /**
   * The form of a row as text: the names of all fields, in order, with a separator between each two, such as
   * `from-to:spend`.
   */
  row: string;
  /** The smallest number of rows; default 0. */
  least?: number;
  weekly?: TableForm["weekly"];
}

/** Separator between the rows of a text. */
const JOINT = "+";
/** Numbers in a text have no sign and no exponent, because `-` may be a separator. */
const NUMBERS: Partial<Record<Parameter["kind"], string>> = {
  whole: String.raw`\d+`,
  real: String.raw`\d+\.?\d*|\.\d+`,
};

/**
 * A parameter that is a table of rows with typed fields. Each field is itself a parameter, whose fallback is
 * ignored: a row has all fields. The table may be given as text, rows of the form `row` joined by +, or as a list
 * of records, as in YAML and JSON. Its value is the list of rows.
 */
export function table<const F extends Parameters>(
  fallback: string,
  fields: F,
  { row, least = 0, weekly, ...notes }: Form,
): Table<F> {
  const names = Object.keys(fields);
  const between = row.split(new RegExp(names.join("|"))).slice(1, -1);
  const marks = [...new Set([...between, JOINT])].map(escaped).join("").replace("-", "\\-");
  const spelled = names.map((name) => NUMBERS[fields[name].kind] ?? `[^${marks}\\s]+`);
  const one = (open: string): string =>
    spelled.map((form, at) => `${open}${form})${escaped(between[at] ?? "")}`).join("");
  const single = new RegExp(`^${one("(")}$`);
  const whole = new RegExp(`^(?:${one("(?:")}(?:${escaped(JOINT)}${one("(?:")})*)${least > 0 ? "" : "?"}$`);

  function rowsOf(given: unknown): readonly unknown[] {
    if (typeof given !== "string") return given as readonly unknown[];
    const pieces = given === "" ? [] : given.split(JOINT).map((piece) => single.exec(piece)!.slice(1));
    return pieces.map((piece) =>
      Object.fromEntries(names.map((name, at) => [name, fromText(fields[name], piece[at])])),
    );
  }
  function faults(given: unknown): string[] {
    if (typeof given === "string" ? !whole.test(given) : !Array.isArray(given))
      return [` must be ${notes.must}, got ${shown(given)}${misspelt(given, single)}`];
    const rows = rowsOf(given);
    if (rows.length < least) return [` must be ${notes.must}, got no rows`];
    return rows.flatMap((one, at) => rowFaults(fields, one).map((fault) => `: row ${at + 1}: ${fault}`));
  }
  const records = z.array(z.strictObject(Object.fromEntries(names.map((name) => [name, fields[name].schema]))));
  const right = z
    .string()
    .regex(whole)
    .refine((given) => faults(given).length === 0);
  const form: TableForm = {
    fields,
    write: (rows) => rows.map((one) => rowText(one, names, between)).join(JOINT),
    faults,
  };
  return {
    kind: "table",
    fallback,
    ...notes,
    schema: z.union([right, least > 0 ? records.min(least) : records]) as z.ZodType<string | TableRows<F>>,
    read: (given) => rowsOf(given) as TableRows<F>,
    table: weekly ? { ...form, weekly } : form,
  };
}

/** A mark as it stands in a pattern; JSON Schema takes no needless escapes. */
const escaped = (mark: string): string => mark.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Which of several rows has the wrong form. */
function misspelt(given: unknown, single: RegExp): string {
  const pieces = typeof given === "string" ? given.split(JOINT) : [];
  const wrong = pieces.findIndex((piece) => !single.test(piece));
  return pieces.length > 1 ? `: row ${wrong + 1} is ${shown(pieces[wrong])}` : "";
}

/** What is wrong with one row. */
function rowFaults(fields: Parameters, row: unknown): string[] {
  const names = Object.keys(fields);
  if (typeof row !== "object" || row === null || Array.isArray(row))
    return [`must be a record of ${names.join(", ")}, got ${shown(row)}`];
  const given = row as Row;
  return [
    ...names
      .filter((name) => !fields[name].schema.safeParse(given[name]).success)
      .map((name) => `${name} must be ${fields[name].must}, got ${shown(given[name])}`),
    ...Object.keys(given)
      .filter((name) => !names.includes(name))
      .map((name) => unknownName(name, "a field", names)),
  ];
}

/** A row as text. Numbers that would need an exponent are written with at most nine decimals. */
function rowText(row: Row, names: readonly string[], between: readonly string[]): string {
  const plain = (value: unknown): string =>
    typeof value === "number" && String(value).includes("e") ? value.toFixed(9).replace(/\.?0+$/, "") : String(value);
  return names.map((name, at) => plain(row[name]) + (between[at] ?? "")).join("");
}
