import { type Network } from "../../core/index.ts";
import { type MarketWithPrograms } from "../../programs/in-market.ts";
import { type ArmJob, runArm, type Running } from "../arm.ts";
import { type Arm } from "../ledger.ts";

/**
 * Runs programs in one world to the horizon without the people left out, given by index. Calls `each` at the start and
 * after every week.
 */
export type Rerun = (leftOut: readonly number[], each?: (running: Running) => void) => Arm;

/**
 * Runs in one world of a seed, for any people left out of all programs of the market. Every program must support
 * leaving people out.
 */
export function rerunOf(
  model: Pick<MarketWithPrograms, "takes"> & Parameters<typeof runArm>[0],
  network: Network,
  { parameters, ...job }: ArmJob,
): Rerun {
  return (leftOut, each) => {
    const keys = leftOut.map((i) => network.keys.key(i));
    const without = Object.fromEntries(model.takes.leftOut.map((name) => [name, keys]));
    return runArm(model, network, { ...job, parameters: { ...parameters, ...without } }, each);
  };
}
