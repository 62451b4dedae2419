import { find } from "../../models/catalog.ts";
import { measureNames, type Network, refuse, resolve, simulator } from "../../models/core/index.ts";
import { axisFromText, factorial, fitted, parameterFaults, type Point } from "../../models/experiments/index.ts";
import { summarize, type Summary } from "../../models/statistics/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { type Row } from "../../models/studies/telling/row.ts";
import { type Work } from "./work.ts";

/**
 * A designed experiment in the words of `ovation sweep`: every combination of what is varied, each in the same worlds.
 */
export interface SweepJob {
  model: string;
  /** More than one are one more axis, the outermost; none, and it is the network that the model runs on by itself. */
  networks: readonly string[];
  /** As after `--vary`. */
  vary: readonly string[];
  /** What holds at every point. */
  set: Record<string, unknown>;
  seed: string;
  worlds: number;
  steps?: number;
  /** Draws a generated network anew in each world, as `--redraw` does. */
  redraw?: boolean;
}

/** One point that has ended: what was set, and each measure over its worlds. */
export interface SweepPoint {
  values: Point;
  measures: Record<string, Summary>;
  /** Each measure world by world. */
  columns: Record<string, Float64Array>;
}
export interface SweepDone {
  points: SweepPoint[];
}

/** The points of a sweep in order, one world a unit. Throws `RangeError` if what is varied does not fit the model. */
export function sweepWork({
  model: name,
  networks,
  vary,
  set,
  seed,
  worlds,
  steps,
  redraw = false,
}: SweepJob): Work<SweepDone> {
  const { model } = find(name);
  const names = measureNames(model);
  const axes = fitted(
    vary.map((text) => axisFromText(text, model.parameters)),
    model.parameters,
  );
  refuse(parameterFaults("sweep", axes, model.parameters));
  const named =
    networks.length > 0 ? networks : [model.defaultNetwork?.(resolve(name, model.parameters, set)) ?? "karate"];
  const cells = named.flatMap((network) => factorial(axes).map((point) => ({ network, point })));
  const points: SweepPoint[] = [];
  let [drawn, network]: [string?, Network?] = [];

  function inWorlds(spec: string, point: Point): (world: number, out: Float64Array) => void {
    const job = { parameters: { ...set, ...point }, seed, steps };
    if (redraw) return (world, out) => simulator(model, generate(spec, seed, world), job)(world, out);
    if (drawn !== spec || !network) [drawn, network] = [spec, generate(spec, seed)];
    return simulator(model, network, job);
  }
  return {
    units: cells.length * worlds,
    *run() {
      const out = new Float64Array(names.length);
      for (const { network: spec, point } of cells) {
        const simulate = inWorlds(spec, point);
        const columns = names.map(() => new Float64Array(worlds));
        for (let world = 0; world < worlds; world++) {
          simulate(world, out);
          for (let m = 0; m < names.length; m++) columns[m][world] = out[m];
          if (world === worlds - 1)
            points.push({
              values: networks.length > 1 ? { network: spec, ...point } : point,
              measures: Object.fromEntries(names.map((measure, m) => [measure, summarize(columns[m])])),
              columns: Object.fromEntries(names.map((measure, m) => [measure, columns[m]])),
            });
          yield;
        }
      }
    },
    results: () => ({ points: [...points] }),
  };
}

/** A row a point and measure: what was set, mean, interval, number of worlds. */
export const sweepRows = ({ points }: SweepDone, measures?: readonly string[]): Row[] =>
  points.flatMap(({ values, measures: all }) =>
    (measures ?? Object.keys(all)).map((measure) => {
      const { mean, low, high, q05, q95, n } = all[measure];
      return { ...(values as Row), measure, mean, low, high, q05, q95, worlds: n };
    }),
  );
