import { type Network, unknownName } from "../../core/index.ts";
import { type ChoiceName, type Choices } from "./choices.ts";
import { readDl } from "./dl.ts";
import { readDot } from "./dot.ts";
import { readGdf } from "./gdf.ts";
import { readGexf } from "./gexf.ts";
import { writeGexf } from "./gexf-writer.ts";
import { readGml } from "./gml.ts";
import { writeGml } from "./gml-writer.ts";
import { readGraphml } from "./graphml.ts";
import { writeGraphml } from "./graphml-writer.ts";
import { readJson } from "./json.ts";
import { writeJson } from "./json-writer.ts";
import { readMatrixMarket } from "./matrix-market.ts";
import { readPajek } from "./pajek.ts";
import { writePajek } from "./pajek-writer.ts";
import { type Draft } from "./draft.ts";
import { finish, type Reading } from "./reading.ts";
import { recognised } from "./recognise.ts";
import { encodingOf, guessedText, isUtf8, textOf } from "./text.ts";
import { writeDelimited } from "./table/delimited.ts";
import { readEdgeList } from "./table/edge-list.ts";
import { readVna } from "./vna.ts";
import { writtenColumns } from "./written.ts";

interface Reader {
  read(content: string | Uint8Array, name: string, choices: Choices): Draft;
  /** What it is called in messages. */
  title: string;
  /** Endings of its files, its own name first. */
  endings: readonly string[];
  /** Which choices mean something here beside those that mean the same in all formats. */
  choices: readonly ChoiceName[];
}
interface Writer {
  write(network: Network, name: string): Iterable<string>;
  /** Whether it keeps direction, and what is known of each node. */
  directions: boolean;
  attributes: boolean;
  /** Whether it keeps what is known of ties beyond their weight. */
  tieColumns: boolean;
}

const TABLE: readonly ChoiceName[] = ["relation", "source", "target", "group", "header", "time", "mode"];
const NODES: readonly ChoiceName[] = ["key", "time"];

const table = (title: string, endings: readonly string[], delimiter: string): Reader & Writer => ({
  read: readEdgeList,
  title,
  endings,
  choices: TABLE,
  write: (network, name) => writeDelimited(network, delimiter, name),
  directions: false,
  attributes: false,
  tieColumns: true,
});
const whole = { directions: true, attributes: true, tieColumns: true };

const FORMATS = {
  csv: table("a table (CSV)", ["csv"], ","),
  tsv: table("a table (TSV)", ["tsv", "tab"], "\t"),
  txt: table("a table", ["txt", "edges", "edgelist", "ncol", "dat"], " "),
  gexf: {
    read: readGexf,
    title: "GEXF",
    endings: ["gexf"],
    choices: [...NODES, "relation"],
    write: writeGexf,
    ...whole,
  },
  graphml: { read: readGraphml, title: "GraphML", endings: ["graphml"], choices: NODES, write: writeGraphml, ...whole },
  gml: { read: readGml, title: "GML", endings: ["gml"], choices: NODES, write: writeGml, ...whole },
  net: {
    read: readPajek,
    title: "Pajek",
    endings: ["net", "paj"],
    choices: ["relation", "mode"],
    write: writePajek,
    directions: true,
    attributes: false,
    tieColumns: false,
  },
  json: {
    read: readJson,
    title: "JSON",
    endings: ["json", "jsonl", "ndjson", "cyjs"],
    choices: NODES,
    write: writeJson,
    ...whole,
  },
  dl: { read: readDl, title: "UCINET DL", endings: ["dl"], choices: ["relation", "mode"] },
  vna: { read: readVna, title: "VNA", endings: ["vna"], choices: NODES },
  gdf: { read: readGdf, title: "GDF", endings: ["gdf"], choices: NODES },
  dot: { read: readDot, title: "DOT", endings: ["dot", "gv"], choices: NODES },
  mtx: { read: readMatrixMarket, title: "MatrixMarket", endings: ["mtx"], choices: ["mode"] },
} satisfies Record<string, Reader & Partial<Writer>>;

/** What `?format=` may say of a table: its rows are ties, of a matrix, or a person and their contacts each. */
const TABLE_KINDS = ["list", "matrix", "adjacency"];

type ReadFormat = keyof typeof FORMATS;
const readers: Readonly<Record<ReadFormat, Reader>> = FORMATS;
const readFormats = Object.keys(FORMATS) as readonly ReadFormat[];

/** A format that can be written, by the ending of its files. */
export type Format = "csv" | "tsv" | "txt" | "gexf" | "graphml" | "gml" | "net" | "json";
export const formats: readonly Format[] = ["csv", "tsv", "txt", "gexf", "graphml", "gml", "net", "json"];
/** Endings of the files that can be read, those that can only be read included. */
export const readEndings: readonly string[] = readFormats.flatMap((format) => readers[format].endings);

const endingOf = (path: string): string =>
  /\.([^./\\]+)$/.exec(path.replace(/\.(?:gz|zst|zip)$/i, ""))?.[1].toLowerCase() ?? "";

/** The format that a file's ending names for writing. Throws `RangeError` naming the nearest where it names none. */
export function formatOf(path: string): Format {
  const ending = endingOf(path);
  const format = formats.find((known) => known === ending);
  if (format) return format;
  throw new RangeError(
    `${path}: ${unknownName(ending || "no ending", "a network format that can be written", [...formats, "parquet"])}`,
  );
}

