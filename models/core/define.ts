import { type Streams, type Random } from "./chance.ts";
import { type Columns, type State } from "./columns.ts";
import { type Key } from "./keyed.ts";
import { type Network } from "./network.ts";
import { type Parameters, type Values } from "./parameters.ts";
import { refuse } from "./resolve.ts";

/** What a model sees of its world. */
export interface View<P extends Parameters, S extends State> {
  network: Network;
  parameters: Values<P>;
  state: Columns<S>;
  /** Steps taken; 0 during setup, t during and after step t. */
  time: number;
}
export interface Context<P extends Parameters, S extends State, R extends Streams> extends View<P, S> {
  random: Random<R>;
}

/** A number reported for each world; NaN means that it does not exist in this world. */
export interface Measure<P extends Parameters = Parameters, S extends State = State> {
  about: string;
  unit: string;
  of(view: View<P, S>): number;
}

export interface Definition<
  P extends Parameters = Parameters,
  S extends State = State,
  R extends Streams = Streams,
  M extends string = string,
> {
  /** Kebab-case; the name on the command line and of its file. */
  name: string;
  about: string;
  source: string;
  parameters: P;
  state: S;
  streams: R;
  /** Default length of a run: a number of steps, or until nothing can change. */
  steps: number | "rest";
  /** Specification of the default network; the karate club if left out. */
  defaultNetwork?(parameters: Values<P>): string;
  /** What is wrong between parameters, or between parameters and the network; empty if nothing is. */
  check?(job: { network: Network; parameters: Values<P>; given: ReadonlySet<string> }): string[];
  setup(context: Context<P, S, R>): void;
  /** Returns false once nothing can change any more. */
  step(context: Context<P, S, R>): boolean | void;
  measures: Record<M, Measure<P, S>>;
  /** The columns that record when each customer was reached (-1 = never) and through whom (-1 = nobody). */
  trace?: { when: keyof S & string; through: keyof S & string };
  /**
   * Runs the same worlds faster; null if it does not apply to the job. The returned function writes the measures at
   * the end of world `world` to `out`, in the order of `measures` and equal bit for bit.
   */
  kernel?(job: KernelJob<P, R>): Kernel | null;
}
export interface KernelJob<P extends Parameters, R extends Streams> {
  network: Network;
  parameters: Values<P>;
  /** The key of each stream; the key of world r is its child r. */
  keys: { [K in keyof R]: Key };
  /** Infinity if a run lasts until rest. */
  steps: number;
}
export type Kernel = (world: number, out: Float64Array) => void;

/** Any model, for code that works with all of them: names are plain text and values are unknown. */
export type Model = Definition;

/**
 * Defines a model. A model is a plain record; this function gives its types to the compiler and checks what the
 * compiler cannot, reporting all faults at once.
 * @example
 * ```ts
 * import { defineModel, real, run, u8 } from "ovation";
 * import { generate } from "ovation/networks";
 * const habit = defineModel({
 *   name: "habit", about: "Each customer takes up a habit by chance.", source: "an example", steps: 3,
 *   parameters: { chance: real(0.5, { min: 0, max: 1, about: "chance a step" }) },
 *   state: { has: u8("1 once taken up") },
 *   streams: { luck: "node-step" },
 *   setup() {},
 *   step({ network, state: { has }, random, parameters }) {
 *     for (let i = 0; i < network.size; i++) if (random.luck(i) < parameters.chance) has[i] = 1;
 *   },
 *   measures: { share: { about: "have it", unit: "", of: ({ state: { has } }) => has.reduce((a, b) => a + b) / 34 } },
 * });
 * const { share } = run(habit, generate("karate", 1), { parameters: { chance: 1 } });
 * console.log(share.join(" ")); // 0 1 1 1
 * ```
 */
export function defineModel<
  const P extends Parameters,
  const S extends State,
  const R extends Streams,
  const M extends string,
>(definition: Definition<P, S, R, M>): Definition<P, S, R, M> {
  const { name, parameters, steps } = definition;
  const faults: string[] = [];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) faults.push("a model's name must be kebab-case");
  if (steps !== "rest" && !(Number.isInteger(steps) && steps >= 0))
    faults.push(`steps must be "rest" or a whole number of at least 0, got ${steps}`);
  for (const [key, { schema, fallback, must }] of Object.entries(parameters)) {
    if (!schema.safeParse(fallback).success) faults.push(`the fallback of ${key} must be ${must}`);
  }
  refuse(faults.map((fault) => `${name}: ${fault}`));
  return definition;
}
