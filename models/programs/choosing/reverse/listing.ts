import { type ReverseSets } from "./sets.ts";

/**
 * In which sets each customer stands, as chains through the places of `members`: cheap to extend when
 * sets are added, and read only for the few who are chosen. Takes 8 bytes a member and a customer.
 */
export interface Listing {
  sets: ReverseSets;
  /** Sets each customer stands in. */
  counts: Int32Array;
  /** The last place of each customer in `members`; -1 none. */
  heads: Int32Array;
  /** For each place, side by side: the place before it of the same customer (-1 none), and the set it belongs to. */
  links: Int32Array;
  /** Takes up sets added since. */
  update(): void;
}

export function listing(sets: ReverseSets, size: number): Listing {
  const made: Listing = {
    sets,
    counts: new Int32Array(size),
    heads: new Int32Array(size).fill(-1),
    links: new Int32Array(0),
    update,
  };
  let done = 0;
  function update(): void {
    if (made.links.length < 2 * sets.starts[sets.count]) {
      const longer = new Int32Array(2 * sets.members.length);
      longer.set(made.links);
      made.links = longer;
    }
    for (; done < sets.count; done++) link(made, sets.members, done, sets.starts[done], sets.starts[done + 1]);
  }
  return made;
}

function link({ counts, heads, links }: Listing, members: Int32Array, r: number, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const i = members[at];
    links[2 * at] = heads[i];
    links[2 * at + 1] = r;
    heads[i] = at;
    counts[i]++;
  }
}
