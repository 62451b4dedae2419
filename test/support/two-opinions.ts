import fc from "fast-check";
import { finish, type Model, network as made, type Network, start } from "../../models/core/index.ts";
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
  return solve(
    matrix,
    matrix.map((_, state) => (state === all ? 1 : 0)),
  );
}

/** The state in which exactly these customers hold 1. */
export const stateOf = (ones: readonly number[]): number => ones.reduce((state, i) => state | (1 << i), 0);

/** The state after i takes side. */
export const withSide = (state: number, i: number, side: number): number =>
  side === 1 ? state | (1 << i) : state & ~(1 << i);

/** The neighbours of each customer, in and out alike. */
export const neighboursOf = ({ nodes, out }: Network): number[][] =>
  Array.from(nodes, (i) => Array.from(out.targets.subarray(out.offsets[i], out.offsets[i + 1])));

/** Any customers of up to 14, as who holds 1. */
export const anySides = fc.array(fc.constantFrom(0, 1), { minLength: 14, maxLength: 14 });

/**
 * Who holds 1 after so many steps, if those did at first whose value is 1. Draws belong to seed and world, not to
 * opinions.
 */
export function sidesAfter(
  model: Model,
  { directed, out, in: half, size }: Network,
  first: readonly number[],
  steps: number,
  { seed, ...parameters }: Record<string, unknown> & { seed: string },
): number[] {
  const values = Float64Array.from(first.slice(0, size));
  const network = made({ directed, out, in: half, attributes: { side: { kind: "number", values } } });
  const world = start(model, network, { parameters: { ...parameters, attribute: "side" }, seed });
  finish(world, steps);
  return [...world.state.opinion];
}
export const exchanged = (sides: readonly number[]): number[] => sides.map((side) => 1 - side);
export const either = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((side, i) => Math.max(side, other[i]));
export const both = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((side, i) => Math.min(side, other[i]));
