import { leavingOf } from "../../market/leaving.ts";
import { OURS } from "../../market/state.ts";
import { type Referring } from "./state.ts";

/**
 * Whether person j may take part this week: a member where members are named, a customer of some weeks, of
 * the tenure asked for or from before the program, worth enough, and not too likely to leave.
 */
export function eligibility({ parameters, state, week }: Referring): (j: number) => boolean {
  const { barred, holder, start, settled, worth } = state;
  const { tenure, leastWorth, mostLeaving } = parameters;
  const leaving = leavingOf({ parameters, state });
  return (j) =>
    barred[j] === 0 &&
    holder[j] === OURS &&
    start[j] < week &&
    (settled[j] === 1 || week - start[j] >= tenure) &&
    worth[j] >= leastWorth &&
    leaving(j) <= mostLeaving;
}
