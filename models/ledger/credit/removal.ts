import { type Arm } from "../ledger.ts";
import { equityOf, spellOf, worthOf } from "../../market/worth.ts";
import { compensated } from "../../statistics/index.ts";
import { type Rerun } from "./rerun.ts";
import { telling } from "./telling.ts";

/** What is to be credited to one member, in discounted money. */
export interface Credit {
  member: number;
  /** V: customer equity with everybody less that without this member, whose place and pay nobody else gets. */
  value: number;
  /** The part of it that lies in the member, with what the program spends on nobody in particular. */
  own: number;
  /** The part in people whom the member told. */
  direct: number;
  /** The part in all others: influence on those who influence. */
  indirect: number;
  /** What last-touch attribution gives instead: the worth of customers whom the member talked to last. */
  lastTouch: number;
}

/**
 * The credit of each member by counterfactual removal: `value` comes from the weekly accounts, its three
 * parts from the persons, and they add up. Values of members do not add up to what the program is worth:
 * two who reach the same people both count as dispensable, or both as needed. Cost: a run a member.
 */
export function creditsOf(rerun: Rerun, members: readonly number[]): Credit[] {
  const { look, told } = telling(members);
  const all = rerun([], look);
  const equity = equityOf(all);
  const before = persons(all);
  const worth = worths(all);
  return members.map((member) => {
    const without = rerun([member]);
    const after = persons(without);
    const circle = told.get(member)!;
    const own = compensated();
    const direct = compensated();
    const indirect = compensated();
    const lastTouch = compensated();
    own.add(runningOf(without) - runningOf(all));
    for (let i = 0; i < before.length; i++) {
      (i === member ? own : circle.has(i) ? direct : indirect).add(before[i] - after[i]);
      if (all.state.touch[i] === member) lastTouch.add(worth(i));
    }
    return {
      member,
      value: equity - equityOf(without),
      own: own.value(),
      direct: direct.value(),
      indirect: indirect.value(),
      lastTouch: lastTouch.value(),
    };
  });
}

function worths(arm: Arm): (i: number) => number {
  const worth = worthOf(arm);
  return (i) => {
    const spell = spellOf(arm, i);
    return spell ? worth(i, spell) : 0;
  };
}

/** What each person brings: worth less everything booked to that person. */
function persons(arm: Arm): Float64Array {
  const worth = worths(arm);
  const { paidFor, paidMember, paidFraud, sampled, answered } = arm.state;
  const costs = [paidFor, paidMember, paidFraud, sampled, answered];
  return Float64Array.from({ length: arm.network.size }, (_, i) =>
    costs.reduce((net, cost) => net - (cost?.[i] ?? 0), worth(i)),
  );
}

const runningOf = ({ state: { running } }: Arm): number => running?.reduce((sum, cost) => sum + cost, 0) ?? 0;
