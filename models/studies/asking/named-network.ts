import { nearest, unknownName } from "../../core/index.ts";
import { type Choices, type Reading as FileReading } from "../../networks/formats/reading.ts";
import { joinPeople, namePeople, readPeople } from "../../networks/formats/table/people.ts";
import { builtins, generate, isGenerated } from "../../networks/specification.ts";

/** A network and where it came from. */
export interface Reading extends FileReading {
  /** The specification that was requested. */
  spec: string;
}
/** Access to files: on a disk, or those that a reader dropped on a page. */
export interface Files {
  has(path: string): boolean;
  /** Throws `RangeError` for a file that is missing or not a network. */
  open(path: string, choices: Choices): Promise<FileReading>;
  bytes(path: string): Promise<Uint8Array>;
  /** The text of a small file, such as a list of degrees. */
  text(path: string): string;
}
export interface SourceOptions {
  seed: string | number;
  /** A table of people: names and attributes of the nodes. */
  nodes?: string;
  /** The world for which a generated network is drawn. */
  world?: number;
}

const FLAGS = ["directed", "reverse"] as const;
const TEXTS = ["relation", "source", "target", "weight", "group"] as const;

/**
 * The network of a specification: the path of a file, with choices as in `friends.csv?directed=true&relation=advice`, a
 * built-in name or a generator. With a table of people, the ties of a file are joined to it by key. A generator must
 * draw as many nodes as the table has people, who take those places in the order of the table; their ties are an
 * assumption.
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
 * Throws where no tie is between two people of the table: the table is of other people, or another column is the key.
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
      : `; column ${best} has ${many} of them, but the key is the column id, key or name, else the first column`;
  throw new RangeError(
    `${nodes}: people must have the keys of the ties, such as ${network.keys.key(0)}, got keys such as ${texts[0]}, of whom no two have a tie${hint}`,
  );
}

/** The numbers in a text, such as a list of degrees for a generator. */
const numbersIn = (text: string): number[] =>
  text
    .split(/[\s,;]+/)
    .filter((word) => word !== "")
    .map(Number);

/** Refuses a word that looks like a misspelt built-in; anything else is left to the file reader. */
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

/** Decodes percent escapes where they are well formed; a plus stays a plus, since it joins columns. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
