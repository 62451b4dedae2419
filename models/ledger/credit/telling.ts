import { chance, type Chance, streamKeys } from "../../core/index.ts";
import { marketStreams } from "../../market/state.ts";
import { carrying, talkRate } from "../../market/talk.ts";
import { type Running } from "../arm.ts";

/**
 * Follows a run week by week and finds the people whom each of the given members told directly: those at the end of an
 * arc that carried the member's talk during membership, and those who got a sample from the member. The market stores
 * none of this; the draws of the week are read again, since they belong to arcs and weeks.
 */
export function telling(members: readonly number[]): {
  look(running: Running): void;
  told: ReadonlyMap<number, ReadonlySet<number>>;
} {
  const told = new Map(members.map((member) => [member, new Set<number>()]));
  let grudge: Uint8Array | undefined; // as it stood before the week
  let own: Chance<typeof marketStreams> | undefined;
  return {
    told,
    look(running) {
      const { network, parameters, state, time } = running;
      own ??= chance(marketStreams, streamKeys(running.seed, marketStreams), running.world);
      const { enrolled, start, end, touch } = state;
      const week = time - 1;
      if (week >= 0) {
        own.at(time);
        const market = { network, parameters, state, week, random: own.random };
        const rate = talkRate(market);
        const carry = carrying(market, own.random.talk);
        for (const [j, people] of told) {
          const talks =
            enrolled[j] === 1 && start[j] >= 0 && start[j] < week && (end[j] < 0 || end[j] > week) && grudge?.[j] === 0;
          if (talks) carry(j, rate(j), (i) => people.add(i));
        }
        for (let i = 0; i < network.size; i++)
          if (touch[i] >= 0 && enrolled[touch[i]] === 1) told.get(touch[i])?.add(i);
      }
      grudge = state.grudge.slice();
    },
  };
}
