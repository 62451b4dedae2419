/** Throws the one kind of refusal a reader makes: which file, which line, what must hold, what came. */
export function refuse(name: string, line: number | null, expected: string, got: string): never {
  throw new RangeError(`${name}${line === null ? "" : `, line ${line}`}: ${expected}, got ${got}`);
}

/** A value as it can be shown in a message: quoted, on one line, at most 60 characters. */
export function shown(value: string): string {
  return value === "" ? "nothing" : JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
}

/** `1 edge`, `2 edges`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * The text of a file. Bytes are UTF-8, or UTF-16 where a byte-order mark or its zero bytes say so, or `encoding`; the
 * mark itself is left out. Throws `RangeError` on bytes of another encoding (with the line), on binary data and on
 * nothing at all.
 */
export function textOf(content: string | Uint8Array, name: string, encoding?: string): string {
  const text = typeof content === "string" ? content.replace(/^\uFEFF/, "") : decoded(content, name, encoding);
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

function decoded(bytes: Uint8Array, name: string, encoding: string = encodingOf(bytes)): string {
  if (bytes.length > LONGEST)
    refuse(
      name,
      null,
      `text read as a whole must have at most ${LONGEST} bytes (an edge list without quotes may have more)`,
      `${bytes.length}`,
    );
  const own = unshared(bytes);
  const decoder = decoderOf(encoding, name);
  try {
    return decoder.decode(own);
  } catch (error) {
    if (decoder.encoding === "utf-8") refuseEncoding(own, name);
    refuse(
      name,
      null,
      `a file in ${encoding} must hold it throughout`,
      error instanceof Error ? error.message : "a broken character",
    );
  }
}

function decoderOf(encoding: string, name: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    refuse(name, null, "the encoding must be a known one, such as utf-8, utf-16le or windows-1252", shown(encoding));
  }
}

/** What the byte-order mark says, or the zero bytes of UTF-16 without one; UTF-8 otherwise. */
export function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Of ASCII text in UTF-16 every second byte is zero; text in UTF-8 holds no zero byte.
  const [odd, even] = [0, 1].map((from) => zeros(bytes, 1 - from));
  if (odd > 0 && even === 0) return "utf-16le";
  if (even > 0 && odd === 0) return "utf-16be";
  return "utf-8";
}

/** How many of the first bytes, every second from `from`, are zero; 0 unless most are. */
function zeros(bytes: Uint8Array, from: number): number {
  const seen = Math.min(bytes.length - (bytes.length % 2), 200);
  let count = 0;
  for (let k = from; k < seen; k += 2) if (bytes[k] === 0) count++;
  return 4 * count > seen ? count : 0;
}

/**
 * The text of a file whose encoding is not stated, and a sentence where it had to be guessed: bytes that are not UTF-8
 * are read as Windows-1252, which holds Latin-1, where they could be.
 */
export function guessedText(bytes: Uint8Array, name: string): { text: string; told: string[] } {
  if (encodingOf(bytes) !== "utf-8" || isUtf8(bytes)) return { text: textOf(bytes, name), told: [] };
  // Windows-1252 leaves five bytes out, and text has no control characters.
  if (bytes.some((byte) => byte < 9 || UNUSED.has(byte))) refuseEncoding(unshared(bytes), name);
  const told = "the text is not UTF-8 and is read as Windows-1252 (?encoding= says another)";
  return { text: textOf(bytes, name, "windows-1252"), told: [told] };
}

const UNUSED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Whether all bytes are UTF-8. Time linear, no copy kept. */
export function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const own = unshared(bytes);
  try {
    for (let at = 0; at < own.length; at += PIECE) decoder.decode(own.subarray(at, at + PIECE), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Throws `RangeError`, naming the line, where bytes hold a zero byte, which no text does. */
export function refuseZeros(bytes: Uint8Array, name: string): void {
  const nul = bytes.indexOf(0);
  if (nul >= 0) refuse(name, lineOfByte(bytes, nul), "a network file must be text", "binary data (a zero byte)");
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
