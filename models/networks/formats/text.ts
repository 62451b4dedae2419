/** Throws the one kind of refusal a reader makes: which file, which line, what must hold, what came. */
export function refuse(name: string, line: number | null, expected: string, got: string): never {
  throw new RangeError(`${name}${line === null ? "" : `, line ${line}`}: ${expected}, got ${got}`);
}

/** A value as it can be shown in a message: quoted, on one line, at most 60 characters. */
export function shown(value: string): string {
  return value === "" ? "nothing" : JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
}

/**
 * The text of a file. Bytes are UTF-8, or UTF-16 where a byte-order mark says so; the mark itself is
 * left out. Throws `RangeError` on other encodings (with the line), on binary data and on nothing at all.
 */
export function textOf(content: string | Uint8Array, name: string): string {
  const text = typeof content === "string" ? content.replace(/^\uFEFF/, "") : decoded(content, name);
  if (text.trim() === "") refuse(name, null, "a network file must hold something", "an empty file");
  const nul = text.indexOf("\0");
  if (nul >= 0) refuse(name, lineAt(text, nul), "a network file must be text", "binary data (a zero byte)");
  return text;
}

/** The line, from 1, on which position `at` of the text stands. */
export function lineAt(text: string, at: number): number {
  let line = 1;
  for (let k = text.indexOf("\n"); k >= 0 && k < at; k = text.indexOf("\n", k + 1)) line++;
  return line;
}

const LINE_FEED = 10;
/** What one text can hold in every engine we know. */
const LONGEST = 500_000_000;
/** Bytes decoded at once where only their validity is asked. */
const PIECE = 1 << 24;

function decoded(bytes: Uint8Array, name: string): string {
  const label = encodingOf(bytes);
  if (bytes.length > LONGEST)
    refuse(
      name,
      null,
      `text read as a whole must have at most ${LONGEST} bytes (an edge list without quotes may have more)`,
      `${bytes.length}`,
    );
  const own = unshared(bytes);
  try {
    return new TextDecoder(label, { fatal: true }).decode(own);
  } catch (error) {
    if (label === "utf-8") refuseEncoding(own, name);
    refuse(
      name,
      null,
      `a file marked as ${label} must hold it throughout`,
      error instanceof Error ? error.message : "a broken character",
    );
  }
}

/** What the byte-order mark says, UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

/**
 * Throws `RangeError`, naming the line, unless all bytes are UTF-8 text without zero bytes. Time linear, no copy kept.
 */
export function checkBytes(bytes: Uint8Array, name: string): void {
  const nul = bytes.indexOf(0);
  if (nul >= 0) refuse(name, lineOfByte(bytes, nul), "a network file must be text", "binary data (a zero byte)");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const own = unshared(bytes);
  try {
    for (let at = 0; at < own.length; at += PIECE) decoder.decode(own.subarray(at, at + PIECE), { stream: true });
    decoder.decode();
  } catch {
    refuseEncoding(own, name);
  }
}

/** Finds the first line that is not UTF-8. A line feed is never part of a longer character, so lines stand alone. */
function refuseEncoding(bytes: Uint8Array, name: string): never {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      break;
    }
    start = end + 1;
  }
  refuse(name, line, "text must be UTF-8 (save the file with that encoding)", "bytes that are not");
}

function lineOfByte(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let k = bytes.indexOf(LINE_FEED); k >= 0 && k < at; k = bytes.indexOf(LINE_FEED, k + 1)) line++;
  return line;
}

/** TextDecoder refuses shared memory in browsers. */
function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}