export interface ReadOptions extends Choices {
  /** What to call the file in messages. */
  name: string;
}

/** Choices that mean the same in every format. */
const ALWAYS: readonly ChoiceName[] = [
  "format",
  "encoding",
  "part",
  "directed",
  "reverse",
  "weight",
  "bad",
  "repeats",
  "negative",
  "match",
];

/**
 * Reads a network from text or bytes, repairing what can be repaired and telling each repair. The format is the one
 * that is asked for, or that the file begins as, or that the ending of its name says.
 * Always edges + dropped = rows. Throws `RangeError` saying file, line, what was expected and what came.
 * @example
 * ```ts
 * import { readNetwork } from "ovation/networks";
 * const { network, dropped } = readNetwork("who,whom\nann,bob\nbob,cleo\ncleo,cleo\n", { name: "friends.csv" });
 * console.log(network.size, dropped.selfLoops); // 3 1
 * ```
 */
export function readNetwork(content: string | Uint8Array, { name, ...choices }: ReadOptions): Reading {
  const { format, told } = formatToRead(content, name, choices.format);
  const { read, choices: own, title } = readers[format];
  const allowed: readonly string[] = [...ALWAYS, ...own];
  const given: Readonly<Record<string, unknown>> = { ...choices };
  const unfit = Object.keys(given).filter((choice) => given[choice] !== undefined && !allowed.includes(choice));
  const faults = unfit.map((choice) => `${name}: ${unknownName(choice, `a choice for ${title}`, allowed)}`);
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  const { content: readable, told: notes } = inUtf8(content, name, choices.encoding, format);
  const draft = read(readable, name, choices);
  return finish({ ...draft, told: [...told, ...notes, ...draft.told] }, choices, name);
}

/** The content as its readers want it: text where it is in another encoding than UTF-8, guessed where none is said. */
function inUtf8(
  content: string | Uint8Array,
  name: string,
  encoding: string | undefined,
  format: ReadFormat,
): { content: string | Uint8Array; told: string[] } {
  if (typeof content === "string") return { content, told: [] };
  if (encoding !== undefined) return { content: textOf(content, name, encoding), told: [] };
  // XML says its encoding itself.
  if (format === "graphml" || format === "gexf" || encodingOf(content) !== "utf-8" || isUtf8(content))
    return { content, told: [] };
  const { text, told } = guessedText(content, name);
  return { content: text, told };
}

/** Whether a file is read as a table of ties, a row each. Throws `RangeError` where it is of no format. */
export function isTable(content: string | Uint8Array, name: string): boolean {
  return readers[formatToRead(content, name, undefined).format].read === readEdgeList;
}

/** What to read a file as, and a sentence where its ending says otherwise. */
function formatToRead(
  content: string | Uint8Array,
  name: string,
  asked: string | undefined,
): { format: ReadFormat; told: string[] } {
  if (asked !== undefined) {
    if (TABLE_KINDS.includes(asked)) return { format: "txt", told: [] };
    const format = readFormats.find((known) => known === asked || readers[known].endings.includes(asked));
    if (format) return { format, told: [] };
    throw new RangeError(`${name}: ${unknownName(asked, "a network format", [...readFormats, ...TABLE_KINDS])}`);
  }
  const ending = endingOf(name);
  const byEnding = readFormats.find((known) => readers[known].endings.includes(ending));
  const byContent = recognised(content);
  if (byContent !== null) {
    const told =
      byEnding === undefined || byEnding === byContent
        ? []
        : [`read as ${readers[byContent].title}, which the file is by its content`];
    return { format: byContent, told };
  }
  if (byEnding) return { format: byEnding, told: [] };
  // KONECT calls its tables out.name; what comes from a pipe has no ending.
  if (/(?:^|[/\\])out\.[^/\\]+$/.test(name) || (ending === "" && /^-$|^\/dev\//.test(name)))
    return { format: "txt", told: [] };
  throw new RangeError(
    `${name}: ${unknownName(ending || "no ending", "a network format", [...readEndings, "parquet"])} (or say ?format=…)`,
  );
}

/**
 * Writes a network as text; reading it again gives the same, but for what `lossOf` tells.
 * @example
 * ```ts
 * import { generate, writeNetwork } from "ovation/networks";
 * console.log(writeNetwork(generate("path:nodes=2", 1), "csv").trim().split("\n").join(" ")); // source,target 0,1
 * ```
 */
export function writeNetwork(network: Network, format: Format, name = `network.${format}`): string {
  return [...networkPieces(network, format, name)].join("");
}

/** The same in pieces, for files too large for one text. */
export function networkPieces(network: Network, format: Format, name = `network.${format}`): Iterable<string> {
  return FORMATS[format].write(network, name);
}

/** What a format cannot keep of this network, a sentence each. */
export function lossOf(network: Network, format: Format, ending: string = format): string[] {
  const { directions, attributes } = FORMATS[format];
  const told: string[] = [];
  if (!directions && network.directed) told.push(`.${ending} does not keep direction: read it with ?directed=true`);
  const columns = Object.keys(network.attributes);
  if (!attributes && columns.length > 0) told.push(`.${ending} does not keep ${columns.join(", ")}`);
  const tied = writtenColumns(network).map(([title]) => title);
  if (!FORMATS[format].tieColumns && tied.length > 0)
    told.push(`.${ending} does not keep what is known of ties: ${tied.join(", ")}`);
  return told;
}

export { finish };
export type { Choices, Reading };
