import { type Columns, i32, real } from "../core/index.ts";

/** Losing customers again, in cascades that run until nothing can change: who has left never comes back. */
export const churnParameter = {
  churn: real(0, {
    min: 0,
    max: 1,
    about: "a customer who joined leaves for good; 0 for never",
    unit: "a round",
    lever: true,
  }),
};
export const churnState = { lost: i32("round in which this customer left for good; -1 never") };

interface Membership extends Columns<typeof churnState> {
  readonly reached: Int32Array;
}

/**
 * The end of round `time`: of those who joined before it and are still present, each leaves with chance
 * `churn`. So everyone acts once at least before leaving. The draw belongs to the customer and to how long
 * it has been present: in the same world less churn never shortens anybody's stay, whenever it began.
 * Returns whether anybody present can still leave. Time linear in customers, none without churn.
 */
export function leave(
  { reached, lost }: Membership,
  churn: number,
  time: number,
  draw: (i: number, age: number) => number,
): boolean {
  if (churn === 0) return false;
  let left = false;
  for (let i = 0; i < reached.length; i++) {
    if (reached[i] < 0 || lost[i] >= 0) continue;
    if (reached[i] < time && draw(i, time - reached[i]) < churn) lost[i] = time;
    else left = true;
  }
  return left;
}

/** How many joined and have not left. */
export function countPresent({ reached, lost }: Membership): number {
  let count = 0;
  for (let i = 0; i < reached.length; i++) if (reached[i] >= 0 && lost[i] < 0) count++;
  return count;
}
