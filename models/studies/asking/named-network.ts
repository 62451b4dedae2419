import { nearest, unknownName } from "../../core/index.ts";
import { NOTHING_DROPPED } from "../../networks/edges.ts";
import { type Choices, choicesIn } from "../../networks/formats/choices.ts";
import { type Reading as FileReading } from "../../networks/formats/reading.ts";
import { type Opened } from "../../networks/formats/packed.ts";
import { matchPeople, refuseStrangers } from "../../networks/formats/table/match-people.ts";
import { joinPeople, namePeople, type People, readPeople } from "../../networks/formats/table/people.ts";
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
  /** A table of people, unpacked; `part` chooses a file of an archive or a sheet of a workbook. */
  people(path: string, part?: string): Promise<Opened>;
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
  const people = nodes === undefined ? null : await peopleIn(nodes, files);
  if (isGenerated(spec) && !files.has(spec)) {
    const drawn = generate(spec, seed, world, (path) => numbersIn(files.text(path)));
    const network = people ? namePeople(drawn, people, `${spec} with ${nodes ?? ""}`) : drawn;
    const told = people ? [`the ties are an assumption: ${spec} among the people of ${nodes ?? ""}`] : [];
    return { network, dropped: NOTHING_DROPPED, unusable: [], rows: network.edges, told, spec };
  }
  const { path, choices } = fileAndChoices(spec, files.has);
  if (!files.has(path)) refuseMissing(path);
  const reading = await files.open(path, choices);
  if (!people) return { ...reading, spec };
  const { matched, told } = matchPeople(reading.network, people, choices.match === "loose", nodes ?? "");
  const joined = joinPeople({ ...reading, network: matched.network, told: [...reading.told, ...told] }, matched.people);
  if (joined.network.edges === 0 && reading.network.edges > 0)
    refuseStrangers(matched.network, matched.people, nodes ?? "");
  return { ...joined, spec };
}

/** A table of people, with choices as in `people.csv?key=email`. */
async function peopleIn(spec: string, files: Files): Promise<People> {
  const { path, choices } = fileAndChoices(spec, files.has);
  const { name, bytes, told } = await files.people(path, choices.part);
  const people = readPeople(bytes, name, choices);
  return { ...people, told: [...told, ...people.told] };
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

/** A path and the choices that follow its question mark. Throws one `RangeError` for all faults. */
export function fileAndChoices(spec: string, has: Files["has"]): { path: string; choices: Choices } {
  const mark = has(spec) ? -1 : spec.lastIndexOf("?");
  if (mark < 0) return { path: spec, choices: {} };
  const path = spec.slice(0, mark);
  return { path, choices: choicesIn(spec.slice(mark + 1), path) };
}
