import {
  finish,
  type Kernel,
  measureNames,
  type Model,
  type Network,
  run,
  simulator,
  start,
  stepLimit,
} from "../../core/index.ts";
import { type Sources } from "./sources.ts";
import { fromParts, type Setup } from "./setup.ts";
import { type BlockResult, type Task } from "./work.ts";

/** The task that runs the worlds of a model, in this process and in every worker. */
export function worldsTask(setup: Setup, sources: Pick<Sources, "model" | "network">): Task {
  const networks = setup.networks.map(fromParts);
  const kernels = new Map<number, Kernel>();
  let model: Model | undefined;

  async function networkOf(point: number, world: number): Promise<Network> {
    const at = setup.points[point].network;
    if (!setup.redraw) return networks[at];
    const { spec, nodes } = setup.networks[at];
    return (await sources.network(spec, { seed: setup.seed, nodes, world })).network;
  }

  const { want = "measures" } = setup;
  return async ({ point, from, to }) => {
    model ??= await sources.model(setup.model);
    const { seed, steps } = setup;
    const parameters = setup.points[point].parameters;
    const names = measureNames(model);
    const result: BlockResult = { values: new Float64Array((to - from) * names.length), failures: [] };
    for (let world = from; world < to; world++) {
      const out = result.values.subarray((world - from) * names.length, (world - from + 1) * names.length);
      try {
        const network = await networkOf(point, world);
        if (want === "series")
          (result.series ??= []).push(seriesOf(model, network, { parameters, seed, steps, world }, out));
        else if (want === "trace")
          (result.traces ??= []).push(traceOf(model, network, { parameters, seed, steps, world }, out));
        else if (setup.redraw) simulator(model, network, { parameters, seed, steps })(world, out);
        else {
          let kernel = kernels.get(point);
          if (!kernel) kernels.set(point, (kernel = simulator(model, network, { parameters, seed, steps })));
          kernel(world, out);
        }
      } catch (error) {
        out.fill(NaN);
        result.failures.push({ world, error: error instanceof Error ? error.message : String(error) });
      }
    }
    return result;
  };
}

interface OneWorld {
  parameters: Record<string, unknown>;
  seed: string;
  steps?: number;
  world: number;
}

function seriesOf(model: Model, network: Network, job: OneWorld, out: Float64Array): Float64Array {
  const columns = run(model, network, job);
  const names = measureNames(model);
  const length = columns[names[0]].length;
  const series = new Float64Array(length * names.length);
  names.forEach((name, m) => columns[name].forEach((value, t) => (series[t * names.length + m] = value)));
  out.set(series.subarray((length - 1) * names.length));
  return series;
}

function traceOf(model: Model, network: Network, job: OneWorld, out: Float64Array): Int32Array {
  if (!model.trace)
    throw new RangeError(`${model.name}: trace must name the columns that say who was reached, got none`);
  const world = start(model, network, job);
  finish(world, stepLimit(model, job.steps));
  measureNames(model).forEach((name, m) => (out[m] = world.measure()[name]));
  const when = world.state[model.trace.when];
  const through = world.state[model.trace.through];
  const reached = [...network.nodes].filter((i) => when[i] >= 0).sort((i, j) => when[i] - when[j] || i - j);
  return Int32Array.from(reached.flatMap((i) => [i, when[i], through[i]]));
}
