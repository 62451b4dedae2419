import { byteNames } from "./byte-names.ts";
import { edgeRows } from "../edge-rows.ts";
import { checkSizes, type Layout } from "./layout.ts";
import { listDraft, passedOver } from "./list-draft.ts";
import { type Draft, weightOf } from "../reading.ts";
import { LONELY } from "./records.ts";
import { refuse, shown } from "../text.ts";

const [TAB, LF, CR, SPACE, HASH, PERCENT, SLASH] = [9, 10, 13, 32, 35, 37, 47];

/**
 * An edge list straight from its UTF-8 bytes, where no cell is quoted: the rules of `records` without making
 * text of anything but each name once. Time linear in bytes; memory that of the edges and distinct names.
 */
export function scanEdges(bytes: Uint8Array, layout: Layout, name: string): Draft {
  const { header, source, weight, width } = layout;
  const target = layout.targets[0];
  const delimiter = layout.delimiter.charCodeAt(0);
  const blanks = delimiter === SPACE;
  const end = bytes.includes(LF) ? LF : CR;
  const names = byteNames(directLimit(bytes.length));
  const edges = edgeRows(weight !== null);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const textAt = (from: number, to: number): string => decoder.decode(bytes.slice(from, to));
  const starts = new Int32Array(width);
  const stops = new Int32Array(width);
  const lonely: [number, number][] = [];
  /** Whether a row says something beyond its width. */
  const beyond = { filled: false };
  let skipHeader = header !== null;
  let counts = 0;
  let closing = 0;
  let line = 1;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;

  /** One row from `from` to before `to`: where its fields start and stop. */
  function cut(from: number, to: number): number {
    beyond.filled = false;
    let count = 0;
    let k = from;
    for (;;) {
      while (k < to && isBlank(bytes[k]) && bytes[k] !== delimiter) k++;
      if (blanks) while (k < to && isBlank(bytes[k])) k++;
      const start = k;
      if (blanks) while (k < to && !isBlank(bytes[k])) k++;
      else while (k < to && bytes[k] !== delimiter) k++;
      let stop = k;
      while (stop > start && isBlank(bytes[stop - 1])) stop--;
      if (count < width) {
        starts[count] = start;
        stops[count] = stop;
      } else if (stop > start) beyond.filled = true;
      count++;
      if (blanks) while (k < to && isBlank(bytes[k])) k++;
      if (k >= to) return count;
      if (!blanks) k++;
    }
  }

  while (at < bytes.length) {
    const feed = bytes.indexOf(end, at);
    let stop = feed < 0 ? bytes.length : feed;
    let from = at;
    at = stop + 1;
    while (stop > from && isBlank(bytes[stop - 1]) && bytes[stop - 1] !== delimiter) stop--;
    while (from < stop && isBlank(bytes[from]) && (blanks || bytes[from] !== delimiter)) from++;
    if (from < stop) row(from, stop);
    line++;
  }

  function row(from: number, stop: number): void {
    const head = bytes[from];
    if (head === HASH || head === PERCENT || (head === SLASH && bytes[from + 1] === SLASH)) {
      // The other path sees comments trimmed at their end only.
      const text = head === HASH ? textAt(from, stop).trimEnd() : "";
      if (text.startsWith(LONELY)) lonely.push([from + LONELY.length, from + new TextEncoder().encode(text).length]);
      return;
    }
    const count = cut(from, stop);
    const seen = Math.min(count, width);
    let filled = beyond.filled;
    for (let k = 0; k < seen; k++) if (stops[k] > starts[k]) filled = true;
    if (!filled) return;
    if (line === layout.sizes?.line) {
      counts++;
      return;
    }
    if (count === 1) {
      const text = textAt(starts[0], stops[0]);
      if (text === "-1") {
        closing ||= line;
        return;
      }
      if (/^\d+$/.test(text)) {
        if (edges.count > 0) refuse(name, line, "a row must name two ends", `only ${shown(text)}`);
        counts++;
        return;
      }
    }
    if (closing > 0) refuse(name, closing, "a line of -1 alone must end the file", `more rows, from line ${line}`);
    if (skipHeader) {
      skipHeader = false;
      return;
    }
    if (count < width || beyond.filled)
      refuse(name, line, `a row must have ${width} fields like the first`, `${count} fields`);
    if (stops[source] === starts[source]) refuse(name, line, "a row must name its source", "nothing");
    const tie = weight === null ? 1 : weightAt(starts[weight], stops[weight]);
    if (stops[target] === starts[target]) refuse(name, line, "a row must name its target", "nothing");
    const i = names.place(bytes, starts[source], stops[source]);
    edges.add(i, names.place(bytes, starts[target], stops[target]), tie);
  }

  /** Short whole numbers are read in place; the rest as text. */
  function weightAt(from: number, to: number): number {
    let value = 0;
    let k = from;
    for (; k < to && k < from + 9 && bytes[k] >= 48 && bytes[k] <= 57; k++) value = 10 * value + bytes[k] - 48;
    return k === to && value > 0 ? value : weightOf(textAt(from, to), name, line);
  }

  checkSizes(layout, edges.count, name);
  for (const [from, to] of lonely) names.place(bytes, from, to);
  return listDraft({
    texts: names.texts(),
    edges,
    header: header !== null,
    told: [...layout.told, ...passedOver(counts, closing)],
  });
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
