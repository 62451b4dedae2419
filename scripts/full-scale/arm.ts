import { finish, type Given, network, type Numbers, type Rows, start } from "../../models/core/index.ts";
import { marketOnly } from "../../models/ledger/arm.ts";
import { market } from "../../models/market/market.ts";
import { samplingProgram } from "../../models/programs/sampling-program.ts";

/** One arm of the paired program, as a thread is asked for it. */
export interface ArmWork {
  given: Given<typeof samplingProgram.parameters>;
  /** Without a program only the parameters of the market are used. */
  program: boolean;
  out: Rows;
  seed: string;
}
export interface ArmResult {
  state: Record<string, Numbers>;
  /** Time of this arm alone. */
  seconds: { start: number; weeks: number };
}

/** Runs one arm to its horizon and hands its columns over without copying them. */
export function runArm({ given, program, out, seed }: ArmWork): { result: ArmResult; buffers: ArrayBuffer[] } {
  const shared = network({ directed: true, out });
  const began = performance.now();
  const world = program
    ? start(samplingProgram, shared, { parameters: given, seed })
    : start(market, shared, { parameters: marketOnly(given), seed });
  const started = performance.now();
  finish(world, Infinity);
  const state: Record<string, Numbers> = { ...world.state };
  const seconds = { start: (started - began) / 1000, weeks: (performance.now() - started) / 1000 };
  return { result: { state, seconds }, buffers: Object.values(state).map(({ buffer }) => buffer as ArrayBuffer) };
}
