import { type Columns, i32, real } from "../core/index.ts";

/** Churn in cascades that run until nothing can change: customers who leave never come back. */
export const churnParameter = {
  churn: real(0, {
    min: 0,
    max: 1,
    about: "chance that a customer who joined leaves for good; 0: never",
    unit: "a round",
    lever: true,
  }),
};
export const churnState = { lost: i32("round in which this customer left for good; -1 never") };

interface Membership extends Columns<typeof churnState> {
  readonly reached: Int32Array;
}

/**
 * Ends round `time`: each customer who joined before it and is still present leaves with chance `churn`. Everyone
 * therefore acts at least once before leaving. The draw belongs to the customer and to the number of rounds since
 * it joined: in the same world, less churn never shortens anyone's stay, whenever it began. Returns true if anyone
 * present can still leave. Time is linear in customers; constant without churn.
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

/** The number of customers who joined and have not left. */
export function countPresent({ reached, lost }: Membership): number {
  let count = 0;
  for (let i = 0; i < reached.length; i++) if (reached[i] >= 0 && lost[i] < 0) count++;
  return count;
}
