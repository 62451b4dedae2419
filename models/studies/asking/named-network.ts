import { nearest, unknownName } from "../../core/index.ts";
import { type Choices, type Reading as FileReading } from "../../networks/formats/reading.ts";
import { joinPeople, namePeople, readPeople } from "../../networks/formats/table/people.ts";
import { builtins, generate, isGenerated } from "../../networks/specification.ts";

/** A network and where it came from. */
export interface Reading extends FileReading {
  /** The specification it was asked for by. */
  spec: string;
}
/** Where files stand: on a disk, or among what a reader has put into a page. */
export interface Files {
  has(path: string): boolean;
  /** Throws `RangeError` for a file that is not there or is no network. */
  open(path: string, choices: Choices): Promise<FileReading>;
  bytes(path: string): Promise<Uint8Array>;
  /** The text of a small file, such as a list of degrees. */
  text(path: string): string;
}
export interface SourceOptions {
  seed: string | number;
  /** A table of people: names and attributes of the nodes. */
  nodes?: string;
  /** Which of the seed's generated networks. */
  world?: number;
}

const FLAGS = ["directed", "reverse"] as const;
const TEXTS = ["relation", "source", "target", "weight", "group"] as const;

/**
 * The network of a specification: the path of a file, with choices as `friends.csv?directed=true&relation=advice`,
 * a built-in name or a generator. With a table of people, a file's ties are joined to it by key; a generator must
 * draw as many nodes as it has people, who then get those places in the table's order: their ties are an assumption.
 */
export async function namedNetwork(
  spec: string,
  { seed, nodes, world }: SourceOptions,
  files: Files,
): Promise<Reading> {
  const people = nodes === undefined ? null : readPeople(await files.bytes(nodes), nodes);
  if (isGenerated(spec) && !files.has(spec)) {
    const drawn = generate(spec, seed, world, (path) => numbersIn(files.text(path)));
    const network = people ? namePeople(drawn, people, `${spec} with ${nodes ?? ""}`) : drawn;
    const told = people ? [`the ties are an assumption: ${spec} among the people of ${nodes ?? ""}`] : [];
    return { network, dropped: { selfLoops: 0, duplicates: 0, dangling: 0 }, rows: network.edges, told, spec };
  }
  const { path, choices } = fileAndChoices(spec, files.has);
  if (!files.has(path)) refuseMissing(path);
  const reading = await files.open(path, choices);
  if (!people) return { ...reading, spec };
  const joined = joinPeople(reading, people);
  if (joined.network.edges === 0 && reading.network.edges > 0) refuseStrangers(reading, people, nodes ?? "");
  return { ...joined, spec };
}

/**
 * Throws: not one tie is between two of the people, so the table is of others, or another of its columns is the key.
 */
function refuseStrangers(
  { network }: FileReading,
  { texts, attributes }: ReturnType<typeof readPeople>,
  nodes: string,
): never {
  const met = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + (network.keys.find(name) >= 0 ? 1 : 0), 0);
  const columns = Object.entries(attributes).map(
    ([title, attribute]) =>
      [title, met(attribute.kind === "category" ? attribute.labels : Array.from(attribute.values, String))] as const,
  );
  const [best, many] = columns.reduce((most, column) => (column[1] > most[1] ? column : most), ["", met(texts)]);
  const hint =
    best === ""
      ? ""
      : `; column ${best} has ${many} of them, and the key is the column id, key or name, else the first`;
  throw new RangeError(
    `${nodes}: people must have the keys of the ties, such as ${network.keys.key(0)}, got ${texts[0]} and the like, of whom no two have a tie${hint}`,
  );
}

/** The numbers of a text, one after the other: what a generator reads where it takes a list of degrees. */
const numbersIn = (text: string): number[] =>
  text
    .split(/[\s,;]+/)
    .filter((word) => word !== "")
    .map(Number);

/** A word that is no path may be a built-in misspelt; anything else is left to the reader of files. */
function refuseMissing(path: string): void {
  if (/[./\\]/.test(path)) return;
  const names = builtins.map(({ kind }) => kind);
  if (nearest(path, names) !== undefined)
    throw new RangeError(`network: ${unknownName(path, "a built-in network or a file", names)}`);
}

/** A path and what follows its question mark. Throws one `RangeError` for all faults. */
export function fileAndChoices(spec: string, has: Files["has"]): { path: string; choices: Choices } {
  const mark = has(spec) ? -1 : spec.lastIndexOf("?");
  const path = mark < 0 ? spec : spec.slice(0, mark);
  const choices: Choices = {};
  const faults: string[] = [];
  for (const pair of mark < 0
    ? []
    : spec
        .slice(mark + 1)
        .split("&")
        .filter((part) => part !== "")) {
    const equals = pair.indexOf("=");
    const key = decoded(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? "" : decoded(pair.slice(equals + 1));
    const flag = FLAGS.find((name) => name === key);
    const text = TEXTS.find((name) => name === key);
    if (flag && (value === "true" || value === "false")) choices[flag] = value === "true";
    else if (flag) faults.push(`${path}: ${flag} must be true or false, got ${value || "nothing"}`);
    else if (text && value !== "") choices[text] = value;
    else if (text) faults.push(`${path}: ${text} must be given, as in ?${text}=name, got nothing`);
    else faults.push(`${path}: ${unknownName(key, "a choice for a file", [...FLAGS, ...TEXTS])}`);
  }
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  return { path, choices };
}

/** Percent signs undone where they are well formed; a plus stays a plus, for it joins columns. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
