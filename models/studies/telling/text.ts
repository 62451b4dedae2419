/** Columns of text, each as wide as its widest cell; numbers to the right. */
export function aligned(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => row[c].length)));
  const pad = (cell: string, c: number): string =>
    right.includes(c) ? cell.padStart(widths[c]) : cell.padEnd(widths[c]);
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}

/** Text broken into lines of at most `width`, each beginning with `indent`. */
export function wrapped(text: string, width = 80, indent = ""): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/\s+/)) {
    if (line.length > indent.length && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
    }
    line += line.length > indent.length ? ` ${word}` : word;
  }
  return [...lines, line].join("\n");
}

/** One line of text with nothing that XML forbids: control characters and halves of surrogate pairs become �. */
export const clean = (text: string): string =>
  text.replace(/[\t\n\r]+/g, " ").replace(/[\u0000-\u001f\u007f\ufffe\uffff\ud800-\udfff]/gu, "\ufffd");

/** `seedCount` → `seed count`: names as words. */
export const words = (name: string): string =>
  clean(name).replace(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

/** The characters of a text; none is cut in half. */
export const lettersOf = (text: string): string[] => Array.from(text);

/** Cuts a long text in the middle, where specifications differ least. */
export function shorten(text: string, most: number): string {
  const letters = lettersOf(text);
  if (letters.length <= most) return text;
  const tail = Math.floor((most - 1) / 3);
  return `${letters.slice(0, most - 1 - tail).join("")}…${letters.slice(letters.length - tail).join("")}`;
}

/** A name within a sentence. */
export const named = (name: string): string => `“${clean(name)}”`;
