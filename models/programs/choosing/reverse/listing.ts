import { type ReverseSets } from "./sets.ts";

/**
 * In which sets each customer stands, as chains through the places of `members`: cheap to extend when
 * sets are added, and read only for the few who are chosen. Takes 4 bytes a member and 8 a customer.
 */
export interface Listing {
  sets: ReverseSets;
  /** Sets each customer stands in. */
  counts: Int32Array;
  /** The last place of each customer in `members`; -1 none. */
  heads: Int32Array;
  /** From a place to the one before it of the same customer; -1 none. */
  next: Int32Array;
  /** Takes up sets added since. */
  update(): void;
  /** The set that a place belongs to, by bisection. */
  setOf(place: number): number;
}

export function listing(sets: ReverseSets, size: number): Listing {
  const made: Listing = { sets, counts: new Int32Array(size), heads: new Int32Array(size).fill(-1), next: new Int32Array(0), update, setOf };
  let end = 0;
  function update(): void {
    const from = end;
    end = sets.starts[sets.count];
    if (made.next.length < end) {
      const longer = new Int32Array(sets.members.length);
      longer.set(made.next);
      made.next = longer;
    }
    link(sets.members, from, end, made);
  }
  function setOf(place: number): number {
    const { starts } = sets;
    let low = 0;
    let high = sets.count;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle] <= place) low = middle;
      else high = middle;
    }
    return low;
  }
  return made;
}

function link(members: Int32Array, from: number, to: number, { counts, heads, next }: Listing): void {
  for (let at = from; at < to; at++) {
    const i = members[at];
    next[at] = heads[i];
    heads[i] = at;
    counts[i]++;
  }
}
