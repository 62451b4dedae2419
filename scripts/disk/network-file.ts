import { createReadStream, createWriteStream } from "node:fs";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { nearest, type Network } from "../../models/core/index.ts";
import { formatOf, lossOf, networkPieces, readNetwork } from "../../models/networks/formats/formats.ts";
import { type Choices, type Reading } from "../../models/networks/formats/reading.ts";
import { batches } from "./batches.ts";

/**
 * Reads a network file, gzipped or not (its first bytes say, not its ending); the format follows the ending.
 * Throws `RangeError` naming the file and what is wrong with it, with the nearest name in the folder where it is
 * missing.
 */
export async function openNetwork(path: string, choices: Choices = {}): Promise<Reading> {
  await findFile(path);
  if (isParquet(path)) {
    const { readParquet } = await import("./network-parquet.ts");
    return readParquet(path, choices);
  }
  const format = formatOf(path);
  return readNetwork(await fileBytes(path), { format, name: path, ...choices });
}

/** The bytes of a file, unpacked if gzipped. Throws `RangeError` where the packing is broken or breaks off. */
export async function fileBytes(path: string): Promise<Uint8Array> {
  await findFile(path);
  const magic = await firstBytes(path, 4);
  if (magic[0] === 0x50 && magic[1] === 0x4b && magic[2] === 3 && magic[3] === 4)
    throw new RangeError(`${path}: a network file must be plain or gzipped, got a zip archive (unpack it first)`);
  const packed = magic[0] === 0x1f && magic[1] === 0x8b;
  const raw = createReadStream(path, { highWaterMark: 1 << 20 });
  if (!packed) return collected(raw, path);
  const unpacked = createGunzip({ chunkSize: 1 << 18 });
  raw.on("error", (error) => unpacked.destroy(error));
  try {
    return await collected(raw.pipe(unpacked), path);
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

async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Throws `RangeError` unless there is a file of that name, suggesting the nearest one in its folder. */
async function findFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return;
  if (found) throw new RangeError(`${path}: a network must be a file, got a folder`);
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

/** Writes under a name beside `path`, then renames; nothing of it stays where that fails. */
async function whole(path: string, write: (partial: string) => Promise<void>): Promise<void> {
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
