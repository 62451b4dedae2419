import { find } from "../../models/catalog.ts";
import { measureNames } from "../../models/core/index.ts";
import { NOTHING_DROPPED } from "../../models/networks/edges.ts";
import { generate } from "../../models/networks/specification.ts";
import { fixed } from "../../models/studies/work/plan.ts";
import { type Setup, toParts } from "../../models/studies/work/setup.ts";
import { type Table, table } from "../../models/studies/work/table.ts";
import { worldsTask } from "../../models/studies/work/task.ts";
import { type Task, type Work } from "../../models/studies/work/work.ts";
import { fill } from "./computation.ts";

/** A model of the catalogue in the same worlds at every point. */
export interface ModelJob {
  model: string;
  points: readonly {
    /** A built-in or generated network; it is drawn once from the seed. */
    network: string;
    parameters: Record<string, unknown>;
  }[];
  seed: string;
  worlds: number;
  /** The model's own where it is left out. */
  steps?: number;
  /** Draws a new generated network in each world, as `--redraw` does. */
  redraw?: boolean;
}

/** A page knows the models of the catalogue, and built-in and generated networks. */
export const task = (setup: Setup): Task =>
  worldsTask(setup, {
    model: ({ name }) => Promise.resolve(find(name).model),
    network: (spec, { seed, world }) =>
      Promise.resolve({
        spec,
        network: generate(spec, seed, world),
        dropped: NOTHING_DROPPED,
        unusable: [],
        rows: 0,
        told: [],
      }),
  });

export const workOf = (setup: Setup): Work<Setup> => ({
  name: "model",
  module: "notebooks/study/model-work.ts",
  setup,
  task,
});

/** The table of a job, empty. */
export const tableOf = ({ model, points }: Pick<ModelJob, "model" | "points">): Table =>
  table(points.length, measureNames(find(model).model));

/** Runs all worlds of a job, point by point. Throws `RangeError` if the job is wrong. */
export async function fillTable(
  filled: Table,
  { model, points, seed, worlds, steps, redraw = false }: ModelJob,
  took: (worlds: number) => void,
): Promise<void> {
  const specs = [...new Set(points.map(({ network }) => network))];
  const setup: Setup = {
    model: { name: model },
    networks: specs.map((spec) => toParts(spec, generate(spec, seed))),
    points: points.map(({ network, parameters }) => ({ network: specs.indexOf(network), parameters })),
    seed,
    steps,
    redraw,
  };
  await fill({ work: workOf(setup), table: filled, plan: fixed(points.length, worlds) }, { took });
}
