import { type Key, type Network, word } from "../../../core/index.ts";
import { signedRows } from "../../../cascades/signed-rows.ts";
import { rootAt, type Roots } from "./roots.ts";

/**
 * So many sets are made side by side, a member of each in turn: fetching a customer's row and contacts
 * from memory takes longer than all else, and the fetches of one lane do not wait for those of another.
 */
export const LANES = 8;

/** What the lanes work on. Plain functions pass it on: closures over the same arrays ran half as fast. */
export interface Desk {
  offsets: Int32Array;
  targets: Int32Array;
  /** A bit a lane for each customer: who is in the lane's set. */
  marks: Uint8Array;
  /** Members of each lane's set, as far as `tails`; `heads` is whose turn is next. Both 0 where a lane is empty. */
  members: Int32Array[];
  heads: Int32Array;
  tails: Int32Array;
  /** 1 where the lane's set has met somebody it stops at. */
  stopped: Uint8Array;
  /** Four words a lane: the key of its set. */
  keys: Int32Array;
  /** Draws that each set has taken. */
  draws: Int32Array;
  /** Where the row of each lane's customer starts, and its length; 0 where the lane is empty. */
  from: Int32Array;
  degrees: Int32Array;
  /** Positions of working arcs, lane by lane; those of a lane end at `ends`. */
  places: Int32Array;
  ends: Int32Array;
}
/** Writes the working arcs of all lanes to `places`. */
export type Law = (desk: Desk) => void;

/** What to make, and who takes it. */
interface Order {
  roots: Roots;
  key: Key;
  /** The number of the set to begin next, and the first that is not wanted. */
  next: number;
  last: number;
  /** A set that meets one of these (1) is done with at once; null where none is. */
  stops: Uint8Array | null;
  /** Receives a set that is done: the first `count` of `members`, and whether it was stopped. */
  take(members: Int32Array, count: number, stopped: boolean): void;
}

/** The largest in-degree. */
export function longestRow({ in: { offsets }, size }: Network): number {
  let longest = 0;
  for (let i = 0; i < size; i++) if (offsets[i + 1] - offsets[i] > longest) longest = offsets[i + 1] - offsets[i];
  return longest;
}

/** Empty lanes for a network. */
export function emptyDesk(network: Network): Desk {
  const [heads, tails, draws, from, degrees, ends] = [1, 2, 3, 4, 5, 6].map(() => new Int32Array(LANES));
  const members = Array.from({ length: LANES }, () => new Int32Array(256));
  const places = new Int32Array(LANES * longestRow(network) + 1);
  return {
    ...signedRows(network.in),
    marks: new Uint8Array(network.size),
    members,
    heads,
    tails,
    stopped: new Uint8Array(LANES),
    keys: new Int32Array(4 * LANES),
    draws,
    from,
    degrees,
    places,
    ends,
  };
}

/**
 * Makes all sets of an order and hands each over when it is done: in an order that depends on nothing
 * but the job. Draws 0 and 1 of a set choose its root, the law takes those from 2 on.
 */
export function makeSets(desk: Desk, law: Law, order: Order): void {
  while (turn(desk, law, order));
}

/** One member in each lane; false when there are none left. A call each, so that the engine compiles it whole. */
function turn(desk: Desk, law: Law, order: Order): boolean {
  if (!look(desk, order)) return false;
  law(desk);
  join(desk, order.stops);
  return true;
}

/**
 * Fetches the row of the member whose turn it is in each lane; sets that are done make room for others. False when all
 * lanes are empty.
 */
function look(desk: Desk, order: Order): boolean {
  const { heads, tails, members, offsets, from, degrees } = desk;
  let busy = false;
  for (let lane = 0; lane < LANES; lane++) {
    while (heads[lane] === tails[lane] && (tails[lane] > 0 || order.next < order.last)) {
      if (tails[lane] > 0) close(desk, lane, order);
      if (order.next < order.last) open(desk, lane, order);
    }
    if (tails[lane] === 0) {
      degrees[lane] = 0;
      continue;
    }
    const head = heads[lane];
    heads[lane] = head + 1;
    const v = members[lane][head];
    const start = offsets[v];
    from[lane] = start;
    degrees[lane] = (offsets[v + 1] - start) | 0;
    busy = true;
  }
  return busy;
}

/** Adds to each lane whom the working arcs come from, if it has not met them. */
function join({ places, ends, targets, heads, tails, marks, members, stopped }: Desk, stops: Uint8Array | null): void {
  const count = ends[LANES - 1];
  for (let k = 0; k < count; k++) places[k] = targets[places[k]];
  for (let lane = 0, k = 0; lane < LANES; lane++) {
    const end = ends[lane];
    if (k === end) continue;
    const bit = 1 << lane;
    let tail = tails[lane];
    let own = members[lane];
    if (tail + end - k > own.length) own = members[lane] = longer(own, tail + end - k);
    for (; k < end; k++) {
      const u = places[k];
      const mark = marks[u];
      if ((mark & bit) !== 0) continue;
      marks[u] = mark | bit;
      own[tail] = u;
      tail = (tail + 1) | 0;
      if (stops === null || stops[u] === 0) continue;
      stopped[lane] = 1;
      heads[lane] = tail;
      break;
    }
    k = end;
    tails[lane] = tail;
  }
}

/** Begins the next set in a lane. */
function open({ keys, draws, heads, tails, members, marks, stopped }: Desk, lane: number, order: Order): void {
  const { key, roots, stops } = order;
  const base = order.next++ << 2;
  const k0 = (keys[4 * lane] = word(key[0], key[1], key[2], key[3], base));
  const k1 = (keys[4 * lane + 1] = word(key[0], key[1], key[2], key[3], base + 1));
  const k2 = (keys[4 * lane + 2] = word(key[0], key[1], key[2], key[3], base + 2));
  const k3 = (keys[4 * lane + 3] = word(key[0], key[1], key[2], key[3], base + 3));
  const root = rootAt(roots, ((word(k0, k1, k2, k3, 0) >>> 5) * 2 ** 26 + (word(k0, k1, k2, k3, 1) >>> 6)) * 2 ** -53);
  draws[lane] = 2;
  stopped[lane] = stops !== null ? stops[root] : 0;
  heads[lane] = stopped[lane];
  tails[lane] = 1;
  members[lane][0] = root;
  marks[root] |= 1 << lane;
}

/** Hands a set over and empties its lane. */
function close({ members, marks, heads, tails, stopped }: Desk, lane: number, { take }: Order): void {
  const own = members[lane];
  const count = tails[lane];
  const others = ~(1 << lane);
  for (let k = 0; k < count; k++) marks[own[k]] &= others;
  take(own, count, stopped[lane] !== 0);
  heads[lane] = tails[lane] = 0;
}

/** A copy with room for `least` numbers, at least twice as long. */
export function longer(words: Int32Array, least: number): Int32Array {
  const copy = new Int32Array(Math.max(least, 2 * words.length));
  copy.set(words);
  return copy;
}
