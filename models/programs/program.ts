import {
  type Columns,
  type Network,
  type Parameters,
  type Random,
  refuse,
  type State,
  type Streams,
  type Values,
} from "../core/index.ts";
import { type MarketValues } from "../market/parameters.ts";
import { type MarketColumns, type MarketRandom } from "../market/state.ts";
import { type Acts } from "../market/week.ts";
import { type CostColumns } from "./costs.ts";

/** A market as one of its programs sees it in a week: its own parameters, columns and streams under its own names. */
export interface Place<P extends Parameters, S extends State, R extends Streams> {
  network: Network;
  parameters: MarketValues & Values<P>;
  state: MarketColumns & CostColumns & Columns<S>;
  random: MarketRandom & Random<R>;
  week: number;
}

/** Names of parameters by which a program takes people; what is not named it does not take. */
export interface Takes<N extends string = string> {
  /** A list of people: who takes part. */
  members?: N;
  /** Its size as a share of all people, where the program recruits: those called last are the last tenth. */
  places?: N;
  /** A list of people who do not take part and whom nobody replaces. */
  leftOut?: N;
  /** What says whom to recruit; of no use where everybody who takes part is named. */
  recruiting?: readonly N[];
}

/** One number that a program reports; NaN means that it does not exist in this world. */
interface ProgramMeasure<P extends Parameters, S extends State> {
  about: string;
  unit: string;
  of(seen: Pick<Place<P, S, Streams>, "network" | "parameters" | "state"> & { time: number }): number;
}

/** What a firm tries, and what it adds to the market: `inMarket` makes a model of it. */
export interface Program<P extends Parameters, S extends State, R extends Streams, M extends string> {
  /** One kebab-case word or more. */
  name: string;
  about: string;
  source: string;
  parameters: P;
  /** Columns of its own, beside those of the market and its costs. */
  state: S;
  streams: R;
  takes: Takes<keyof P & string>;
  defaultNetwork?: string;
  /** What must hold between its parameters, those of the market and the network: faults, none if right. */
  check?(job: { network: Network; parameters: MarketValues & Values<P> }): string[];
  /** Once, after the market has begun. */
  setup?(market: Place<P, S, R>): void;
  /** What it does in a week of the market. */
  plays(market: Place<P, S, R>): Acts;
  /** By how much a message of its members dulls the next, settled at the end of a week; left out, 0. */
  clutter?(parameters: MarketValues & Values<P>): number;
  /** The schedule that says what it spends, by which programs of equal budgets are compared. */
  budget?: keyof P & string;
  measures: Record<M, ProgramMeasure<P, S>>;
}

// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- no name but those of every market
export type Nothing = Record<never, never>;
/** Any program, for what works on all of them. */
export type AnyProgram = Omit<Program<Nothing, Nothing, Nothing, string>, "takes" | "budget"> & {
  takes: Takes;
  budget?: string;
};
/** What any program sees. */
export type AnyPlace = Place<Nothing, Nothing, Nothing>;

/**
 * Gives the names of a program to the compiler and checks what that cannot, telling all faults at once.
 * @example
 * ```ts
 * import { real, run } from "ovation";
 * import { generate } from "ovation/networks";
 * import { defineProgram, inMarket } from "ovation/programs";
 * const campaign = defineProgram({
 *   name: "campaign", about: "A campaign at a fixed cost a week.", source: "an example",
 *   parameters: { weekly: real(10, { min: 0, max: 1e6, about: "its cost", unit: "money a week" }) },
 *   state: {}, streams: {}, takes: {},
 *   plays: () => ({}),
 *   measures: { spent: { about: "its cost", unit: "money", of: ({ parameters, time }) => parameters.weekly * time } },
 * });
 * const { spent } = run(inMarket(campaign), generate("karate", 1), { parameters: { horizon: 12 } });
 * console.log(spent[spent.length - 1]); // 120
 * ```
 */
export function defineProgram<
  const P extends Parameters,
  const S extends State,
  const R extends Streams,
  const M extends string,
>(program: Program<P, S, R, M>): Program<P, S, R, M> {
  const { name, parameters, takes } = program;
  const lists = [takes.members, takes.leftOut].filter((list) => list !== undefined);
  refuse([
    ...(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) ? [] : [`${name}: a program's name must be kebab-case`]),
    ...lists
      .filter((list) => parameters[list].kind !== "nodes")
      .map((list) => `${name}: ${list} must be a list of people, got a parameter of kind ${parameters[list].kind}`),
  ]);
  return program;
}
