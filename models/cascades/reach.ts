import { type Columns, i32 } from "../core/index.ts";
import { churnState, countPresent } from "./churn.ts";

/** What is remembered of each customer in a cascade that passes from one to the next. */
export const reachState = {
  reached: i32("round in which this customer joined; first customers 0, -1 never"),
  through: i32("customer who brought this one in; -1 nobody"),
  ...churnState,
};
export interface Reached extends Columns<typeof reachState> {}

export const reachTrace = { when: "reached", through: "through" } as const;

/** How far and how long: who is left: kernels write them in this order. */
export const reachMeasures = {
  reach: {
    about: "customers reached, the first ones included, whether or not they left again",
    unit: "customers",
    of: ({ state: { reached } }: { state: Reached }): number => {
      let count = 0;
      for (let i = 0; i < reached.length; i++) if (reached[i] >= 0) count++;
      return count;
    },
  },
  rounds: {
    about: "last round in which anyone joined, the first customers being round 0",
    unit: "rounds",
    of: ({ state: { reached } }: { state: Reached }): number =>
      reached.reduce((last, round) => Math.max(last, round), 0),
  },
  present: {
    about: "customers who joined and have not left; with churn ask after some steps, for in the end everyone has left",
    unit: "customers",
    of: ({ state }: { state: Reached }): number => countPresent(state),
  },
};

/** Round 0: nobody but the first customers. */
export function begin({ reached, through, lost }: Reached, first: readonly number[]): void {
  reached.fill(-1);
  through.fill(-1);
  lost.fill(-1);
  for (const i of first) reached[i] = 0;
}
