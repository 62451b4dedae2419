import { unknownName } from "../../../core/index.ts";
import { type Choices, NUMBER } from "../reading.ts";
import { records, type Row } from "./records.ts";
import { refuse, shown } from "../text.ts";

/** Which column of a table says what. */
export interface Layout {
  delimiter: string;
  /** Names of columns; null where the first row is already an edge. */
  header: readonly string[] | null;
  source: number;
  /** More than one where people name several others in a row. */
  targets: readonly number[];
  weight: number | null;
  relation: number | null;
  /** A column saying `directed` or `undirected` of each edge, as Gephi writes. */
  kind: number | null;
  group: number | null;
  /**
   * A first row, shorter than the rest, that may say how many people and rows follow; it must, or it is a broken edge.
   */
  sizes: { line: number; rows: number } | null;
  /** How many fields each row has. */
  width: number;
  told: string[];
}

const SOURCES = [
  "source",
  "from",
  "src",
  "sourceid",
  "fromid",
  "fromnode",
  "fromnodeid",
  "ego",
  "sender",
  "caller",
  "follower",
  "influencer",
  "tail",
  "start",
];
const TARGETS = [
  "target",
  "to",
  "dst",
  "targetid",
  "toid",
  "tonode",
  "tonodeid",
  "alter",
  "receiver",
  "callee",
  "followee",
  "influenced",
  "head",
  "end",
  "dest",
  "destination",
];
const WEIGHTS = ["weight", "weights", "value", "strength", "w", "count", "edgeweight"];
const RELATIONS = ["relation", "relationship", "type", "layer", "relationtype", "edgetype"];
const KEYS = ["id", "key", "name"];

/** How many rows are looked at. */
const SAMPLE = 200;
const DELIMITERS = ["\t", ";", ",", "|", " "];

/**
 * Finds the delimiter, the header and the columns from the first rows of a table. Throws `RangeError` where it cannot
 * know.
 */
