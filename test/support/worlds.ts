import { type Model, type Network, simulator } from "../../models/core/index.ts";

export interface WorldsJob {
  seed?: string;
  kernel?: boolean;
  steps?: number;
}

/** The measures of worlds 0 … count − 1, a row a world. */
export function worlds(
  model: Model,
  network: Network,
  parameters: Record<string, unknown>,
  count: number,
  job: WorldsJob = {},
): number[][] {
  const simulate = simulator(model, network, { parameters, ...job });
  const out = new Float64Array(Object.keys(model.measures).length);
  return Array.from({ length: count }, (_, r) => {
    simulate(r, out);
    return [...out];
  });
}

/** The first measure of each of those worlds. */
export const firsts = (...job: Parameters<typeof worlds>): number[] => worlds(...job).map(([value]) => value);

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
