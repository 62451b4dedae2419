/** Names given as bytes, numbered in the order they first come. */
export interface ByteNames {
  /** The number of the name that stands in `bytes` from `start` to before `end`. */
  place(bytes: Uint8Array, start: number, end: number): number;
  readonly size: number;
  /** All names as text, in order. */
  texts(): string[];
}

/**
 * A table of names that keeps their bytes in one pool and finds them by an open hash: about 25 bytes a
 * short name where a Map of strings takes over 100, and no text is made for a name already known.
 * Names that are whole numbers below `direct` (a power of two) are found by one look instead, for most large files have
 * such.
 */
export function byteNames(direct = 1 << 10): ByteNames {
  let numbered = new Int32Array(1 << 10).fill(-1);
  let tabled = 0;
  let slots = new Int32Array(1 << 12).fill(-1);
  let hashes = new Int32Array(1 << 11);
  let ends = new Float64Array(1 << 11);
  let pool = new Uint8Array(1 << 14);
  let used = 0;
  let size = 0;

  function same(i: number, bytes: Uint8Array, start: number, length: number): boolean {
    const from = i === 0 ? 0 : ends[i - 1];
    if (ends[i] - from !== length) return false;
    for (let k = 0; k < length; k++) if (pool[from + k] !== bytes[start + k]) return false;
    return true;
  }

  function append(bytes: Uint8Array, start: number, end: number, hash: number): number {
    if (size === ends.length) {
      hashes = copied(hashes, new Int32Array(2 * size));
      ends = copied(ends, new Float64Array(2 * size));
    }
    if (used + end - start > pool.length) pool = copied(pool, new Uint8Array(2 * pool.length + end - start));
    pool.set(bytes.subarray(start, end), used);
    used += end - start;
    ends[size] = used;
    hashes[size] = hash;
    return size++;
  }

  function placeNumber(number: number, bytes: Uint8Array, start: number, end: number): number {
    while (number >= numbered.length) numbered = copied(numbered, new Int32Array(2 * numbered.length).fill(-1));
    if (numbered[number] < 0) numbered[number] = append(bytes, start, end, 0);
    return numbered[number];
  }

  /** Twice the slots, so that they stay at most half full. */
  function spread(): void {
    const old = slots;
    slots = new Int32Array(2 * old.length).fill(-1);
    for (const i of old) {
      if (i < 0) continue;
      let at = hashes[i] & (slots.length - 1);
      while (slots[at] >= 0) at = (at + 1) & (slots.length - 1);
      slots[at] = i;
    }
  }

  return {
    place(bytes, start, end) {
      const number = wholeNumber(bytes, start, end);
      if (number >= 0 && number < direct) return placeNumber(number, bytes, start, end);
      // FNV-1a over the bytes, then the finisher of MurmurHash3: low bits of FNV alone cluster on counting names.
      let hash = 0x811c9dc5 | 0;
      for (let k = start; k < end; k++) hash = Math.imul(hash ^ bytes[k], 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
      hash ^= hash >>> 13;
      const mask = slots.length - 1;
      let at = hash & mask;
      for (; slots[at] >= 0; at = (at + 1) & mask) {
        const i = slots[at];
        if (hashes[i] === hash && same(i, bytes, start, end - start)) return i;
      }
      const i = append(bytes, start, end, hash);
      slots[at] = i;
      if (2 * ++tabled > slots.length) spread();
      return i;
    },
    get size() {
      return size;
    },
    texts() {
      const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
      return Array.from({ length: size }, (_, i) => decoder.decode(pool.subarray(i === 0 ? 0 : ends[i - 1], ends[i])));
    },
  };
}

/** The whole number these bytes write in its one way, of at most nine digits; -1 where they do not. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  const digits = end - start;
  if (digits > 9 || digits === 0 || (bytes[start] === 48 && digits > 1)) return -1;
  let value = 0;
  for (let k = start; k < end; k++) {
    const digit = bytes[k] - 48;
    if (digit < 0 || digit > 9) return -1;
    value = 10 * value + digit;
  }
  return value;
}

function copied<T extends Int32Array | Float64Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
