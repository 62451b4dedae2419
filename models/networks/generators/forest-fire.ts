import { type Network, network, real, sequence, type Sequence, transpose, u32s } from "../../core/index.ts";
import { customers, defineGenerator, directedOrNot, tooLarge } from "./generator.ts";
import { append, type GrowingRows, growingRows } from "./growing-rows.ts";
import { symmetric } from "./symmetric.ts";

const burning = (about: string) => real(0.3, { min: 0, max: 0.99, about });

export const forestFire = defineGenerator({
  kind: "forest-fire",
  about:
    "each newcomer forms a tie to a random customer and, spreading from there, to a share of contacts of contacts; directed: arcs run from the newcomer",
  source: "Leskovec, Kleinberg & Faloutsos 2007, ACM Transactions on Knowledge Discovery from Data 1(1):2",
  parameters: {
    nodes: customers(1000),
    forward: burning("probability p of spreading to one more of those a customer chose: p/(1 − p) of them on average"),
    backward: burning("the same probability for those who chose the customer"),
    directed: directedOrNot,
  },
  check: ({ nodes }) => tooLarge(nodes),
  make: ({ parameters: { nodes, forward, backward, directed }, stream }) =>
    burnt(nodes, forward, backward, directed, sequence(stream("fire"))),
});

/**
 * Each newcomer picks an ambassador among all before it, uniformly. From every customer reached in
 * turn it goes on to X of those it chose and then to Y of those who chose it, not reached before and
 * drawn without replacement; X and Y are geometric, with means p/(1 − p). It ties itself to all
 * reached. Time linear in the contacts looked at.
 */
function burnt(size: number, forward: number, backward: number, directed: boolean, source: Sequence): Network {
  const chose = growingRows(size, 8 * size);
  const chosenBy = growingRows(size, 8 * size);
  const reachedBy = new Uint32Array(size); // the last newcomer whose fire came here
  const fresh: number[] = [];
  const reached: number[] = [];
  const spread = (rows: GrowingRows, from: number, newcomer: number, chance: number): void => {
    let wanted = 0;
    while (source.uniform() < chance) wanted++;
    if (wanted === 0) return;
    fresh.length = 0;
    for (let e = rows.starts[from]; e < rows.starts[from] + rows.lengths[from]; e++) {
      if (reachedBy[rows.pool[e]] !== newcomer) fresh.push(rows.pool[e]);
    }
    for (let taken = 0; taken < wanted && taken < fresh.length; taken++) {
      const place = taken + source.below(fresh.length - taken);
      [fresh[taken], fresh[place]] = [fresh[place], fresh[taken]];
      reachedBy[fresh[taken]] = newcomer;
      reached.push(fresh[taken]);
    }
  };
  for (let i = 1; i < size; i++) {
    reached.length = 0;
    reached.push(source.below(i));
    reachedBy[reached[0]] = i;
    for (let at = 0; at < reached.length; at++) {
      spread(chose, reached[at], i, forward);
      spread(chosenBy, reached[at], i, backward);
    }
    for (const j of reached) {
      append(chose, i, j);
      append(chosenBy, j, i);
    }
  }
  const incoming = compact(chosenBy); // rising already: newcomers come in order
  const out = transpose(incoming);
  return directed ? network({ directed, out, in: incoming }) : symmetric(out);
}

function compact({ pool, starts, lengths }: GrowingRows): {
  offsets: Uint32Array;
  targets: Uint32Array;
  weights: null;
} {
  const offsets = u32s(starts.length + 1);
  for (let i = 0; i < starts.length; i++) offsets[i + 1] = offsets[i] + lengths[i];
  const targets = u32s(offsets[starts.length]);
  for (let i = 0; i < starts.length; i++) targets.set(pool.subarray(starts[i], starts[i] + lengths[i]), offsets[i]);
  return { offsets, targets, weights: null };
}
