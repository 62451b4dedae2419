import { type Network, unknownName } from "../../core/index.ts";
import { writeDelimited } from "./table/delimited.ts";
import { readEdgeList } from "./table/edge-list.ts";
import { readGexf, writeGexf } from "./gexf.ts";
import { readGml, writeGml } from "./gml.ts";
import { readGraphml, writeGraphml } from "./graphml.ts";
import { readJson, writeJson } from "./json.ts";
import { readPajek, writePajek } from "./pajek.ts";
import { type Choices, type Draft, finish, type Reading } from "./reading.ts";

interface Form {
  read(content: string | Uint8Array, name: string, choices: Choices): Draft;
  write(network: Network, name: string): Iterable<string>;
  /** Whether it keeps direction, and what is known of each node. */
  directions: boolean;
  attributes: boolean;
  /** Which choices beyond direction mean something here. */
  choices: readonly (keyof Choices)[];
}

const list = (delimiter: string): Form => ({
  read: readEdgeList,
  write: (network, name) => writeDelimited(network, delimiter, name),
  directions: false,
  attributes: false,
  choices: ["relation", "source", "target", "weight", "group"],
});

const FORMS = {
  csv: list(","),
  tsv: list("\t"),
  txt: list(" "),
  gexf: { read: readGexf, write: writeGexf, directions: true, attributes: true, choices: [] },
  graphml: { read: readGraphml, write: writeGraphml, directions: true, attributes: true, choices: ["weight"] },
  gml: { read: readGml, write: writeGml, directions: true, attributes: true, choices: ["weight"] },
  net: { read: readPajek, write: writePajek, directions: true, attributes: false, choices: ["relation"] },
  json: { read: readJson, write: writeJson, directions: true, attributes: true, choices: ["weight"] },
} satisfies Record<string, Form>;

/** A format by the ending of its files. */
export type Format = keyof typeof FORMS;
export const formats = Object.keys(FORMS) as readonly Format[];

/** The format a file's ending names, `.gz` aside. Throws `RangeError` naming the nearest where it names none. */
export function formatOf(path: string): Format {
  const ending = /\.([^./\\]+)$/.exec(path.replace(/\.gz$/i, ""))?.[1].toLowerCase() ?? "";
  const format = formats.find((known) => known === ending);
  if (!format)
    throw new RangeError(`${path}: ${unknownName(ending || "no ending", "a network format", [...formats, "parquet"])}`);
  return format;
}

export interface ReadOptions extends Choices {
  format: Format;
  /** What to call the file in messages. */
  name: string;
}

/**
 * Reads a network from text or bytes, repairing what can be repaired and telling each repair.
 * Always edges + dropped = rows. Throws `RangeError` saying file, line, what was expected and what came.
 */
export function readNetwork(content: string | Uint8Array, { format, name, ...choices }: ReadOptions): Reading {
  const always: readonly string[] = ["directed", "reverse"];
  const allowed: readonly string[] = [...always, ...FORMS[format].choices];
  const given: Readonly<Record<string, unknown>> = { ...choices };
  const unfit = Object.keys(given).filter((choice) => given[choice] !== undefined && !allowed.includes(choice));
  const faults = unfit.map((choice) => `${name}: ${unknownName(choice, `a choice for .${format} files`, allowed)}`);
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  return finish(FORMS[format].read(content, name, choices), choices, name);
}

/** Writes a network as text; reading it again gives the same, but for what `lossOf` tells. */
export function writeNetwork(network: Network, format: Format, name = `network.${format}`): string {
  return [...networkPieces(network, format, name)].join("");
}

/** The same in pieces, for files too large for one text. */
export function networkPieces(network: Network, format: Format, name = `network.${format}`): Iterable<string> {
  return FORMS[format].write(network, name);
}

/** What a format cannot keep of this network, a sentence each. */
export function lossOf(network: Network, format: Format, ending: string = format): string[] {
  const { directions, attributes } = FORMS[format];
  const told: string[] = [];
  if (!directions && network.directed) told.push(`.${ending} does not keep direction: read it with ?directed=true`);
  const columns = Object.keys(network.attributes);
  if (!attributes && columns.length > 0) told.push(`.${ending} does not keep ${columns.join(", ")}`);
  return told;
}

export { finish };
export type { Choices, Reading };
