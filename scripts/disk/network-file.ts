import { createReadStream, createWriteStream } from "node:fs";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { nearest, type Network } from "../../models/core/index.ts";
import { formatOf, lossOf, networkPieces, readNetwork } from "../../models/networks/formats/formats.ts";
import { type Choices } from "../../models/networks/formats/choices.ts";
import { type Reading } from "../../models/networks/formats/reading.ts";
import { chosenFile, opened, type Opened } from "../../models/networks/formats/packed.ts";
import { type OpenOptions } from "../../models/networks/formats/open-options.ts";
import { behindLinks } from "./atomic.ts";
import { batches } from "./batches.ts";

/**
 * Reads a network file, plain or packed (its first bytes say, not its ending), or a pipe (`-`); the format is the one
 * that the content or the ending says. Throws `RangeError` naming the file and what is wrong with it, with the nearest
 * name in the folder where it is missing.
 */
export async function openNetwork(path: string, choices: Choices = {}): Promise<Reading> {
  const file = await fileIn(path, choices.part);
  if (isParquet(file)) {
    const { readParquet } = await import("./network-parquet.ts");
    return readParquet(file, choices);
  }
  const { name, bytes, told } = await fileContent(file, {
    part: file === path ? choices.part : undefined,
    kind: "ties",
  });
  const reading = readNetwork(bytes, { name, ...choices });
  return { ...reading, told: [...told, ...reading.told] };
}

/** The file of a path: itself, or the one network of a folder such as those of KONECT. */
async function fileIn(path: string, part: string | undefined): Promise<string> {
  if (isPipe(path) || !(await stat(path).catch(() => null))?.isDirectory()) return path;
  const files = await readdir(path);
  const tables = files.filter((file) => file.startsWith("out."));
  return part === undefined && tables.length === 0
    ? path
    : join(path, chosenFile(path, tables.length > 0 ? tables : files, part));
}

/** The bytes of a file, unpacked, and its name in messages; see `opened`. */
export async function fileContent(path: string, options: Pick<OpenOptions, "part" | "kind">): Promise<Opened> {
  return opened(path, await fileBytes(path), { ...options, most: MOST_BYTES });
}

const isPipe = (path: string): boolean => path === "-" || /^\/dev\/(?:stdin|fd\/\d+)$|^\/proc\//.test(path);

/** The bytes of a file or pipe, gunzipped. Throws `RangeError` where the packing is broken or breaks off. */
export async function fileBytes(path: string): Promise<Uint8Array> {
  if (!isPipe(path)) await findFile(path);
  const raw = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 });
  const bytes = await collected(raw, path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipped(bytes, path) : bytes;
}

async function gunzipped(bytes: Uint8Array, path: string): Promise<Uint8Array> {
  const unpacked = createGunzip({ chunkSize: 1 << 18 });
  try {
    return await collected(Readable.from(pieces(bytes), { objectMode: false }).pipe(unpacked), path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "Z_BUF_ERROR")
      throw new RangeError(`${path}: a gzipped file must be whole, got one that breaks off (fetch it again)`, {
        cause: error,
      });
    if (code?.startsWith("Z_"))
      throw new RangeError(`${path}: a gzipped file must unpack, got damaged bytes (${(error as Error).message})`, {
        cause: error,
      });
    throw error;
  }
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20));
}

/** More than a typed array can hold in one piece on every supported Node. */
const MOST_BYTES = 2 ** 32 - 1;

async function collected(stream: Readable, path: string): Promise<Uint8Array> {
  let bytes = new Uint8Array(1 << 20);
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    if (length + chunk.length > bytes.length) {
      if (length + chunk.length > MOST_BYTES)
        throw new RangeError(`${path}: a network file must unpack to at most ${MOST_BYTES} bytes, got more`);
      const larger = new Uint8Array(Math.min(MOST_BYTES, Math.max(2 * bytes.length, length + chunk.length)));
      larger.set(bytes.subarray(0, length));
      bytes = larger;
    }
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes.subarray(0, length);
}

/** Throws `RangeError` unless there is a file of that name, suggesting the nearest one in its folder. */
async function findFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() || found?.isFIFO()) return;
  if (found)
    throw new RangeError(`${path}: there must be a file, got ${found.isDirectory() ? "a folder" : "something else"}`);
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => null);
  if (!names) throw new RangeError(`${path}: the file must be there, got no folder ${folder}`);
  const near = nearest(basename(path), names);
  throw new RangeError(
    `${path}: the file must be there, got none of that name${near === undefined ? "" : `; did you mean ${join(folder, near)}?`}`,
  );
}

export function isParquet(path: string): boolean {
  return /\.parquet$/i.test(path);
}

/**
 * Writes a network, whole or not at all: to a name of its own first, then renamed. The format follows the ending; `.gz`
 * packs. Returns what the format could not keep, a sentence each. Throws `RangeError` where a name does not fit the
 * format.
 * @example
 * ```ts
 * import { generate } from "ovation/networks";
 * import { openNetwork, saveNetwork } from "ovation/node";
 * await saveNetwork(generate("karate", 1), "karate.graphml.gz");
 * const { network } = await openNetwork("karate.graphml.gz");
 * console.log(network.size); // 34
 * ```
 */
export async function saveNetwork(network: Network, path: string): Promise<string[]> {
  if (isParquet(path)) {
    const { writeParquet } = await import("./network-parquet.ts");
    await whole(path, (partial) => writeParquet(network, partial));
    // Like Pajek, ours keep direction and people without ties, but no columns.
    return lossOf(network, "net", "parquet");
  }
  const format = formatOf(path);
  await whole(path, async (partial) => {
    const pieces = Readable.from(batches(networkPieces(network, format, path)), { objectMode: false });
    const file = createWriteStream(partial, { flags: "wx" });
    await (/\.gz$/i.test(path) ? pipeline(pieces, createGzip(), file) : pipeline(pieces, file));
  });
  return lossOf(network, format);
}

/** Writes under a name beside the file, then renames; nothing of it stays where that fails. */
async function whole(wanted: string, write: (partial: string) => Promise<void>): Promise<void> {
  const path = behindLinks(wanted);
  const partial = `${path}.${process.pid}.tmp`;
  try {
    await write(partial);
    const file = await open(partial, "r+");
    await file.sync().finally(() => file.close());
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    const reasons: Record<string, string> = {
      ENOENT: `there is no folder ${dirname(path)}`,
      EACCES: "writing there is not allowed",
      EPERM: "writing there is not allowed",
      EROFS: "it is read-only there",
      ENOSPC: "the disk is full",
      EISDIR: "it is a folder",
    };
    if (code !== undefined && code in reasons)
      throw new Error(`${path}: the network could not be written: ${reasons[code]}`, { cause: error });
    throw error;
  }
}
