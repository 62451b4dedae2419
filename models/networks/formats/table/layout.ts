import { unknownName } from "../../../core/index.ts";
import { type Choices } from "../choices.ts";
import { refuse, shown } from "../text.ts";
import { type Banner, bannerOf } from "./banner.ts";
import { type Head, isCount } from "./head.ts";
import { endsOf, headerCase, isBringer, isNumber, plain } from "./header.ts";
import { type Row } from "./records.ts";
import { weightColumn } from "./third-column.ts";

/** Which column of a table says what. */
export interface Layout {
  delimiter: string;
  /** Lines before this one are comments. */
  first: number;
  /** Names of columns; null where the first row is already an edge. */
  header: readonly string[] | null;
  /** Whether the header stands in a row, and so is to be passed over. */
  headed: boolean;
  /** Whether the header is a guess, which ends that return in the file prove wrong. */
  guess: boolean;
  source: number;
  /** More than one where people name several others in a row. */
  targets: readonly number[];
  weight: number | null;
  /** Whether weights have a decimal comma. */
  comma: boolean;
  time: number | null;
  relation: number | null;
  /** A column saying `directed` or `undirected` of each edge, as Gephi writes. */
  kind: number | null;
  group: number | null;
  /** The end that is blank where nobody brought a customer: the other one is a person without a tie. */
  bringer: number | null;
  banner: Banner;
  /**
   * A first row, shorter than the rest, that may say how many people and rows follow; it must, or it is a broken edge.
   */
  sizes: { line: number; rows: number } | null;
  /** How many fields each row has. */
  width: number;
  told: string[];
}

const WEIGHTS = ["weight", "weights", "value", "strength", "w", "count", "edgeweight", "rating"];
const RELATIONS = ["relation", "relationship", "type", "layer", "relationtype", "edgetype"];
const KEYS = ["id", "key", "name"];

type Columns = Omit<Layout, "sizes" | "delimiter" | "first" | "width" | "banner" | "headed" | "guess">;

/** Finds the header and the columns from the first rows of a table. Throws `RangeError` where it cannot know. */
export function layoutOf(head: Head, name: string, choices: Choices): Layout {
  const { delimiter, first, titles, rows } = head;
  const banner = bannerOf(head.comments);
  // Counts of nodes or edges on a line of their own are neither header nor edge.
  const counted = rows.filter((row) => !isCount(row));
  const same = { delimiter, first, banner };
  if (counted.length === 0) return { ...same, ...NOTHING, headed: false, guess: false, sizes: null, width: 2 };
  const sizes = isSizes(counted) ? { line: counted[0].line, rows: Number(counted[0].fields[1]) } : null;
  const table = sizes === null ? counted : counted.slice(1);
  const [top, ...below] = table;
  const { headed, guess } = headerOf(top, below, choices);
  if (top.fields.length < 2 && !headed && table.every(({ fields }) => fields.length < 2))
    refuse(name, top.line, "a row must name two ends", `only ${shown(top.fields[0])}`);
  const usual = Math.max(head.width, 2);
  const header = headed ? unsigned(top.fields) : commentHeader(titles, choices);
  const columns = header
    ? named(header, headed ? table.slice(1) : table, top.line, name, choices)
    : unnamed(table, usual, name, choices, banner);
  const width = header?.length ?? usual;
  const told = guess
    ? [`line ${top.line} is taken for a header, for nothing in it returns below (?header=no reads it as a tie)`]
    : [];
  return { ...same, ...columns, headed, guess, sizes, width, told: [...told, ...columns.told] };
}

const NOTHING: Columns = {
  header: null,
  source: 0,
  targets: [1],
  weight: null,
  comma: false,
  time: null,
  relation: null,
  kind: null,
  group: null,
  bringer: null,
  told: [],
};

