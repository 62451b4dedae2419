import { type FieldTest, fieldTest, METHODS, type PersonOutcome } from "../../ledger/rehearsal/field-test.ts";
import { type Assumption, drawn } from "../brief/assumptions.ts";
import { givenTo } from "../brief/brief.ts";
import { programNamed } from "../../programs/programs.ts";
import { filling } from "../work/filling.ts";
import { fromParts, type NetworkParts } from "../work/setup.ts";
import { type Task } from "../work/work.ts";

/** Everything a thread needs for a rehearsal; arrays are shared, not copied. */
export interface Rehearsal {
  network: NetworkParts;
  market: Record<string, unknown>;
  arm: { program: string; parameters: Record<string, unknown> };
  assumptions: Assumption[];
  seed: string;
  horizon: number;
  share: number;
  outcome: PersonOutcome;
}
/** The numbers of each method in a row, after the truth. */
export const REPORTED = ["value", "stderr", "n", "people", "units", "bill"] as const;
export const WIDTH = 1 + METHODS.length * REPORTED.length;

/** Rehearses blocks of worlds: the truth of each, and what each method reports. */
export function task({ network, market, arm, assumptions, seed, horizon, share, outcome }: Rehearsal): Task {
  const program = programNamed(arm.program);
  const assumed = drawn(assumptions, seed);
  const job: FieldTest = {
    network: fromParts(network),
    program,
    parameters: (world) => givenTo(program, { market, horizon }, arm.parameters, assumed(world)),
    seed,
    outcome,
    share,
    methods: METHODS,
  };
  const ask = fieldTest(job);
  return filling(WIDTH, (out, world) => {
    const { truth, told } = ask(world);
    out[0] = truth;
    told.forEach(({ estimate: { value, stderr, n, people }, units, bill }, m) =>
      out.set([value, stderr, n, people, units, bill], 1 + m * REPORTED.length),
    );
  });
}
