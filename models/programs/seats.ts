import { f32, type Numbers, type Parameters, type State, u8 } from "../core/index.ts";
import { type MarketValues } from "../market/parameters.ts";
import { marketState } from "../market/state.ts";
import { type CostColumns, costState } from "./costs.ts";
import { type AnyPlace, type AnyProgram } from "./program.ts";

/** A market as it stands in a step of its model. */
export type Standing = Omit<AnyPlace, "week" | "random"> & { time: number };
export type Context = Standing & Pick<AnyPlace, "random">;

/** One program of a market: under which names what is its own stands in the model, and what it sees of it. */
export interface Seat {
  program: AnyProgram;
  parameters: Parameters;
  columns: State;
  measures: AnyProgram["measures"];
  /** The name in the model of a parameter, a column or a measure of the program. */
  named(own: string): string;
  /** What the program has cost. */
  costs(state: Partial<CostColumns>): Partial<CostColumns>;
  /** The market with what is the program's own under its own names; the same record for the same world. */
  sees<C extends Standing>(context: C): C;
}

/** A program that has the market to itself: its names are those of the model. */
export const onlySeat = (program: AnyProgram): Seat => ({
  program,
  parameters: program.parameters,
  columns: program.state,
  measures: program.measures,
  named: (own) => own,
  costs: (state) => state,
  sees: (context) => context,
});

/** The columns of the market that each of several programs has to itself; the market's are put together from them. */
export const ownOfEach = {
  enrolled: marketState.enrolled,
  duty: f32("rate at which a member on duty talks by this program, 0 off duty"),
  lift: f32("how much more a member on duty persuades by this program, as a multiple"),
  messages: u8("messages of this program's members this week, 255 for more"),
  ...costState,
};

/** One program of several: its names begin with that of the program, such as `referralReward`. */
export function seatAmong(program: AnyProgram): Seat {
  const first = program.name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const named = (own: string): string => first + own[0].toUpperCase() + own.slice(1);
  const renamed = <T>(own: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(own).map(([name, one]) => [named(name), one]));
  const parameters: Parameters = program.parameters;
  const columns: State = { ...ownOfEach, ...program.state };
  const values = new WeakMap<object, MarketValues>();
  const states = new WeakMap<object, AnyPlace["state"]>();
  function valuesOf(all: MarketValues): MarketValues {
    const by: Readonly<Record<string, unknown>> = { ...all };
    const own = Object.fromEntries(Object.keys(parameters).map((name) => [name, by[named(name)]]));
    return { ...all, ...own };
  }
  function stateOf(all: AnyPlace["state"]): AnyPlace["state"] {
    const by: Readonly<Record<string, Numbers>> = { ...all };
    const own = Object.fromEntries(Object.keys(columns).map((name) => [name, by[named(name)]]));
    return { ...all, ...own };
  }
  const sees = <C extends Standing>(context: C): C => ({
    ...context,
    parameters: kept(values, context.parameters, valuesOf),
    state: kept(states, context.state, stateOf),
  });
  function costs(state: Partial<CostColumns>): Partial<CostColumns> {
    const by: Readonly<Record<string, Float64Array | undefined>> = { ...state };
    return Object.fromEntries(Object.keys(costState).map((line) => [line, by[named(line)]]));
  }
  const measures = renamed(program.measures);
  for (const [name, { of, ...notes }] of Object.entries(measures))
    measures[name] = { ...notes, of: (seen) => of(sees(seen)) };
  return { program, parameters: renamed(parameters), columns: renamed(columns), measures, named, costs, sees };
}

function kept<A extends object, B>(known: WeakMap<object, B>, from: A, make: (from: A) => B): B {
  let found = known.get(from);
  if (!found) known.set(from, (found = make(from)));
  return found;
}
