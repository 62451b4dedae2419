import { type Network, network, type Sequence, transpose, u32s } from "../../core/index.ts";

/**
 * A network in which node i has degrees[i] contacts: every node has a stub a contact, and the stubs
 * are paired at random (Bollobás 1980, European Journal of Combinatorics 1:311). Self-loops and
 * repeats are then done away with:
 *
 * - `again`: all stubs are paired anew until there are none. Uniform over all simple networks with
 *   these degrees, exactly; with mean excess degree c the chance of a pass is about e^(−c/2 − c²/4).
 * - `swap`: each bad pair a–b and a random pair c–d become a–c and b–d, if both are new. Degrees
 *   are exact; uniform but for the pairs swapped, about c/2 + c²/4 however large the network.
 *
 * Degrees must be those of some simple network (`graphical`). Throws `RangeError` where a hundred
 * pairings could not be mended, which takes degrees that hardly any simple network has.
 * Time linear in contacts, a pass.
 */
export function paired(degrees: Uint32Array, mend: "again" | "swap", source: Sequence): Network {
  const size = degrees.length;
  const offsets = u32s(size + 1);
  for (let i = 0; i < size; i++) offsets[i + 1] = offsets[i] + degrees[i];
  const owner = new Uint32Array(offsets[size]);
  for (let i = 0; i < size; i++) owner.fill(i, offsets[i], offsets[i + 1]);
  const stubs: Stubs = { offsets, owner, mate: new Uint32Array(owner.length), seen: new Uint32Array(size) };
  for (let tries = 0; mend === "again" || tries < 100; tries++) {
    pair(stubs, source);
    const bad = badStubs(stubs, mend === "again" ? 1 : Infinity);
    if (bad.length > 0 && (mend === "again" || !bad.every((s) => swapped(stubs, s, source)))) continue;
    const targets = stubs.mate.map((s) => owner[s]);
    // its own transpose, but rising
    return network({ directed: false, out: transpose({ offsets, targets, weights: null }) });
  }
  throw new RangeError("pairing: no simple network with these degrees found in 100 tries");
}

/** Stubs stand by owner; mates are each other's. */
interface Stubs {
  offsets: Uint32Array;
  owner: Uint32Array;
  mate: Uint32Array;
  /** Room for marks on nodes. */
  seen: Uint32Array;
}

/** All pairings equally likely: stubs in random order, neighbours paired (Durstenfeld 1964). */
function pair({ mate }: Stubs, source: Sequence): void {
  const order = new Uint32Array(mate.length);
  for (let s = 0; s < order.length; s++) {
    const place = source.below(s + 1);
    order[s] = order[place];
    order[place] = s;
  }
  for (let s = 0; s < order.length; s += 2) {
    mate[order[s]] = order[s + 1];
    mate[order[s + 1]] = order[s];
  }
}

/** The stubs of self-loops and of repeats of a tie; at most `most` of them. */
function badStubs({ offsets, owner, mate, seen }: Stubs, most: number): number[] {
  const bad: number[] = [];
  seen.fill(0);
  for (let i = 0; i < seen.length && bad.length < most; i++) {
    for (let s = offsets[i]; s < offsets[i + 1]; s++) {
      const j = owner[mate[s]];
      if (j === i || seen[j] === i + 1) bad.push(s);
      seen[j] = i + 1;
    }
  }
  return bad;
}

/** How many ties there are between i and j. */
function ties({ offsets, owner, mate }: Stubs, i: number, j: number): number {
  const fewer = offsets[i + 1] - offsets[i] < offsets[j + 1] - offsets[j] ? i : j;
  const other = fewer === i ? j : i;
  let count = 0;
  for (let s = offsets[fewer]; s < offsets[fewer + 1]; s++) if (owner[mate[s]] === other) count++;
  return count;
}

/** Swaps the tie of stub s with a random one unless it is good by now; false if none of a thousand would do. */
function swapped(stubs: Stubs, s: number, source: Sequence): boolean {
  const { owner, mate } = stubs;
  const a = owner[s];
  const b = owner[mate[s]];
  if (a !== b && ties(stubs, a, b) === 1) return true;
  for (let tries = 0; tries < 1000; tries++) {
    const t = source.below(owner.length);
    const c = owner[t];
    const d = owner[mate[t]];
    if (a === c || b === d || (a === b && c === d) || ties(stubs, a, c) > 0 || ties(stubs, b, d) > 0) continue;
    const [u, v] = [mate[s], mate[t]];
    mate[s] = t;
    mate[t] = s;
    mate[u] = v;
    mate[v] = u;
    return true;
  }
  return false;
}

/**
 * Whether some simple network has these degrees: their sum is even and the k largest never need more
 * contacts than k(k − 1) among themselves and min(k, degree) from each of the rest.
 * Source: Erdős & Gallai 1960, Matematikai Lapok 11:264.
 */
export function graphical(degrees: Uint32Array): boolean {
  const falling = degrees.slice().sort().reverse();
  if (falling.reduce((sum, degree) => sum + degree, 0) % 2 !== 0) return false;
  let taken = 0;
  let large = falling.length; // nodes with a degree of at least k, fewer as k grows
  let small = 0; // sum of the degrees of all others
  for (let k = 1; k <= falling.length && falling[k - 1] >= k; k++) {
    taken += falling[k - 1];
    while (falling[large - 1] < k) small += falling[--large];
    if (taken > k * (k - 1) + (large - k) * k + small) return false;
  }
  return true;
}
