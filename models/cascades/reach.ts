import { type Columns, i32 } from "../core/index.ts";
import { churnState, countPresent } from "./churn.ts";

/** The state of each customer in a cascade that passes from customer to customer. */
export const reachState = {
  reached: i32("round in which this customer joined; 0 for a seed, -1 never"),
  through: i32("customer through whom this one joined; -1 nobody"),
  ...churnState,
};
export interface Reached extends Columns<typeof reachState> {}

export const reachTrace = { when: "reached", through: "through" } as const;

/** Reach, duration and customers present; kernels write them in this order. */
export const reachMeasures = {
  reach: {
    about: "customers reached, seeds included, whether or not they left again",
    unit: "customers",
    of: ({ state: { reached } }: { state: Reached }): number => {
      let count = 0;
      for (let i = 0; i < reached.length; i++) if (reached[i] >= 0) count++;
      return count;
    },
  },
  rounds: {
    about: "last round in which a customer joined; seeds join in round 0",
    unit: "rounds",
    of: ({ state: { reached } }: { state: Reached }): number =>
      reached.reduce((last, round) => Math.max(last, round), 0),
  },
  present: {
    about: "customers who joined and have not left; with churn set --steps, because in the end everyone has left",
    unit: "customers",
    of: ({ state }: { state: Reached }): number => countPresent(state),
  },
};

/** Sets round 0: only the seeds have joined. */
export function begin({ reached, through, lost }: Reached, first: readonly number[]): void {
  reached.fill(-1);
  through.fill(-1);
  lost.fill(-1);
  for (const i of first) reached[i] = 0;
}
