/** Pieces joined to about 64 KB, because a write for each would be slow. */
export function* batches(pieces: Iterable<string>): Generator<Buffer> {
  let batch = "";
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < 1 << 16) continue;
    yield Buffer.from(batch);
    batch = "";
  }
  yield Buffer.from(batch);
}
