/**
 * The same rows read as signed numbers, without a copy. Networks have fewer than 2^31 arcs. Sums of signed 32-bit
 * numbers need no check for overflow into doubles, which would slow the hot loops.
 */
export function signedRows({ offsets, targets }: { offsets: Uint32Array; targets: Uint32Array }): {
  offsets: Int32Array;
  targets: Int32Array;
} {
  const signed = (words: Uint32Array): Int32Array => new Int32Array(words.buffer, words.byteOffset, words.length);
  return { offsets: signed(offsets), targets: signed(targets) };
}
