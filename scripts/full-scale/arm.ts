import { finish, type Given, network, type Numbers, type Rows, start } from "../../models/core/index.ts";
import { marketOnly } from "../../models/ledger/arm.ts";
import { market } from "../../models/market/market.ts";
import { samplingProgram } from "../../models/programs/sampling-program.ts";

/** One arm of the paired program, for a thread to run. */
export interface ArmWork {
  given: Given<typeof samplingProgram.parameters>;
  /** Without a program only the parameters of the market are used. */
  program: boolean;
  out: Rows;
  seed: string;
}
export interface ArmResult {
  state: Record<string, Numbers>;
}

/** Runs one arm to its horizon and hands its columns over without copying them. */
export function runArm({ given, program, out, seed }: ArmWork): { result: ArmResult; buffers: ArrayBuffer[] } {
  const shared = network({ directed: true, out });
  const world = program
    ? start(samplingProgram, shared, { parameters: given, seed })
    : start(market, shared, { parameters: marketOnly(given), seed });
  finish(world, Infinity);
  const state: Record<string, Numbers> = { ...world.state };
  return { result: { state }, buffers: Object.values(state).map(({ buffer }) => buffer as ArrayBuffer) };
}
