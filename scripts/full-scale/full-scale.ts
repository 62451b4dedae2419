import { Worker } from "node:worker_threads";
import { type Network, resolve } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { type Arm } from "../../models/ledger/ledger.ts";
import { type Outcome, outcomeOf } from "../../models/ledger/outcome.ts";
import { samplingProgram } from "../../models/programs/sampling-program.ts";
import { type ArmResult, type ArmWork } from "./arm.ts";
import { type Phase, stopwatch } from "./phases.ts";

/** The size of the market; each customer lists `contacts` others. Vocalpoint had 600,000 members. */
export interface Scale {
  customers: number;
  advocates: number;
  contacts: number;
  weeks: number;
  seed: string;
}
export interface FullScale {
  arcs: number;
  outcome: Outcome;
  phases: Phase[];
}

/**
 * A market at full scale, with and without a sampling program in the same world. Each arm runs on a thread of its own,
 * over one network in shared memory. Everyone lists `contacts` others to talk to; `advocates` of the willing are
 * members.
 */
export async function fullScale({ customers, advocates, contacts, weeks, seed }: Scale): Promise<FullScale> {
  const phases: Phase[] = [];
  const clock = stopwatch(phases);
  const network = generate(
    `circles:advocates=${advocates},contacts=${contacts},customers=${customers},others=${contacts}`,
    seed,
  );
  clock("network");
  const given = {
    memberShare: advocates / customers,
    minimumContacts: contacts,
    horizon: weeks,
    duty: weeks,
    terminal: "expected",
  } as const;
  const work = { given, out: rowsOf(network), seed };
  const [without, program] = await Promise.all([armOn({ ...work, program: false }), armOn({ ...work, program: true })]);
  clock("two arms");
  const parameters = resolve(samplingProgram.name, samplingProgram.parameters, given);
  const standing = ({ state }: ArmResult): Arm => ({ network, parameters, state: state as unknown as Arm["state"] });
  const outcome = outcomeOf(standing(without), standing(program));
  clock("ledger and reach");
  return { arcs: network.arcs, outcome, phases };
}

const rowsOf = ({ out: { offsets, targets, weights } }: Network): ArmWork["out"] => ({ offsets, targets, weights });

/** Runs an arm on a thread of its own, which hands over its columns; the pool of `threads` would copy gigabytes. */
function armOn(workerData: ArmWork): Promise<ArmResult> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL("./arm-entry.mjs", import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: 4096 },
    });
    worker.once("message", done);
    worker.once("error", fail);
  });
}
