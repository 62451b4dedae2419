import { type Network } from "../../core/index.ts";
import { UNTOLD } from "../market/state.ts";
import { type Arm } from "./ledger.ts";

/** Degrees of separation from the members that are told apart. */
export const DEGREES = [1, 2, 3] as const;

/** People, members left out, by the number of hops at which they are first met: entry k − 1 for hop k. */
export type Reach = [number, number, number];

/** Who could be reached: people by the least number of ties from any member. Cost: the arcs of three degrees. */
export function contactReach({ size, out: { offsets, targets } }: Network, isMember: (i: number) => boolean): Reach {
  const met = new Uint8Array(size);
  let edge: number[] = [];
  for (let i = 0; i < size; i++) {
    if (!isMember(i)) continue;
    met[i] = 1;
    edge.push(i);
  }
  const reach: Reach = [0, 0, 0];
  for (const degree of DEGREES) {
    const next: number[] = [];
    for (const j of edge) {
      for (let e = offsets[j]; e < offsets[j + 1]; e++) {
        const i = targets[e];
        if (met[i] === 1) continue;
        met[i] = 1;
        next.push(i);
      }
    }
    reach[degree - 1] = next.length;
    edge = next;
  }
  return reach;
}

/** Who was reached: people by the hops of talk and samples from the first member through whom they heard. */
export function toldReach({ state: { hop } }: Pick<Arm, "state">): Reach {
  const reach: Reach = [0, 0, 0];
  for (const h of hop) if (h >= 1 && h <= 3 && h !== UNTOLD) reach[h - 1]++;
  return reach;
}
