import { type Columns, f64, ofWorld } from "../core/index.ts";
import { discounting } from "../market/money.ts";
import { MOST_WEEKS } from "../market/parameters.ts";
import { type Market } from "../market/state.ts";

/** What a program costs, discounted to the start and booked to the person whom it was for. */
export const costState = {
  paidFor: f64("discounted pay, to anybody, for bringing in this person"),
  paidMember: f64("discounted pay to this member for no newcomer"),
  paidFraud: f64("discounted pay that this person obtained for nobody real"),
  sampled: f64("discounted cost of the samples that this person was given"),
  running: ofWorld(f64("discounted cost of running the program, by week"), MOST_WEEKS),
};
export type CostColumns = Columns<typeof costState>;
export type CostLine = Exclude<keyof CostColumns, "running">;

/** A function that books a sum of money of this week: to the weekly account and, discounted, to the person. */
export function booking({
  parameters,
  state,
  week,
}: Market & { state: CostColumns }): (line: CostLine, i: number, amount: number) => void {
  const delta = discounting(parameters.discount).at(week);
  return (line, i, amount) => {
    state.cash[week] -= amount;
    state[line][i] += delta * amount;
  };
}

/** Books what the program costs this week whoever is in it. */
export function bookRunning({ parameters, state, week }: Market & { state: CostColumns }, amount: number): void {
  state.cash[week] -= amount;
  state.running[week] += discounting(parameters.discount).at(week) * amount;
}
