import { choice, defineModel, type Network, type Sequence } from "../core/index.ts";
import { divided, sideFaults, sideMeasures, sideParameters, sideState, takeSides } from "./opinions/sides.ts";
import { rowOf, trustedOne, trustFaults, trustParameters } from "./opinions/trust.ts";

/**
 * Each customer holds one of two opinions and copies that of someone it knows. One step is as many single updates
 * as there are customers or, with `clock: "synchronous"`, everyone at once. With `update: "node"` an update draws a
 * customer, who copies one of its in-neighbours. On an undirected network, the chance that all end at 1 is then the
 * share of tie ends held by customers who start at 1. With `"link"` it draws an arc, whose target copies its
 * source; the chance is the share of customers. With `"invasion"` it draws a customer, whom one of its
 * out-neighbours copies; customers are weighted by one over the degree. Customers who see nobody keep their
 * opinion. At rest once no tie joins different opinions.
 */
export const voter = defineModel({
  name: "voter",
  about: "Customers copy the opinion of a random person they know.",
  source:
    "Clifford & Sudbury 1973, Biometrika 60:581; Holley & Liggett 1975, Annals of Probability 3:643; updates: Sood, Antal & Redner 2008, Physical Review E 77:041121",
  parameters: {
    update: choice(["node", "link", "invasion"], {
      about: "what is drawn: node = the customer who copies; link = a tie; invasion = the customer who is copied",
    }),
    clock: choice(["asynchronous", "synchronous"], {
      about: "asynchronous = one customer after another; synchronous = everyone at once",
    }),
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
      faults.push(`clock=synchronous requires update=node, got ${update}`);
    if (weighting === "edge" && update === "link")
      faults.push("weighting=edge requires update=node or update=invasion, got link");
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

/** Draws who copies whom; nothing happens if a drawn customer has no neighbour. */
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
