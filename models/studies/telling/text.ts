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