/** Titles without the sign of comment before the first. */
const unsigned = (titles: readonly string[]): string[] =>
  titles.map((title, k) => (k === 0 ? title.replace(/^(?:#|%|\/\/)\s*/, "") : title));

function headerOf(top: Row, below: readonly Row[], choices: Choices): { headed: boolean; guess: boolean } {
  if (choices.header !== undefined) return { headed: choices.header === "yes", guess: false };
  const fields = unsigned(top.fields);
  const { source, target, weight, group, time } = choices;
  const asked = [source, target?.split("+")[0], weight, group, time].filter((column) => column !== undefined);
  if (asked.some((column) => fields.includes(column))) return { headed: true, guess: false };
  const found = headerCase(
    fields,
    below.map((row) => row.fields),
  );
  return { headed: found !== "none", guess: found === "guess" };
}

/** Names of columns in a comment, where they say which two are the ends. */
function commentHeader(titles: readonly string[] | null, { header }: Choices): readonly string[] | null {
  if (!titles || header === "no") return null;
  const { source, target } = endsOf(titles);
  return source !== null && target !== null ? titles : null;
}

/** Whether the first row is two whole numbers and all below, alike, have more fields. */
function isSizes([first, ...rest]: readonly Row[]): boolean {
  const width = rest.at(0)?.fields.length ?? 0;
  return (
    width > 2 &&
    first.fields.length === 2 &&
    first.fields.every((field) => /^\d+$/.test(field)) &&
    rest.every(({ fields }) => fields.length === width)
  );
}

/** Throws `RangeError` where a short first row is not the sizes of what follows. */
export function checkSizes({ sizes, width }: Layout, rows: number, name: string): void {
  if (sizes && sizes.rows !== rows)
    refuse(
      name,
      sizes.line,
      `a row must have ${width} fields like the others (or say that ${rows} rows follow)`,
      "2 fields",
    );
}

/** At most twenty of them: a refusal is read by people. */
function listed(words: readonly string[]): string {
  return `${words.slice(0, 20).map(shown).join(", ")}${words.length > 20 ? ", …" : ""}`;
}

function named(header: readonly string[], rows: readonly Row[], line: number, name: string, choices: Choices): Columns {
  const words = header.map(plain);
  const told: string[] = [];
  const asked = (column: string): number => columnAt(column, header, line, name);
  const choose = (choice: string | undefined, known: readonly string[]): number | null => {
    if (choice !== undefined) return choice === "none" ? null : asked(choice);
    const word = known.find((candidate) => words.includes(candidate));
    return word === undefined ? null : words.indexOf(word);
  };
  const third = choices.weight === undefined && isThird(header, rows) ? 2 : null;
  const weight = choose(choices.weight, WEIGHTS) ?? third;
  const { source, targets } = chosenEnds(header, weight, asked, line, name, choices, told);
  const time = choose(choices.time, []);
  const used = [source, ...targets, weight, time];
  const free = (column: number | null): number | null => (used.includes(column) ? null : column);
  const relation = free(choose(undefined, RELATIONS));
  const group = choose(choices.group, []);
  const unread = header.filter((_, column) => !used.includes(column) && column !== relation && column !== group);
  if (unread.some((title) => title !== "") && choices.weight !== "none")
    told.push(
      `not read: ${unread.length === 1 ? "column" : "columns"} ${listed(unread)} (a weight is chosen by ?weight=…)`,
    );
  const bringer =
    targets.length === 1 ? ([source, targets[0]].find((column) => isBringer(header[column])) ?? null) : null;
  const comma = weight !== null && rows.some(({ fields }) => /^[+-]?\d+,\d+$/.test(fields.at(weight) ?? ""));
  return { header, source, targets, weight, comma, time, relation, kind: relation, group, bringer, told };
}

/** A column by its name, or by its number where no column is called so. */
function columnAt(column: string, header: readonly string[], line: number, name: string): number {
  if (header.includes(column)) return header.indexOf(column);
  throw new RangeError(`${name}, line ${line}: ${unknownName(column, "a column", header)}`);
}

/** Whether three columns of unknown titles are two ends and a number. */
function isThird(header: readonly string[], rows: readonly Row[]): boolean {
  const { source, target } = endsOf(header);
  const known = source !== null || target !== null || KEYS.includes(plain(header[0]));
  if (known || header.length !== 3 || rows.length === 0) return false;
  const numbers = (column: number): boolean => rows.every(({ fields }) => isNumber(fields.at(column) ?? ""));
  return numbers(2) && !numbers(0) && !numbers(1);
}

function chosenEnds(
  header: readonly string[],
  weight: number | null,
  asked: (column: string) => number,
  line: number,
  name: string,
  choices: Choices,
  told: string[],
): { source: number; targets: number[] } {
  const usual = endsOf(header);
  const source = choices.source === undefined ? usual.source : asked(choices.source);
  const targets = choices.target === undefined ? [usual.target] : choices.target.split("+").map(asked);
  if (source !== null && !targets.includes(null)) {
    if (source > (targets[0] ?? 0) && choices.source === undefined && choices.directed === true)
      told.push(`arcs run from ${shown(header[source])} to ${shown(header[targets[0] ?? 0])}`);
    return { source, targets: targets as number[] };
  }
  // Columns without a title count rows, or are what a delimiter at the end leaves.
  const free = header.flatMap((title, k) => (title === "" || k === weight ? [] : [k]));
  const asPair = source === null && targets[0] === null && free.length === 2;
  if (!asPair || KEYS.includes(plain(header[free[0]]))) refuseEnds(header, line, name);
  const [first, second] = free;
  const third = weight === null ? "" : `, ${shown(header[weight])} as the weight`;
  told.push(`columns ${shown(header[first])} and ${shown(header[second])} are taken as the two ends${third}`);
  return { source: first, targets: [second] };
}

function refuseEnds(header: readonly string[], line: number, name: string): never {
  const key = KEYS.includes(plain(header[0]));
  const table = key ? "; a table of people goes with --nodes" : "";
  const example = `?source=${key ? header[0] : "…"}&target=${nominations(header).join("+") || "…"}`;
  refuse(
    name,
    line,
    `the header must name two ends, such as source and target (or say which columns they are: ${example}${table})`,
    listed(header),
  );
}

/** Columns numbered 1, 2, 3, … under one name, in which people of a survey name others. */
function nominations(header: readonly string[]): string[] {
  const stem = header
    .map((word) => /^(.*\D)1$/.exec(word)?.[1])
    .find((found) => found !== undefined && header.includes(`${found}2`));
  return stem === undefined
    ? []
    : header.filter((word) => word.startsWith(stem) && /^\d+$/.test(word.slice(stem.length)));
}

/** Whether a first row of words might have been a header. */
function isDoubtful(table: readonly Row[], { header }: Choices): boolean {
  const [{ fields }, ...rest] = table;
  const back = rest.some((row) => row.fields.slice(0, 2).some((end) => fields.slice(0, 2).includes(end)));
  return header === undefined && rest.length > 1 && !back && !fields.some(isNumber);
}

/** Without a header: two ends, then perhaps a weight and a time; columns may be chosen by their number, from 1. */
function unnamed(table: readonly Row[], width: number, name: string, choices: Choices, banner: Banner): Columns {
  const { fields, line } = table[0];
  const at = (column: string | undefined): number | null => {
    if (column === undefined || column === "none") return null;
    if (/^\d+$/.test(column) && Number(column) >= 1 && Number(column) <= width) return Number(column) - 1;
    throw new RangeError(`${name}, line ${line}: ${unknownName(column, "a column", fields)}`);
  };
  const told: string[] = [];
  if (isDoubtful(table, choices))
    told.push(
      `line ${line} (${listed(fields)}) is read as a tie, for it names no known columns (?header=yes says that it does)`,
    );
  const third = weightColumn(width > 2 ? table : [], banner);
  const weight = choices.weight === undefined ? (third.weight ? 2 : null) : at(choices.weight);
  const time = at(choices.time);
  const source = at(choices.source) ?? 0;
  const targets = choices.target === undefined ? [1] : choices.target.split("+").map((column) => at(column) ?? 1);
  if (weight === 2 && choices.weight === undefined && table.some((row) => row.fields[2] !== "1"))
    told.push("the third column is taken as the weight");
  if (third.time && time === null && weight !== 2)
    told.push("the third column looks like a time and is not read (?time=3 or ?weight=3 reads it)");
  const used = [source, ...targets, weight, time, third.time ? 2 : null];
  const unread = Array.from({ length: width }, (_, k) => k).filter((k) => !used.includes(k));
  if (unread.length > 0)
    told.push(`not read: column${unread.length > 1 ? "s" : ""} ${unread.map((k) => k + 1).join(", ")}`);
  at(choices.group);
  return { ...NOTHING, source, targets, weight, comma: third.comma, time, told };
}
