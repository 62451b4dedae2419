import { choice, defineModel, type Network } from "../core/index.ts";
import { rowOf } from "./opinions/trust.ts";
import { sideFaults, sideMeasures, sideParameters, sideState, takeSides, unanimous } from "./opinions/sides.ts";

/**
 * Two customers who agree convince everyone they can influence. An update draws an arc u → v. If its ends hold the
 * same opinion, all out-neighbours of both adopt it. If not, nothing happens with `disagreement: "nothing"`. With
 * `"opposite"`, as first proposed for a chain, the out-neighbours of each adopt the opinion of the other, and
 * customers who hear both keep theirs. One step is as many updates as there are customers. At rest once no update
 * can change anything.
 */
export const sznajd = defineModel({
  name: "sznajd",
  about: "Two customers who agree convince everyone around them.",
  source: "Sznajd-Weron & Sznajd 2000, International Journal of Modern Physics C 11:1157",
  parameters: {
    disagreement: choice(["nothing", "opposite"], {
      about:
        "effect of two customers who disagree: nothing = none; opposite = the contacts of each adopt the other's opinion",
    }),
    ...sideParameters,
  },
  state: sideState,
  streams: { taste: "node", meeting: "sequence" },
  steps: 10_000,
  check: sideFaults,
  setup({ network, parameters, state, random }) {
    takeSides(network, parameters, state.opinion, random.taste);
  },
  step({ network, parameters, state: { opinion, moved }, random: { meeting }, time }) {
    const { size, arcs, out } = network;
    const take = (i: number, side: number): void => {
      if (opinion[i] === side) return;
      opinion[i] = side;
      moved[i] = time;
    };
    const opposite = parameters.disagreement === "opposite";
    for (let update = 0; update < size && arcs > 0; update++) {
      const e = meeting.below(arcs);
      convince(network, opinion, rowOf(out.offsets, e), out.targets[e], opposite, take);
    }
    return moved.includes(time) || restless(network, opinion, opposite);
  },
  measures: sideMeasures,
});

type Take = (i: number, side: number) => void;

/**
 * Applies what u and v, tied to each other, say to their contacts; calls `take` for each contact who hears one
 * opinion.
 */
function convince(
  { out: { offsets, targets } }: Network,
  opinion: Uint8Array,
  u: number,
  v: number,
  opposite: boolean,
  take: Take,
): void {
  const around = (i: number): Uint32Array =>
    targets.subarray(offsets[i], offsets[i + 1]).filter((j) => j !== u && j !== v);
  const [ofU, ofV] = [opinion[u], opinion[v]];
  if (ofU === ofV) for (const speaker of [u, v]) for (const i of around(speaker)) take(i, ofU);
  else if (opposite) {
    const [nearU, nearV] = [around(u), around(v)];
    for (const i of nearU) if (!nearV.includes(i)) take(i, ofV);
    for (const i of nearV) if (!nearU.includes(i)) take(i, ofU);
  }
}

/** True if some arc, if drawn, changes anyone. Stops at the first. */
function restless(network: Network, opinion: Uint8Array, opposite: boolean): boolean {
  if (unanimous(opinion)) return false;
  const { offsets, targets } = network.out;
  const found = { any: false };
  for (let u = 0; u < network.size; u++) {
    for (let e = offsets[u]; e < offsets[u + 1]; e++) {
      convince(network, opinion, u, targets[e], opposite, (i, side) => {
        if (opinion[i] !== side) found.any = true;
      });
      if (found.any) return true;
    }
  }
  return false;
}
