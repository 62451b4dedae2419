import { unzipSync } from "fflate";
import { Decompress } from "fzstd";
import { unknownName } from "../../core/index.ts";
import { type OpenOptions } from "./open-options.ts";
import { plural, shown } from "./text.ts";

/** A file once it is unpacked; the name is that of what was inside. */
export interface Opened {
  name: string;
  bytes: Uint8Array;
  told: string[];
}

/** Some archives hold themselves. */
const DEEPEST = 3;
const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, k) => bytes[k] === byte);
export const isZip = (bytes: Uint8Array): boolean => starts(bytes, 0x50, 0x4b, 3, 4);
export const isZstd = (bytes: Uint8Array): boolean => starts(bytes, 0x28, 0xb5, 0x2f, 0xfd);

/**
 * What a zip archive, an Excel workbook or a file packed by zstd holds; other bytes as they are. In an archive of
 * several networks one must be chosen by `part`. Throws `RangeError` for one that does not unpack, or to more than
 * `most` bytes, before they are unpacked where the archive says so.
 */
export async function opened(name: string, bytes: Uint8Array, options: OpenOptions, depth = 0): Promise<Opened> {
  if (depth > DEEPEST) throw new RangeError(`${name}: archives must nest at most ${DEEPEST} deep, got deeper ones`);
  if (isZstd(bytes)) {
    const inside = name.replace(/\.zst$/i, "");
    return opened(inside, unzstd(name, bytes, options.most), options, depth + 1);
  }
  if (!isZip(bytes)) {
    if (options.part !== undefined)
      throw new RangeError(`${name}: part=${options.part} needs an archive or a workbook, got a plain file`);
    return { name, bytes, told: [] };
  }
  const entries = entriesOf(name, bytes);
  if (entries.includes("xl/workbook.xml")) {
    // Loaded for workbooks only, which few files are.
    const { sheetText } = await import("./workbook.ts");
    const { text, told } = await sheetText(name, bytes, options);
    return { name: name.replace(/\.\w+$/, ".csv"), bytes: new TextEncoder().encode(text), told };
  }
  const chosen = chosenFile(name, entries, options.part);
  const inside = unzip(name, bytes, chosen, options.most);
  const told = entries.length > 1 ? [`read: ${shown(chosen)} of ${plural(entries.length, "file")} in the archive`] : [];
  const rest = await opened(chosen, inside, { ...options, part: undefined }, depth + 1);
  return { name: `${name}/${rest.name}`, bytes: rest.bytes, told: [...told, ...rest.told] };
}

/** Names that stand beside a network and are none. */
const BESIDE =
  /(?:^|\/)(?:readme|license|licence|copying|meta|ent|__macosx|\.)[^/]*(?:\/|$)|\.(?:md|html?|pdf|bib|png|jpe?g)$|\/$/i;

/** The one file among these that can be the network. Throws `RangeError` listing all where that is not clear. */
export function chosenFile(name: string, files: readonly string[], part: string | undefined): string {
  if (part !== undefined) {
    const found = files.find((file) => file === part) ?? files.find((file) => file.endsWith(`/${part}`));
    if (found !== undefined) return found;
    throw new RangeError(`${name}: ${unknownName(part, "a file in it", files)}`);
  }
  const likely = files.filter((file) => !BESIDE.test(file));
  if (likely.length === 1) return likely[0];
  const list = likely.slice(0, 20).map(shown).join(", ") + (likely.length > 20 ? ", …" : "");
  throw new RangeError(
    `${name}: one file must be chosen, as by ?part=${likely.at(0) ?? "name"}, got ${list || "no file that can be a network"}`,
  );
}

function entriesOf(name: string, bytes: Uint8Array): string[] {
  const names: string[] = [];
  unzipped(name, bytes, (entry) => {
    names.push(entry.name);
    return false;
  });
  return names;
}

function unzip(name: string, bytes: Uint8Array, chosen: string, most: number): Uint8Array {
  const found = unzipped(name, bytes, (entry) => {
    if (entry.name !== chosen) return false;
    if (entry.originalSize > most)
      throw new RangeError(`${name}: ${chosen} must unpack to at most ${most} bytes, got ${entry.originalSize}`);
    return true;
  });
  return found[chosen] ?? new Uint8Array(0);
}

function unzipped(
  name: string,
  bytes: Uint8Array,
  filter: (entry: { name: string; originalSize: number }) => boolean,
): Partial<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new RangeError(`${name}: a zip archive must unpack, got damaged bytes`, { cause: error });
  }
}

function unzstd(name: string, bytes: Uint8Array, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    const stream = new Decompress((piece) => {
      length += piece.length;
      if (length > most) throw new RangeError(`${name}: the file must unpack to at most ${most} bytes, got more`);
      pieces.push(piece.slice());
    });
    for (let at = 0; at < bytes.length; at += PIECE)
      stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new RangeError(`${name}: a file packed by zstd must unpack, got damaged bytes`, { cause: error });
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const PIECE = 1 << 20;
