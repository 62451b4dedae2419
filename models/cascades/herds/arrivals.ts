import { type Network, whole } from "../../core/index.ts";

interface Arriving {
  network: Network;
  parameters: { people: number };
}

/** How many act, one after the other. */
export const peopleParameter = {
  people: whole(0, {
    min: 0,
    max: 1e6,
    about: "how many act, one after the other; 0: all of the network, or 100 where none is named",
    unit: "people",
  }),
};

/** Strangers without ties, as many as act: who sees everybody needs no network. */
export const strangers = ({ people }: { people: number }): string =>
  `erdos-renyi:nodes=${people === 0 ? 100 : people},degree=0`;

export const peopleOf = ({ network, parameters: { people } }: Arriving): number =>
  people === 0 ? network.size : people;

export function peopleFaults(job: Arriving): string[] {
  const { size } = job.network;
  if (size === 0) return ["must have a network of at least 1 person, got none"];
  return peopleOf(job) <= size
    ? []
    : [`people must be at most the ${size} of the network, got ${job.parameters.people}`];
}

/** Writes who acts at each turn: in the order of the network, or by rising draw, equal draws by index. */
export function arrange(order: Int32Array, draw?: (i: number) => number): void {
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (!draw) return;
  const draws = Float64Array.from(order, draw);
  order.sort((a, b) => draws[a] - draws[b] || a - b);
}
