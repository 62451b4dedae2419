/** The most bytes a page accepts: more would fill the memory of a small machine. */
export const MOST_BYTES = 50_000_000;

/** A file that a reader put into the page: its original name and its uncompressed bytes. */
export interface BroughtFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/**
 * The bytes of a file, uncompressed if it is gzipped, as its first bytes show. Throws `RangeError` if the file has more
 * than `most` bytes, before reading any; if it uncompresses to more, as soon as it does; and for corrupt files.
 * Archives, workbooks and files packed by zstd stay as they are; `opened` reads them. Time and memory grow with the
 * bytes.
 */
export async function unpacked(file: File, most = MOST_BYTES): Promise<BroughtFile> {
  const { name, size } = file;
  if (size > most) throw new RangeError(`${name}: a file must have at most ${megabytes(most)}, got ${megabytes(size)}`);
  const [a, b] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (a !== 0x1f || b !== 0x8b) return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = file.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  for (;;) {
    const { value, done } = await reader.read().catch((error: unknown) => {
      throw new RangeError(`${name}: a gzipped file must be whole and of one piece, got one that does not unpack`, {
        cause: error,
      });
    });
    if (done) break;
    length += value.length;
    if (length > most) {
      void reader.cancel();
      throw new RangeError(`${name}: a gzipped file must unpack to at most ${megabytes(most)}, got more`);
    }
    pieces.push(value);
  }
  return { name, bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()) };
}
