import { columnOf } from "../../graphology.ts";
import { badRows } from "../bad-rows.ts";
import { isNobody } from "../cells.ts";
import { type Choices } from "../choices.ts";
import { type Draft } from "../draft.ts";
import { edgeRows } from "../edge-rows.ts";
import { refuse } from "../text.ts";
import { tieWeights } from "../tie-weight.ts";
import { byteNames } from "./byte-names.ts";
import { settledHeader } from "./guessed-header.ts";
import { checkSizes, type Layout } from "./layout.ts";
import { listDraft, passedOver } from "./list-draft.ts";
import { LONELY } from "./records.ts";
import { LONG, SHORT, signSentences } from "./table-rows.ts";

const [TAB, LF, CR, SPACE, HASH, PERCENT, SLASH] = [9, 10, 13, 32, 35, 37, 47];

/** Where the fields of a row start and stop, and whether it says something beyond its width. */
interface Cut {
  starts: Int32Array;
  stops: Int32Array;
  beyond: boolean;
}

/**
 * An edge list straight from its UTF-8 bytes, where no cell is quoted: the rules of `records` without making
 * text of anything but each name once. Time linear in bytes; memory that of the edges and distinct names.
 */
export function scanEdges(bytes: Uint8Array, layout: Layout, name: string, choices: Choices): Draft {
  const { source, weight, width, first } = layout;
  const target = layout.targets[0];
  const delimiter = layout.delimiter.charCodeAt(0);
  const blanks = delimiter === SPACE;
  const end = bytes.includes(LF) ? LF : CR;
  const names = byteNames(directLimit(bytes.length));
  const edges = edgeRows(weight !== null);
  const signs = choices.negative === "keep" ? ([] as number[]) : null;
  const bad = badRows(name, choices);
  const weigh = tieWeights(choices, bad);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const textAt = (from: number, to: number): string => decoder.decode(bytes.slice(from, to));
  const row: Cut = { starts: new Int32Array(width), stops: new Int32Array(width), beyond: false };
  const { starts, stops } = row;
  const lonely: [number, number][] = [];
  const seen = { comments: 0, rows: 0, counts: 0, closing: 0 };
  let skipHeader = layout.headed;
  let rows = 0;
  let line = 1;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;

  while (at < bytes.length) {
    const feed = bytes.indexOf(end, at);
    let stop = feed < 0 ? bytes.length : feed;
    let from = at;
    at = stop + 1;
    while (stop > from && isBlank(bytes[stop - 1]) && bytes[stop - 1] !== delimiter) stop--;
    while (from < stop && isBlank(bytes[from]) && (blanks || bytes[from] !== delimiter)) from++;
    if (from < stop) take(from, stop);
    line++;
  }

  function take(from: number, stop: number): void {
    const sign = signAt(bytes, from);
    if (sign && comment(from, stop)) return;
    if (line < first) return;
    const count = cut(bytes, from, stop, delimiter, row);
    const cells = Math.min(count, width);
    let filled = row.beyond;
    for (let k = 0; k < cells; k++) if (stops[k] > starts[k]) filled = true;
    if (!filled) return;
    if (line === layout.sizes?.line) {
      seen.counts++;
      return;
    }
    if (count === 1 && isCounted()) return;
    if (seen.closing > 0)
      refuse(name, seen.closing, "a line of -1 alone must end the file", `more rows, from line ${line}`);
    if (skipHeader) {
      skipHeader = false;
      return;
    }
    rows++;
    if (sign) seen.rows++;
    if (count < width || row.beyond) bad.drop(count < width ? SHORT : LONG, line);
    else edge();
  }

  /** Whether a line that begins with a sign is a comment; our own keep people without ties. */
  function comment(from: number, stop: number): boolean {
    // The other path sees comments trimmed at their end only.
    const text = bytes[from] === HASH ? textAt(from, stop).trimEnd() : "";
    if (text.startsWith(LONELY)) {
      lonely.push([from + LONELY.length, from + new TextEncoder().encode(text).length]);
      return true;
    }
    const after = from + (bytes[from] === SLASH ? 2 : 1);
    const fits = line >= first && !(blanks && (after >= stop || isBlank(bytes[after])));
    if (fits && cut(bytes, from, stop, delimiter, row) === width) return false;
    if (line > first) seen.comments++;
    return true;
  }

  /** A whole number alone: how many there are, a closing -1, or after the first edge a row cut short. */
  function isCounted(): boolean {
    const text = textAt(starts[0], stops[0]);
    if (text === "-1") {
      seen.closing ||= line;
      return true;
    }
    if (!/^\d+$/.test(text) || rows > 0) return false;
    seen.counts++;
    return true;
  }

  function edge(): void {
    const from = !isNobodyAt(source);
    if (!from || isNobodyAt(target)) {
      bad.drop(from ? "no target" : "no source", line);
      return;
    }
    const tie = weight === null ? 1 : weightAt(starts[weight], stops[weight]);
    if (tie === 0) return;
    const i = names.place(bytes, starts[source], stops[source]);
    edges.add(i, names.place(bytes, starts[target], stops[target]), tie);
  }

  function isNobodyAt(column: number): boolean {
    const length = stops[column] - starts[column];
    if (length > 4 || length === 0) return length === 0;
    const head = bytes[starts[column]];
    // NA, NaN, NULL, None and #N/A begin with these.
    return (head === 78 || head === 110 || head === HASH) && isNobody(textAt(starts[column], stops[column]));
  }

  /** Short whole numbers are read in place; the rest as text. 0 where the row was dropped. */
  function weightAt(from: number, to: number): number {
    let value = 0;
    let k = from;
    for (; k < to && k < from + 9 && bytes[k] >= 48 && bytes[k] <= 57; k++) value = 10 * value + bytes[k] - 48;
    const tie = k === to && value > 0 ? { weight: value, sign: 1 } : weigh(textAt(from, to), line);
    if (tie && signs) signs.push(tie.sign);
    return tie?.weight ?? 0;
  }

  checkSizes(layout, rows, name);
  bad.check(edges.count + bad.count);
  for (const [from, to] of lonely) names.place(bytes, from, to);
  const told = [...layout.told, ...passedOver(seen.counts, seen.closing), ...signSentences(seen)];
  return listDraft({
    ...settledHeader(layout, names.texts(), edges, told),
    header: layout.header !== null,
    directed: layout.banner.directed,
    unusable: bad.reasons(),
    tieColumns: signs?.includes(-1) ? { sign: columnOf(signs) } : undefined,
  });
}

