import { type Network } from "../../models/core/index.ts";
import { solve } from "./linear.ts";

/** What may happen in one update: with which chance, and the state it leads to (bit i is the opinion of i). */
export type Outcomes = (state: number) => readonly (readonly [chance: number, next: number])[];

/**
 * The chance that all n customers end at opinion 1, from every state, by solving the chain of all 2^n
 * states. States that nothing leaves count as an end, at 0 unless all hold 1.
 */
export function endsAtOne(n: number, outcomes: Outcomes): number[] {
  const all = 2 ** n - 1;
  const matrix: number[][] = [];
  for (let state = 0; state <= all; state++) {
    const row = new Array<number>(all + 1).fill(0);
    row[state] = 1;
    for (const [chance, next] of outcomes(state)) {
      row[state] -= chance; // minus the chance to move at all; staying is what is left
      row[next] += chance;
    }
    const leaves = row.some((value, next) => next !== state && value !== 0);
    matrix.push(row.map((value, next) => (next === state ? (leaves ? value - 1 : 1) : leaves ? value : 0)));
  }
  return solve(matrix, matrix.map((_, state) => (state === all ? 1 : 0)));
}

/** The state in which exactly these customers hold 1. */
export const stateOf = (ones: readonly number[]): number => ones.reduce((state, i) => state | (1 << i), 0);

/** The state after i takes side. */
export const withSide = (state: number, i: number, side: number): number => (side === 1 ? state | (1 << i) : state & ~(1 << i));

/** The neighbours of each customer, in and out alike. */
export const neighboursOf = ({ nodes, out }: Network): number[][] =>
  Array.from(nodes, (i) => Array.from(out.targets.subarray(out.offsets[i], out.offsets[i + 1])));
