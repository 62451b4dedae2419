import { type Network } from "../core/index.ts";
import { UNTOLD } from "../market/state.ts";
import { type FinishedMarket } from "../market/worth.ts";

/** Degrees of separation from the members that are told apart. */
export const DEGREES = [1, 2, 3] as const;

/** People, members left out, by the number of hops at which they are first met: entry k − 1 for hop k. */
export type Reach = [number, number, number];

/** Who could be reached: people by the least number of ties from any member. Cost: the arcs of three degrees. */
export function contactReach({ size, out: { offsets, targets } }: Network, isMember: (i: number) => boolean): Reach {
  const met = new Uint8Array(size);
  const queue = new Uint32Array(size); // members, then people in the order in which they are met
  let end = 0;
  for (let i = 0; i < size; i++) {
    if (!isMember(i)) continue;
    met[i] = 1;
    queue[end++] = i;
  }
  const reach: Reach = [0, 0, 0];
  let at = 0;
  for (const degree of DEGREES) {
    const before = end;
    for (; at < before; at++) {
      const j = queue[at];
      for (let e = offsets[j]; e < offsets[j + 1]; e++) {
        const i = targets[e];
        if (met[i] === 1) continue;
        met[i] = 1;
        queue[end++] = i;
      }
    }
    reach[degree - 1] = end - before;
  }
  return reach;
}

/** Who was reached: people by the hops of talk and samples from the first member through whom they heard. */
export function toldReach({ state: { hop } }: Pick<FinishedMarket, "state">): Reach {
  const reach: Reach = [0, 0, 0];
  for (const h of hop) if (h >= 1 && h <= 3 && h !== UNTOLD) reach[h - 1]++;
  return reach;
}

/** What a program reports of its reach, beside the claim that every contact of every member is another person. */
export function reachMeasures() {
  const members = (seen: FinishedMarket) => (i: number) => seen.state.enrolled[i] === 1;
  const could = (degree: number) => ({
    about: `people, not members, whom ${degree} tie${degree > 1 ? "s" : ""} but not fewer part from a member`,
    unit: "people",
    of: (seen: FinishedMarket): number => contactReach(seen.network, members(seen))[degree - 1],
  });
  const did = (degree: number) => ({
    about: `people, not members, who heard at ${degree} hop${degree > 1 ? "s" : ""} from a member first`,
    unit: "people",
    of: (seen: FinishedMarket): number => toldReach(seen)[degree - 1],
  });
  const claim = {
    about: "contacts of members, each counted as often as somebody has it: the claim",
    unit: "people",
    of: ({ network, state: { enrolled } }: FinishedMarket): number =>
      network.nodes.reduce((sum, i) => sum + enrolled[i] * network.out.degree(i), 0),
  };
  return { claim, reach1: could(1), reach2: could(2), reach3: could(3), told1: did(1), told2: did(2), told3: did(3) };
}
