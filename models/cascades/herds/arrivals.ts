import { type Network, whole } from "../../core/index.ts";

interface Arriving {
  network: Network;
  parameters: { people: number };
}

/** The number of people who act, one after another. */
export const peopleParameter = {
  people: whole(0, {
    min: 0,
    max: 1e6,
    about: "number of people who act, one after another; 0: everyone in the network, or 100 without a network",
    unit: "people",
  }),
};

/** The default network: as many people as act, without ties. People who see everyone need no network. */
export const strangers = ({ people }: { people: number }): string =>
  `erdos-renyi:nodes=${people === 0 ? 100 : people},degree=0`;

export const peopleOf = ({ network, parameters: { people } }: Arriving): number =>
  people === 0 ? network.size : people;

export function peopleFaults(job: Arriving): string[] {
  const { size } = job.network;
  if (size === 0) return ["the network must have at least 1 person, got none"];
  return peopleOf(job) <= size
    ? []
    : [`people must be at most ${size}, the size of the network, got ${job.parameters.people}`];
}

/** Writes who acts at each turn: in network order, or by rising draw, with ties by index. */
export function arrange(order: Int32Array, draw?: (i: number) => number): void {
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (!draw) return;
  const draws = Float64Array.from(order, draw);
  order.sort((a, b) => draws[a] - draws[b] || a - b);
}
