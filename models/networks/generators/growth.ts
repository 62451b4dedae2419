import { draw, type Key, type Rows, u32s, whole } from "../../core/index.ts";
import { customers, defineGenerator, tooLarge } from "./generator.ts";
import { symmetric } from "./symmetric.ts";

const links = whole(4, { min: 1, max: 1e5, about: "ties that each newcomer makes" });
const fits = ({ nodes, links: own }: { nodes: number; links: number }): string[] => [
  ...(own < nodes ? [] : [`links must be below nodes, got ${own} with ${nodes} nodes`]),
  ...tooLarge(2 * nodes * own),
];

export const barabasiAlbert = defineGenerator({
  kind: "barabasi-albert",
  about: "customers arrive one by one and tie themselves to `links` others, chosen in proportion to their contacts",
  source: "Barabási & Albert 1999, Science 286:509; degree law: Dorogovtsev, Mendes & Samukhin 2000, Physical Review Letters 85:4633",
  parameters: { nodes: customers(1000), links },
  check: fits,
  make: ({ parameters: { nodes, links: own }, stream }) => symmetric(grown(nodes, own, stream("tie"))),
});

/**
 * Rows of newcomers, each holding the `links` it chose, rising. The first `links` nodes have no ties
 * of their own; the first newcomer ties itself to all of them; every later one draws an end of a tie
 * that stood before it, uniformly, again until it has `links` different partners. So there are
 * links·(nodes − links) edges, and P(k) → 2m(m+1)/(k(k+1)(k+2)), k ≥ m.
 *
 * End 2e of the ties is the newcomer of tie e, which needs no memory; end 2e + 1 is the one chosen.
 */
function grown(nodes: number, links: number, [k0, k1, k2, k3]: Key): Pick<Rows, "offsets" | "targets"> {
  const offsets = u32s(nodes + 1);
  const count = links * (nodes - links);
  const targets = u32s(count);
  const lately = new Int32Array(nodes); // the last newcomer that chose this node
  for (let j = 0; j < links; j++) targets[j] = j;
  let draws = 0;
  for (let i = links + 1, first = links; i < nodes; i++, first += links) {
    const scale = 2 * first * 2 ** -31;
    for (let taken = 0; taken < links; ) {
      const end = Math.floor(draw(k0, k1, k2, k3, draws++) * scale);
      const e = end >>> 1;
      const j = end & 1 ? targets[e] : links + Math.floor(e / links);
      if (lately[j] === i) continue;
      lately[j] = i;
      let at = first + taken++;
      for (; at > first && targets[at - 1] > j; at--) targets[at] = targets[at - 1];
      targets[at] = j;
    }
  }
  for (let i = 0; i < nodes; i++) offsets[i + 1] = Math.max(0, i + 1 - links) * links;
  return { offsets, targets };
}
