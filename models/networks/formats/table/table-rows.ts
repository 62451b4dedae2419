import { checkSizes, isCount, type Layout } from "./layout.ts";
import { passedOver } from "./list-draft.ts";
import { records, type Row } from "./records.ts";
import { refuse, shown } from "../text.ts";

/** The number of a name, the next one where it is new. */
export function place(people: Map<string, number>, key: string): number {
  const known = people.get(key);
  if (known === undefined) people.set(key, people.size);
  return known ?? people.size - 1;
}

/** Rows of edges only: without header, counts and the closing -1, which are told; each as wide as the first. */
export function* tableRows(
  text: string,
  layout: Layout,
  name: string,
  told: string[],
  comment?: (line: string) => void,
): Generator<Row> {
  let header = layout.header !== null;
  let counts = 0;
  let closing = 0;
  let edges = 0;
  for (const row of records(text, layout.delimiter, name, comment)) {
    const { fields, line } = row;
    if (line === layout.sizes?.line) {
      counts++;
      continue;
    }
    if (isCount(row)) {
      if (fields[0] === "-1") closing ||= line;
      else if (edges > 0) refuse(name, line, "a row must name two ends", `only ${shown(fields[0])}`);
      else counts++;
      continue;
    }
    if (closing > 0) refuse(name, closing, "a line of -1 alone must end the file", `more rows, from line ${line}`);
    if (header) {
      header = false;
      continue;
    }
    checkWidth(fields, layout.width, line, name);
    edges++;
    yield row;
  }
  checkSizes(layout, edges, name);
  told.push(...passedOver(counts, closing));
}

export function checkWidth(fields: readonly string[], width: number, line: number, name: string): void {
  const extra = fields.slice(width).some((field) => field !== "");
  if (fields.length < width || extra)
    refuse(name, line, `a row must have ${width} fields like the first`, `${fields.length} fields`);
}

export function endOf(fields: readonly string[], column: number, end: string, line: number, name: string): string {
  return fields[column] || refuse(name, line, `a row must name its ${end}`, "nothing");
}
