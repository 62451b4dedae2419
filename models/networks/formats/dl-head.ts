import { lineAt, refuse, shown } from "./text.ts";

/** What stands before the data of a DL file, and the words of the data. */
export interface DlHead {
  rows: number;
  columns: number;
  matrices: number;
  twoMode: boolean;
  format: "fullmatrix" | "upperhalf" | "lowerhalf" | "list of nodes" | "list of edges";
  diagonal: boolean;
  /** Whether labels stand among the data. */
  embedded: boolean;
  labels: { both: string[]; row: string[]; column: string[]; matrix: string[] };
  words: { text: string; line: number }[];
}

const FORMATS: Readonly<Record<string, readonly [DlHead["format"], boolean]>> = {
  fullmatrix: ["fullmatrix", false],
  fm: ["fullmatrix", false],
  upperhalf: ["upperhalf", false],
  uh: ["upperhalf", false],
  lowerhalf: ["lowerhalf", false],
  lh: ["lowerhalf", false],
  nodelist1: ["list of nodes", false],
  nodelist2: ["list of nodes", true],
  edgelist1: ["list of edges", false],
  edgelist2: ["list of edges", true],
};

/** A heading of labels, and what it is of. */
const LABELS = /\b(?:(row|col(?:umn)?|matrix|level)\s+)?labels?(\s+embedded\b)?\s*:?/gi;

/** Reads the head of a DL file. Throws `RangeError` with file and line on a form that is not known. */
export function dlHead(text: string, name: string): DlHead {
  if (!/^\s*dl\b/i.test(text)) refuse(name, 1, "a DL file must begin with DL", shown(text.slice(0, 20)));
  const data = /\bdata\s*:/i.exec(text) ?? refuse(name, null, "a DL file must have its data after data:", "none");
  const head = text.slice(0, data.index);
  const first = head.search(LABELS);
  const facts = first < 0 ? head : head.slice(0, first);
  const number = (key: string): number | null => {
    const found = new RegExp(`\\b${key}\\s*=\\s*(\\d{1,9})\\b`, "i").exec(head);
    return found ? Number(found[1]) : null;
  };
  const asked = /\bformat\s*=\s*([\w-]+)/i.exec(head)?.[1].toLowerCase() ?? "fullmatrix";
  if (!Object.hasOwn(FORMATS, asked))
    refuse(
      name,
      lineAt(text, head.search(/\bformat\b/i)),
      `the format must be one of ${Object.keys(FORMATS).join(", ")}`,
      shown(asked),
    );
  const [format, lists] = FORMATS[asked];
  const n = number("n");
  const [rows, columns] = [number("nr") ?? n, number("nc") ?? n];
  if (rows === null || columns === null)
    refuse(name, 1, "DL must say how many nodes there are, as in n=4, or nr=3, nc=5", shown(facts.trim().slice(0, 40)));
  const twoMode = lists || (n === null && number("nr") !== null);
  const all = Math.max(rows, columns);
  const matrices = number("nm") ?? 1;
  if (all > MOST || (!format.startsWith("list") && all * all * matrices > MOST))
    refuse(name, 1, `DL must have at most ${MOST} nodes and entries`, String(all));
  return {
    rows,
    columns,
    matrices,
    twoMode,
    format,
    diagonal: !/\bdiagonal\s*=?\s*absent\b/i.test(head),
    ...labelsOf(head),
    words: wordsOf(text, data.index + data[0].length),
  };
}

/** A number with a digit too many must not fill the memory. */
const MOST = 100_000_000;

function labelsOf(head: string): Pick<DlHead, "labels" | "embedded"> {
  const labels: DlHead["labels"] = { both: [], row: [], column: [], matrix: [] };
  let embedded = false;
  const headings = [...head.matchAll(LABELS)];
  headings.forEach((found, k) => {
    const [heading, kind, among] = found as (string | undefined)[];
    if (among !== undefined) {
      embedded = true;
      return;
    }
    const end = headings.at(k + 1)?.index ?? head.length;
    const words = [...head.slice(found.index + (heading ?? "").length, end).matchAll(/"([^"]*)"|[^\s,;"]+/g)].map(
      ([word, quoted]: (string | undefined)[]) => quoted ?? word ?? "",
    );
    const of = kind?.toLowerCase();
    if (of === undefined) labels.both.push(...words);
    else if (of === "row") labels.row.push(...words);
    else if (of === "matrix" || of === "level") labels.matrix.push(...words);
    else labels.column.push(...words);
  });
  return { labels, embedded };
}

/** Words separated by blanks or commas, quoted or not, with their lines; time linear. */
function wordsOf(text: string, from: number): DlHead["words"] {
  const words: DlHead["words"] = [];
  let line = lineAt(text, from);
  let counted = from;
  for (const found of text.slice(from).matchAll(/"([^"\n]*)"|[^\s,"]+/g)) {
    const [word, quoted] = found as (string | undefined)[];
    for (let k = text.indexOf("\n", counted); k >= 0 && k < from + found.index; k = text.indexOf("\n", counted)) {
      line++;
      counted = k + 1;
    }
    words.push({ text: quoted ?? word ?? "", line });
  }
  return words;
}
