import {
  type Columns,
  type Definition,
  finish,
  type Given,
  type Network,
  start,
  type State,
  type Streams,
} from "../../core/index.ts";
import { type Arm } from "../ledger.ts";
import { type marketParameters } from "../../market/parameters.ts";
import { type enrolParameters } from "../../programs/members/enrol.ts";

/** An arm on its way: what of it can be looked at after a week. */
export type Running = Arm & { time: number; seed: string; world: number };

/** Runs a program in one world to the horizon without the people left out, by index, calling `each` at the start and after every week. */
export type Rerun = (leftOut: readonly number[], each?: (running: Running) => void) => Arm;

/** What every program is a model of. */
export type ProgramParameters = typeof marketParameters & Pick<typeof enrolParameters, "leftOut">;

/** The runs of one program in one world of a seed, asked for by who is left out. Any program that enrols by `enrolParameters` will do. */
export function rerunOf<P extends ProgramParameters, S extends State, R extends Streams, M extends string>(
  model: Definition<P, S, R, M>,
  network: Network,
  { parameters, ...job }: { parameters: Given<P>; seed: string | number; world: number },
): Rerun {
  return (leftOut, each) => {
    const run = start(model, network, {
      ...job,
      parameters: { ...parameters, leftOut: leftOut.map((i) => network.keys.key(i)) },
    });
    const running = run as unknown as Running & { state: Columns<S> }; // whose columns are those of a market
    finish(run, Infinity, each && (() => each(running)));
    return running;
  };
}
