import { measureNames } from "../../core/index.ts";
import { shellWords } from "../../core/shell.ts";
import { readSet, usualNetwork } from "../asking/settings.ts";
import { stopRule } from "../asking/stop-rule.ts";
import { type SweepRequest } from "../work/job.ts";
import { type Sources } from "../work/sources.ts";

/** What `run` takes besides the model's name. */
export interface RunRequest {
  network?: readonly string[];
  nodes?: string;
  set?: readonly string[];
  seed?: string;
  replicates?: number;
  until?: string;
  most?: number;
  steps?: number;
  redraw?: boolean;
}

/** The job that `run` asks for: one point. Throws `RangeError` where an option does not fit the model. */
export async function requestOf(
  name: string,
  options: RunRequest,
  { load }: Pick<Sources, "load">,
): Promise<SweepRequest> {
  const { model } = await load(name);
  const set = readSet(model, options.set);
  const [network = usualNetwork(model, set), ...others] = options.network ?? [];
  if (others.length > 0) throw new RangeError("run: takes one network; sweep takes several");
  const { replicates = 100 } = options;
  return {
    command: commandOf(name, network, options),
    model: name,
    networks: [network],
    nodes: options.nodes,
    axes: [],
    points: [{ values: {}, network, parameters: set }],
    set,
    seed: options.seed ?? "1",
    replicates,
    until: stopRule(measureNames(model), { until: options.until, most: options.most, first: replicates }),
    steps: options.steps,
    redraw: options.redraw,
  };
}

function commandOf(
  name: string,
  network: string,
  { nodes, set = [], seed = "1", replicates, until, most, steps, redraw }: RunRequest,
): string {
  const words = ["run", name, "--network", network, ...set.flatMap((setting) => ["--set", setting]), "--seed", seed];
  if (nodes !== undefined) words.push("--nodes", nodes);
  if (replicates !== undefined) words.push("--replicates", String(replicates));
  if (until !== undefined) words.push("--until", until);
  if (most !== undefined) words.push("--most", String(most));
  if (steps !== undefined) words.push("--steps", String(steps));
  if (redraw) words.push("--redraw");
  return `npm run -s ovation -- ${shellWords(words)}`;
}