/** Cuts one row from `from` to before `to` into its fields; returns how many there are. */
function cut(bytes: Uint8Array, from: number, to: number, delimiter: number, row: Cut): number {
  const { starts, stops } = row;
  const width = starts.length;
  const blanks = delimiter === SPACE;
  row.beyond = false;
  let count = 0;
  let k = from;
  for (;;) {
    while (k < to && isBlank(bytes[k]) && (blanks || bytes[k] !== delimiter)) k++;
    const start = k;
    if (blanks) while (k < to && !isBlank(bytes[k])) k++;
    else while (k < to && bytes[k] !== delimiter) k++;
    let stop = k;
    while (stop > start && isBlank(bytes[stop - 1])) stop--;
    if (count < width) {
      starts[count] = start;
      stops[count] = stop;
    } else if (stop > start) row.beyond = true;
    count++;
    if (blanks) while (k < to && isBlank(bytes[k])) k++;
    if (k >= to) return count;
    if (!blanks) k++;
  }
}

function signAt(bytes: Uint8Array, at: number): boolean {
  const head = bytes[at];
  return head === HASH || head === PERCENT || (head === SLASH && bytes[at + 1] === SLASH);
}

/** Up to which number names are found by one look: no more than the file could hold, and 128 MB. */
function directLimit(length: number): number {
  let limit = 1 << 10;
  while (limit < length && limit < 1 << 25) limit *= 2;
  return limit;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === CR;
}
