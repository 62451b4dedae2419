import { existsSync, readFileSync, statSync } from "node:fs";
import { isList, levels, type Point, type Setting } from "../../../models/experiments/index.ts";
import { type Common } from "../../cli/options.ts";
import { say } from "../../cli/output.ts";
import { shellWords } from "../../cli/shell.ts";
import { type Design } from "../../../models/studies/sweep/designs.ts";
import { type Experiment } from "../../../models/studies/sweep/experiment.ts";
import { readExperiment } from "../../../models/studies/sweep/file.ts";
import { experimentFromFlags } from "../../../models/studies/sweep/flags.ts";
import { type SweepRequest, type Scalar } from "../../../models/studies/work/job.ts";
import { loadModel } from "../../disk/model-source.ts";
import { readStopRule } from "../../../models/studies/asking/stop-rule.ts";
import { readSet, usualNetwork } from "../../../models/studies/asking/settings.ts";
import { runStudy, type StudyAnswer } from "./run-study.ts";

export interface SweepOptions extends Common {
  vary?: string[];
  baseline?: string[];
  design?: Design;
  points?: number;
  levers?: string[];
  out?: string;
  resume?: boolean;
}

/** `sweep <experiment.yaml>` or `sweep <model> --vary …`: the experiment, run into its results folder. */
export async function sweep(what: string, options: SweepOptions): Promise<StudyAnswer> {
  const fromFile = /\.ya?ml$/i.test(what);
  const experiment = fromFile ? await fromYaml(what, options) : await fromFlags(what, options);
  if (experiment.merged > 0) say(`${experiment.merged} points of the design repeat others and run only once`);
  const command = fromFile ? ["sweep", what, ...overrides(options)] : flagsOf(what, experiment, options);
  return runStudy(requestOf(experiment, `npm run -s ovation -- ${shellWords(command)}`, options), options);
}

/** Options may change only the seed, the replicates and the steps of an experiment file. */
async function fromYaml(path: string, options: SweepOptions): Promise<Experiment> {
  const { vary, baseline, design, points, levers, set, network, nodes, until, most } = options;
  const also = { vary, baseline, design, points, levers, set, network, nodes, until, most };
  const twice = Object.entries(also).filter(([, value]) => value !== undefined);
  if (twice.length > 0)
    throw new RangeError(
      twice.map(([name]) => `sweep: --${name} must be given in ${path}, not as an option`).join("\n"),
    );
  if (!existsSync(path) || !statSync(path).isFile())
    throw new RangeError(`sweep: there must be a file ${path}; there is none`);
  const { seed, replicates, steps } = options;
  return readExperiment(readFileSync(path, "utf8"), path, async (name) => (await loadModel(name)).model, {
    seed,
    replicates,
    steps,
  });
}

async function fromFlags(name: string, options: SweepOptions): Promise<Experiment> {
  const { model } = await loadModel(name);
  const network = options.network ?? [usualNetwork(model, readSet(model, options.set))];
  return experimentFromFlags(model, { ...options, until: readStopRule(options), model: name, network });
}

function requestOf(experiment: Experiment, command: string, { redraw }: SweepOptions): SweepRequest {
  const { until, baseline, axes, cells, network } = experiment;
  const varied = axes.map((axis) => ({
    name: axis.name,
    values: met(cells, axis.name, isList(axis) ? levels("sweep", axis) : []),
  }));
  return {
    title: experiment.title,
    question: experiment.question,
    command,
    model: experiment.model,
    networks: network,
    nodes: experiment.nodes,
    axes: network.length > 1 ? [{ name: "network", values: network }, ...varied] : varied,
    points: cells.map(({ point, network: spec, parameters }) => ({
      values: scalars(point),
      network: spec,
      parameters,
    })),
    set: experiment.set,
    seed: experiment.seed,
    replicates: experiment.replicates,
    until: until && {
      measure: until.measure,
      width: until.width,
      relative: until.relative ?? false,
      most: until.most ?? 100_000,
    },
    steps: experiment.steps,
    measures: experiment.measures,
    redraw,
    baseline: baseline && scalars(baseline),
  };
}

/** The settings of an axis that points of the design hold: a list in its order, numbers rising. */
function met(cells: Experiment["cells"], name: string, listed: readonly Setting[]): Scalar[] {
  const values = [...listed.map(scalar), ...cells.map(({ point }) => scalar(point[name]))];
  const different = [...new Set(values)];
  return listed.length > 0 ? different : different.sort((a, b) => Number(a) - Number(b));
}

const scalars = (point: Point): Record<string, Scalar> =>
  Object.fromEntries(Object.entries(point).map(([name, value]) => [name, scalar(value)]));

/** A list of node keys is shown as one text. */
const scalar = (value: unknown): Scalar => (Array.isArray(value) ? value.join(",") : (value as Scalar));

function overrides({ seed, replicates, steps, redraw }: SweepOptions): string[] {
  return [
    ...(seed === undefined ? [] : ["--seed", seed]),
    ...(replicates === undefined ? [] : ["--replicates", String(replicates)]),
    ...(steps === undefined ? [] : ["--steps", String(steps)]),
    ...(redraw ? ["--redraw"] : []),
  ];
}

function flagsOf(name: string, { network }: Experiment, options: SweepOptions): string[] {
  const { vary = [], set = [], baseline = [], levers = [], nodes, design, points, until, most } = options;
  return [
    "sweep",
    name,
    ...network.flatMap((spec) => ["--network", spec]),
    ...(nodes === undefined ? [] : ["--nodes", nodes]),
    ...vary.flatMap((text) => ["--vary", text]),
    ...set.flatMap((text) => ["--set", text]),
    ...baseline.flatMap((text) => ["--baseline", text]),
    ...(levers.length > 0 ? ["--levers", levers.join(",")] : []),
    ...(design === undefined ? [] : ["--design", design]),
    ...(points === undefined ? [] : ["--points", String(points)]),
    ...(until === undefined ? [] : ["--until", until]),
    ...(most === undefined ? [] : ["--most", String(most)]),
    ...overrides(options),
  ];
}