export function layoutOf(text: string, name: string, choices: Choices): Layout {
  const { delimiter, rows } = split(text, name);
  // Counts of nodes or edges on a line of their own are neither header nor edge.
  const counted = rows.filter((row) => !isCount(row));
  if (counted.length === 0)
    return {
      delimiter,
      header: null,
      source: 0,
      targets: [1],
      weight: null,
      relation: null,
      kind: null,
      group: null,
      sizes: null,
      width: 2,
      told: [],
    };
  const sizes = isSizes(counted) ? { line: counted[0].line, rows: Number(counted[0].fields[1]) } : null;
  const table = sizes === null ? counted : counted.slice(1);
  const first = table[0];
  if (first.fields.length < 2) refuse(name, first.line, "a row must name two ends", `only ${shown(first.fields[0])}`);
  const header = hasHeader(table, choices) ? first.fields : null;
  const columns = header
    ? named(header, first.line, delimiter, name, choices)
    : unnamed(table, delimiter, name, choices);
  return { ...columns, sizes };
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

/** The first rows under the delimiter that splits most of them. */
function split(text: string, name: string): { delimiter: string; rows: Row[] } {
  let best: { delimiter: string; rows: Row[]; share: number } | null = null;
  let fault: unknown;
  for (const delimiter of DELIMITERS) {
    const rows: Row[] = [];
    try {
      for (const row of records(text, delimiter, name)) if (rows.push(row) === SAMPLE) break;
    } catch (error) {
      fault ??= error;
      continue;
    }
    const share = rows.filter((row) => row.fields.length > 1).length / Math.max(1, rows.length);
    if (!best || share > best.share) best = { delimiter, rows, share };
  }
  if (!best) throw fault;
  return best;
}

/** A row of one whole number: how many nodes or edges there are, or a closing -1. */
export function isCount({ fields }: Row): boolean {
  return fields.length === 1 && /^(\d+|-1)$/.test(fields[0]);
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");
const isNumber = (text: string): boolean => NUMBER.test(text);

/**
 * A first row is a header if it names known columns or asked-for ones, if its first two are a pair such as node_1 and
 * node_2 that no row below repeats, or if it holds words where all the rows below have numbers.
 */
function hasHeader(table: readonly Row[], choices: Choices): boolean {
  const first = table[0].fields;
  const words = first.map(plain);
  const asked = [choices.source, choices.target?.split("+")[0], choices.weight, choices.group].filter(
    (column) => column !== undefined,
  );
  if (asked.some((column) => first.includes(column))) return true;
  if (words.some((word) => SOURCES.includes(word)) && words.some((word) => TARGETS.includes(word))) return true;
  const rest = table.slice(1);
  if (rest.length === 0 || first.some(isNumber)) return false;
  const pair = /^([a-z]{2,})([1ai])$/.exec(words[0]);
  const second = pair && `${pair[1]}${{ 1: "2", a: "b", i: "j" }[pair[2]] ?? ""}`;
  if (second === words[1] && !recurs(table)) return true;
  return first.some((word, column) => word !== "" && rest.every(({ fields }) => isNumber(fields[column] ?? "")));
}

/** Whether a row below names an end of the first row again. */
function recurs(table: readonly Row[]): boolean {
  const ends = table[0].fields.slice(0, 2);
  return table.slice(1).some(({ fields }) => fields.slice(0, 2).some((end) => ends.includes(end)));
}

/** At most twenty of them: a refusal is read by people. */
function listed(words: readonly string[]): string {
  return `${words.slice(0, 20).map(shown).join(", ")}${words.length > 20 ? ", …" : ""}`;
}

function named(
  header: readonly string[],
  line: number,
  delimiter: string,
  name: string,
  choices: Choices,
): Omit<Layout, "sizes"> {
  const words = header.map(plain);
  const told: string[] = [];
  const find = (known: readonly string[]): number | null => {
    for (const word of known) if (words.includes(word)) return words.indexOf(word);
    return null;
  };
  const asked = (column: string): number => {
    if (!header.includes(column))
      throw new RangeError(`${name}, line ${line}: ${unknownName(column, "a column", header)}`);
    return header.indexOf(column);
  };
  let source = choices.source === undefined ? find(SOURCES) : asked(choices.source);
  let targets = choices.target === undefined ? [find(TARGETS)] : choices.target.split("+").map(asked);
  const weight = choices.weight === undefined ? find(WEIGHTS) : asked(choices.weight);
  if (source === null || targets.includes(null)) {
    const ends = header.length - (weight === null ? 0 : 1);
    if (
      source !== null ||
      targets[0] !== null ||
      ends !== 2 ||
      weight === 0 ||
      weight === 1 ||
      KEYS.includes(words[0])
    ) {
      const table = KEYS.includes(words[0]) ? "; a table of people goes with --nodes" : "";
      const example = `?source=${KEYS.includes(words[0]) ? header[0] : "…"}&target=${nominations(header).join("+") || "…"}`;
      refuse(
        name,
        line,
        `the header must name two ends, such as source and target (or say which columns they are: ${example}${table})`,
        listed(header),
      );
    }
    [source, targets] = [0, [1]];
    told.push(`columns ${shown(header[0])} and ${shown(header[1])} are taken as the two ends`);
  }
  const used = [source, ...targets, weight];
  const free = (column: number | null): number | null => (used.includes(column) ? null : column);
  const relation = free(find(RELATIONS));
  const group = choices.group === undefined ? null : asked(choices.group);
  const unread = header.filter((_, column) => !used.includes(column) && column !== relation && column !== group);
  if (unread.length > 0)
    told.push(
      `not read: ${unread.length === 1 ? "column" : "columns"} ${listed(unread)} (a weight is chosen by ?weight=…)`,
    );
  const columns = { source, targets: targets as number[], weight, relation, kind: relation, group };
  return { delimiter, header, ...columns, width: header.length, told };
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

/** Without a header: two ends, then perhaps a weight. */
function unnamed(table: readonly Row[], delimiter: string, name: string, choices: Choices): Omit<Layout, "sizes"> {
  const asked = [choices.source, choices.target, choices.weight, choices.group].find((column) => column !== undefined);
  const { fields, line } = table[0];
  if (asked !== undefined) throw new RangeError(`${name}, line ${line}: ${unknownName(asked, "a column", fields)}`);
  const width = fields.length;
  const weighted = width > 2 && isNumber(fields[2]);
  const told: string[] = [];
  if (table.length > 2 && !fields.some(isNumber) && !recurs(table))
    told.push(`line ${line} (${listed(fields)}) is read as an edge, for it names no known columns`);
  if (weighted && table.some((row) => row.fields[2] !== "1")) told.push("the third column is taken as the weight");
  const first = weighted ? 3 : 2;
  if (width > first)
    told.push(
      `not read: column${width > first + 1 ? "s" : ""} ${Array.from({ length: width - first }, (_, k) => first + k + 1).join(", ")}`,
    );
  return {
    delimiter,
    header: null,
    source: 0,
    targets: [1],
    weight: weighted ? 2 : null,
    relation: null,
    kind: null,
    group: null,
    width,
    told,
  };
}
