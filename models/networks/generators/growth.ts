import { type Key, type Network, real, sequence, type Sequence, u32s, whole } from "../../core/index.ts";
import { below } from "./below.ts";
import { customers, defineGenerator, tooLarge } from "./generator.ts";
import { append, growingRows, type GrowingRows } from "./growing-rows.ts";
import { insert } from "./insert.ts";
import { symmetric } from "./symmetric.ts";

const links = whole(4, { min: 1, max: 1e4, about: "number of ties that each newcomer makes" });
const faults = ({ nodes, links: own }: { nodes: number; links: number }): string[] => [
  ...(own < nodes ? [] : [`links must be below nodes, got ${own} with ${nodes} nodes`]),
  ...tooLarge(2 * nodes * own),
];

export const barabasiAlbert = defineGenerator({
  kind: "barabasi-albert",
  about:
    "customers arrive one by one and form ties to `links` others, chosen in proportion to their number of contacts",
  source:
    "Barabási & Albert 1999, Science 286:509; degrees: Dorogovtsev, Mendes & Samukhin 2000, Physical Review Letters 85:4633",
  parameters: { nodes: customers(1000), links },
  check: faults,
  make: ({ parameters: { nodes, links: own }, stream }) =>
    symmetric({ offsets: newcomerRows(nodes, own), targets: preferred(nodes, own, stream("tie")) }),
});

export const powerLawCluster = defineGenerator({
  kind: "power-law-cluster",
  about:
    "like barabasi-albert, but after the first tie a newcomer often chooses a contact of the customer it last chose that way",
  source: "Holme & Kim 2002, Physical Review E 65:026107",
  parameters: {
    nodes: customers(1000),
    links,
    triangle: real(0.5, { min: 0, max: 1, about: "probability of choosing a contact of the last customer chosen" }),
  },
  check: faults,
  make: ({ parameters: { nodes, links: own, triangle }, stream }) =>
    clustered(nodes, own, triangle, sequence(stream("tie"))),
});

/** Where the rows of newcomers start: the first `links` nodes have none, all others `links` ties. */
function newcomerRows(nodes: number, links: number): Uint32Array {
  const offsets = u32s(nodes + 1);
  for (let i = links; i < nodes; i++) offsets[i + 1] = offsets[i] + links;
  return offsets;
}

/**
 * Whom the newcomers chose, row by row, rising. The first newcomer ties itself to all of the first
 * `links` nodes; every later one draws ends of the ties that stood before it, uniformly, until it
 * has `links` different partners. So there are links·(nodes − links) edges, and in large networks
 * P(k) = 2m(m+1)/(k(k+1)(k+2)) for k ≥ m = links.
 */
function preferred(nodes: number, links: number, [k0, k1, k2, k3]: Key): Uint32Array {
  const count = links * (nodes - links);
  const targets = u32s(count);
  for (let j = 0; j < links; j++) targets[j] = j;
  let draws = 0;
  for (let first = links; first < count; first += links) {
    const ends = 2 * first;
    const past = first + links;
    // All at once, so that the machine waits for them together; then into order, equal ones drawn again.
    for (let e = first; e < past; e++) targets[e] = partner(below(k0, k1, k2, k3, draws++, ends), targets, links);
    for (let e = first + 1; e < past; e++) {
      while (!insert(targets, first, e, targets[e]))
        targets[e] = partner(below(k0, k1, k2, k3, draws++, ends), targets, links);
    }
  }
  return targets;
}

/**
 * Whose end of a tie this is: 2e is that of the newcomer who made tie e, which needs no memory, 2e + 1 that of the one
 * chosen.
 */
function partner(end: number, targets: Uint32Array, links: number): number {
  const e = end >>> 1;
  return end & 1 ? targets[e] : links + Math.floor(e / links);
}

/**
 * The same growth with triads. A tie made in proportion to contacts sets the newcomer's guide; each
 * further tie goes, with probability `triangle`, to a uniformly random contact of the guide that the
 * newcomer has not chosen yet, where there is one, and is otherwise made in proportion to contacts.
 */
function clustered(nodes: number, links: number, triangle: number, source: Sequence): Network {
  const offsets = newcomerRows(nodes, links);
  const targets = u32s(offsets[nodes]);
  const contacts = growingRows(nodes, 4 * targets.length);
  const chosenBy = new Uint32Array(nodes); // the last newcomer that chose this node
  for (let i = links; i < nodes; i++) {
    const first = offsets[i];
    let guide = -1;
    for (let taken = 0; taken < links; taken++) {
      let j =
        guide >= 0 && source.uniform() < triangle ? freshContact(contacts, guide, chosenBy, i, taken, source) : -1;
      if (j < 0) {
        if (i === links)
          j = taken; // nobody has contacts yet: the first newcomer takes all
        else
          do j = partner(source.below(2 * first), targets, links);
          while (chosenBy[j] === i);
        guide = j;
      }
      chosenBy[j] = i;
      insert(targets, first, first + taken, j);
    }
    for (let e = first; e < first + links; e++) {
      append(contacts, i, targets[e]);
      append(contacts, targets[e], i);
    }
  }
  return symmetric({ offsets, targets });
}

/** A contact of `guide`, uniform among those that newcomer i has not chosen, or -1 if it has chosen them all. */
function freshContact(
  { pool, starts, lengths }: GrowingRows,
  guide: number,
  chosenBy: Uint32Array,
  i: number,
  taken: number,
  source: Sequence,
): number {
  const start = starts[guide];
  const count = lengths[guide];
  // The guide is one of those taken, so with `taken` contacts or more at least one is fresh.
  if (count < taken && pool.subarray(start, start + count).every((j) => chosenBy[j] === i)) return -1;
  for (;;) {
    const j = pool[start + source.below(count)];
    if (chosenBy[j] !== i) return j;
  }
}
