import { type Arm } from "../ledger.ts";
import { equityOf, spellOf, worthOf } from "../../market/worth.ts";
import { compensated } from "../../statistics/index.ts";
import { type Rerun } from "./rerun.ts";
import { telling } from "./telling.ts";

/** The credit of one member, in discounted money. */
export interface Credit {
  member: number;
  /** Customer equity with everyone less that without this member; nobody else takes the place or the pay. */
  value: number;
  /** The part of the value in the member, with what the program spends on nobody in particular. */
  own: number;
  /** The part in people whom the member told. */
  direct: number;
  /** The part in everyone else, by influence on people who influence others. */
  indirect: number;
  /** Last-touch attribution for comparison: the worth of customers to whom the member talked last. */
  lastTouch: number;
}

/**
 * The credit of each member by counterfactual removal. `value` comes from the weekly accounts and its three parts from
 * the persons; the parts add up to it. The values of members do not add up to the value of the program: two who reach
 * the same people both count as dispensable, or both as needed. Cost: one run for each member.
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

/** The net value of each person: worth less everything paid for that person. */
function persons(arm: Arm): Float64Array {
  const worth = worths(arm);
  const { paidFor, paidMember, paidFraud, sampled, answered } = arm.state;
  const costs = [paidFor, paidMember, paidFraud, sampled, answered];
  return Float64Array.from({ length: arm.network.size }, (_, i) =>
    costs.reduce((net, cost) => net - (cost?.[i] ?? 0), worth(i)),
  );
}

const runningOf = ({ state: { running } }: Arm): number => running?.reduce((sum, cost) => sum + cost, 0) ?? 0;
