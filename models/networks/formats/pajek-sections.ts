import { refuse, shown } from "./text.ts";

export interface PajekLine {
  line: number;
  words: string[];
}
/** Ties under one heading. */
export interface PajekBlock {
  kind: "arcs" | "edges" | "arcslist" | "edgeslist" | "matrix";
  relation: string;
  line: number;
  lines: PajekLine[];
}
/** One network of the file. */
export interface PajekNetwork {
  name: string;
  line: number;
  size: number;
  /** How many vertices are of the first mode; all in a network of one. */
  left: number;
  vertices: PajekLine[];
  blocks: PajekBlock[];
}
/** A partition, vector or permutation: a value for each vertex. */
export interface PajekColumn {
  name: string;
  numeric: boolean;
  line: number;
  size: number;
  values: PajekLine[];
}

const TIES = ["arcs", "edges", "arcslist", "edgeslist", "matrix"] as const;
const COLUMNS = ["partition", "vector", "permutation"] as const;

/** A file while it is read. */
interface File {
  name: string;
  networks: PajekNetwork[];
  columns: PajekColumn[];
  /** The name that *Network gave to what follows. */
  title: string;
  /** Where the rows that follow go; null where none may. */
  into: PajekLine[] | null;
}

/** The networks and columns of a Pajek file or project. Throws `RangeError` with file and line. */
export function pajekSections(text: string, name: string): Pick<File, "networks" | "columns"> {
  const file: File = { name, networks: [], columns: [], title: "", into: null };
  let line = 0;
  for (const raw of text.split(text.includes("\n") ? "\n" : "\r")) {
    line++;
    const row = raw.trim();
    if (row === "" || row.startsWith("%")) continue;
    const words = wordsOf(row, line, name);
    if (row.startsWith("*")) heading(file, row, words, line);
    else if (file.into) file.into.push({ line, words });
    else refuse(name, line, "a Pajek file must start with *Vertices", shown(row));
  }
  if (file.networks.length === 0) refuse(name, null, "a Pajek file must start with *Vertices", "none");
  for (const network of file.networks) checkVertices(network, name);
  return file;
}

function heading(file: File, row: string, [first, ...rest]: string[], line: number): void {
  const kind = first.slice(1).toLowerCase();
  const { name, networks, columns } = file;
  const ties = TIES.find((known) => known === kind);
  const column = COLUMNS.find((known) => known === kind);
  if (kind === "network") [file.title, file.into] = [rest.join(" "), null];
  else if (kind === "vertices") vertices(file, rest, line);
  else if (ties) {
    const network = networks.at(-1) ?? refuse(name, line, "a Pajek file must start with *Vertices", shown(row));
    const number = rest.find((word) => /^:\d+$/.test(word));
    const label = rest.find((word) => !/^:\d*$/.test(word));
    file.into = [];
    network.blocks.push({ kind: ties, relation: label ?? number?.slice(1) ?? "", line, lines: file.into });
  } else if (column) {
    const title = rest.join(" ") || `${column}${columns.length === 0 ? "" : ` ${columns.length + 1}`}`;
    columns.push({ name: title, numeric: column !== "partition", line, size: -1, values: [] });
    file.into = null;
  } else if (kind === "cluster" || kind === "hierarchy") file.into = [];
  else
    refuse(
      name,
      line,
      "a heading must be *Network, *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist, *Matrix, *Partition or *Vector",
      shown(first),
    );
}

/** The vertices of a network, or those of the column whose heading stands right above. */
function vertices(file: File, rest: readonly string[], line: number): void {
  const { name, networks, columns } = file;
  if (!/^\d{1,9}$/.test(rest.at(0) ?? "") || (rest.length > 1 && !/^\d{1,9}$/.test(rest[1])))
    refuse(name, line, "*Vertices must say how many there are", shown(rest.join(" ")));
  const size = Number(rest[0]);
  const left = rest.length > 1 ? Number(rest[1]) : size;
  if (left > size) refuse(name, line, `the first mode must have at most ${size} vertices`, String(left));
  const column = columns.at(-1);
  if (column?.size === -1) {
    column.size = size;
    file.into = column.values;
    return;
  }
  const open = networks.at(-1);
  if (open && file.title === "" && columns.length === 0)
    refuse(name, line, "a Pajek file must hold one *Vertices", "a second one");
  networks.push({ name: file.title, line, size, left, vertices: [], blocks: [] });
  file.title = "";
  file.into = networks[networks.length - 1].vertices;
}

/** A number with a digit too many must not fill the memory. */
const MOST_UNLISTED = 1_000_000;

function checkVertices({ vertices: listed, size, line }: PajekNetwork, name: string): void {
  if (listed.length > size)
    refuse(
      name,
      listed[size].line,
      `there must be ${size} vertex line${size === 1 ? "" : "s"} as *Vertices says`,
      `${listed.length}`,
    );
  if (size > MOST_UNLISTED && listed.length < size)
    refuse(name, line, `more than ${MOST_UNLISTED} vertices must be listed one by one`, `${listed.length} of ${size}`);
}

/** Words by blanks; a quoted one is one word without its quotes. */
function wordsOf(row: string, line: number, name: string): string[] {
  const words: string[] = [];
  for (const [word, inside] of row.matchAll(/"([^"]*)"|[^\s"]+|"/g)) {
    if (word === '"') refuse(name, line, "a label must have a closing quote", shown(row));
    words.push(word.startsWith('"') ? inside : word);
  }
  return words;
}
