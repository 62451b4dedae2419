import { finish, type Network, start } from "../core/index.ts";
import { market } from "../market/market.ts";
import { type AnyMarket } from "../programs/in-market.ts";
import { type Arm } from "./ledger.ts";

/** An arm on its way: what of it can be looked at after a week. */
export type Running = Arm & { time: number; seed: string; world: number };

export interface ArmJob {
  /** As they are given; checked when the world starts. */
  parameters: Readonly<Record<string, unknown>>;
  seed: string | number;
  world: number;
}

/**
 * A market, with programs or without, run to its horizon in one world; `each` looks at the start and after every week.
 */
export function runArm(
  model: AnyMarket,
  network: Network,
  { parameters, ...job }: ArmJob,
  each?: (running: Running) => void,
): Arm {
  const running = start(model, network, { ...job, parameters });
  finish(running, Infinity, each && (() => each(running)));
  return running;
}

/** What a market without a program is given of what one with a program is. */
export const marketOnly = <T>(given: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(market.parameters, name)));
