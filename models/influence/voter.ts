import { choice, defineModel, type Network, type Sequence } from "../core/index.ts";
import { divided, sideFaults, sideMeasures, sideParameters, sideState, takeSides } from "./opinions/sides.ts";
import { rowOf, trustedOne, trustFaults, trustParameters } from "./opinions/trust.ts";

/**
 * Each customer holds one of two opinions and takes over that of another whom it knows. One step is as
 * many single updates as there are customers, or with `clock: "synchronous"` everyone at once. An update
 * with `update: "node"` draws a customer, who copies one of its in-neighbours: on an undirected network
 * the chance that all end at 1 is the share of ties held by those who begin there. With `"link"` it draws
 * an arc, whose target copies its source: the plain share. With `"invasion"` it draws a customer, who is
 * copied by one of its out-neighbours: shares weighted by one over the degree. Whoever sees nobody stays.
 * At rest once no tie joins different opinions.
 */
export const voter = defineModel({
  name: "voter",
  about: "Customers copy the opinion of somebody they know, drawn at random.",
  source:
    "Clifford & Sudbury 1973, Biometrika 60:581; Holley & Liggett 1975, Annals of Probability 3:643; updates: Sood, Antal & Redner 2008, Physical Review E 77:041121",
  parameters: {
    update: choice(["node", "link", "invasion"], {
      about: "who is drawn: one who copies, a tie, or one who is copied",
    }),
    clock: choice(["asynchronous", "synchronous"], { about: "one after the other, or everyone at once" }),
    ...trustParameters,
    ...sideParameters,
  },
  state: sideState,
  streams: { taste: "node", meeting: "sequence", model: "node-step" },
  steps: 10_000,
  check({ network, parameters, given }) {
    const { update, clock, weighting } = parameters;
    const faults = [...sideFaults({ network, parameters, given }), ...trustFaults(network, weighting)];
    if (clock === "synchronous" && update !== "node")
      faults.push(`clock=synchronous must come with update=node, got ${update}`);
    if (weighting === "edge" && update === "link")
      faults.push("weighting=edge must come with update=node or update=invasion, got link");
    return faults;
  },
  setup({ network, parameters, state, random }) {
    takeSides(network, parameters, state.opinion, random.taste);
  },
  step({ network, parameters, state: { opinion, moved }, random, time }) {
    const { size } = network;
    const take = (i: number, side: number): void => {
      if (opinion[i] === side) return;
      opinion[i] = side;
      moved[i] = time;
    };
    if (parameters.clock === "synchronous") {
      const before = opinion.slice();
      const seen = trustedOne(network.in, parameters.weighting);
      for (let i = 0; i < size; i++) {
        const j = seen(i, random.model(i));
        if (j >= 0) take(i, before[j]);
      }
    } else {
      const meet = meetings(network, parameters);
      const copy = (i: number, j: number): void => take(i, opinion[j]);
      for (let update = 0; update < size; update++) meet(random.meeting, copy);
    }
    return moved.includes(time) || divided(network, opinion);
  },
  measures: sideMeasures,
});

type Meeting = (source: Sequence, copy: (copier: number, copied: number) => void) => void;

/** Draws who copies whom; nothing happens where a customer drawn has no neighbour. */
function meetings(
  { arcs, size, in: inward, out }: Network,
  { update, weighting }: { update: string; weighting: "uniform" | "edge" },
): Meeting {
  if (update === "link") {
    return (source, copy) => {
      if (arcs === 0) return;
      const e = source.below(arcs);
      copy(out.targets[e], rowOf(out.offsets, e));
    };
  }
  const one = trustedOne(update === "node" ? inward : out, weighting);
  return (source, copy) => {
    const drawn = source.below(size);
    const other = one(drawn, source.uniform());
    if (other < 0) return;
    if (update === "node") copy(drawn, other);
    else copy(other, drawn);
  };
}
