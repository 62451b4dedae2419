import { type Network } from "../../models/core/index.ts";
import { type Counted, joined } from "../../models/influence/degrees/counting.ts";
import {
  conclude,
  type Degree,
  type Degrees,
  prepare,
  type Prepared,
} from "../../models/influence/degrees/statistic.ts";
import { type Trait, traitOf } from "../../models/influence/degrees/trait.ts";
import { allThreads } from "../cli/options.ts";
import { answer, answerJson, say } from "../cli/output.ts";
import { aligned, wrapped } from "../../models/studies/telling/text.ts";
import { progress } from "../cli/progress.ts";
import { networkFrom } from "../disk/network-source.ts";
import { type DegreesWork, degreesTask, type Stretch } from "../../models/studies/degrees/degrees-task.ts";
import { type ModelWorld, networkOfModel, peopleOfWorld } from "./model-world.ts";

export interface DegreesRequest extends Partial<Omit<ModelWorld, "seed">> {
  /** The model's own where there is one, else the karate club. */
  network?: string;
  nodes?: string;
  trait: string;
  value?: string;
  threshold?: number;
  blocks?: string;
  distances: number;
  permutations: number;
  egos?: number | "all";
  seed: string;
  threads?: number;
  quiet?: boolean;
  json?: boolean;
}

/** `degrees`: the statistic on a network with a trait, its people's or one that a model made, and what it cannot tell apart. */
export async function degrees({
  network: asked,
  nodes,
  quiet = false,
  json,
  threads,
  model,
  ...request
}: DegreesRequest): Promise<void> {
  const made = model === undefined ? undefined : { ...request, model };
  const spec = asked ?? (made ? await networkOfModel(made) : "karate");
  const { network: drawn, told } = await networkFrom(spec, { seed: request.seed, nodes });
  const network = made ? await peopleOfWorld(drawn, made) : drawn;
  const trait = traitOf(network, request);
  const result = await degreesInThreads(network, trait, { ...request, threads, quiet });
  const sampled = result.egos < result.nodes;
  const estimated = sampled ? ["pairs", "observed", "excess"] : [];
  const warnings = [warningOf(request.blocks), ...missingOf(result), ...sampledOf(result), ...smallOf(result)];
  if (json) {
    answerJson({ ...result, estimated, warning: warnings.join(" ") });
    return;
  }
  for (const sentence of told) say(sentence);
  if (made) answer(`World ${made.world ?? 0} of ${made.model} on ${spec}.`);
  answer(`${sentenceOf(result, made && request.threshold === undefined ? { value: "1", ...request } : request)}\n`);
  const head = [
    "distance",
    "pairs",
    "observed",
    "expected",
    "excess",
    "95 % of shuffles",
    "p",
    ...(sampled ? ["error"] : []),
  ];
  answer(aligned([head, ...result.degrees.map((degree) => rowOf(degree, sampled))], [0, 1, 2, 3, 4, 5, 6, 7]));
  answer(`\n${warnings.map((warning) => wrapped(warning)).join("\n\n")}`);
}

/** The work in stretches on threads of their own; the result does not depend on how many. */
async function degreesInThreads(
  network: Network,
  trait: Trait,
  job: Omit<DegreesRequest, "network" | "trait">,
): Promise<Degrees> {
  const prepared = prepare(network, trait, job);
  const { plan, labelings, seed } = prepared;
  const run = await openThreads(
    prepared,
    { plan: { ...plan, rows: bare(plan.rows) }, trait, labelings, seed },
    job.threads,
  );
  const shown = progress("people", job.quiet ?? false);
  shown.wanted(plan.egos.length);
  try {
    await Promise.all(stretches("shuffle", labelings.words, 8).map(run.task));
    return conclude(prepared, [
      await inOrder(run, stretches("count", plan.egos.length, 32), (stretch) => shown.add(stretch.to - stretch.from)),
    ]);
  } finally {
    shown.stop();
    await run.close();
  }
}

/** The stretches counted and added up in order, a few ahead: large networks leave no room for all of them at once. */
async function inOrder(run: Threads, wanted: readonly Stretch[], done: (stretch: Stretch) => void): Promise<Counted> {
  const running: Promise<Counted | null>[] = [];
  const ahead = 2 * run.threads;
  let total: Counted | null = null;
  for (let k = 0; k < wanted.length + ahead; k++) {
    if (k < wanted.length) {
      const begun = run.task(wanted[k]);
      begun.catch(() => undefined); // told where it is awaited
      running.push(begun);
    }
    if (k < ahead) continue;
    const one = (await running.shift()) ?? null;
    total = total && one ? joined(total, one) : one;
    done(wanted[k - ahead]);
  }
  if (!total) throw new Error("degrees: somebody must be looked at, got nobody");
  return total;
}

interface Threads {
  threads: number;
  task(stretch: Stretch): Promise<Counted | null>;
  close(): Promise<void>;
}

/** Functions cannot go to another thread. */
const bare = ({ offsets, targets }: Prepared["plan"]["rows"]): Prepared["plan"]["rows"] => ({
  offsets,
  targets,
  weights: null,
});

/** Below this many pairs and words threads cost more than they save. */
const WORTH_THREADS = 1e5;

async function openThreads({ plan, labelings }: Prepared, work: DegreesWork, wanted?: number): Promise<Threads> {
  const threads = wanted ?? (plan.egos.length * labelings.words > WORTH_THREADS ? allThreads() : 1);
  if (threads === 1) {
    const task = degreesTask(work);
    return { threads, task: (stretch) => Promise.resolve(task(stretch)), close: () => Promise.resolve() };
  }
  const { Piscina } = await import("piscina");
  const filename = new URL("./degrees-entry.mjs", import.meta.url).href;
  const piscina = new Piscina({
    filename,
    workerData: { work },
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
  });
  return {
    threads,
    task: (stretch) => piscina.run(stretch) as Promise<Counted | null>,
    close: () => piscina.destroy(),
  };
}

function stretches(what: Stretch["what"], length: number, parts: number): Stretch[] {
  const edge = (k: number): number => Math.floor((k * length) / parts);
  return Array.from({ length: parts }, (_, k) => ({ what, from: edge(k), to: edge(k + 1) })).filter(
    ({ from, to }) => to > from,
  );
}

const percent = (share: number, digits = 1): string =>
  Number.isFinite(share) ? `${(100 * share).toFixed(digits)} %` : "–";
const signed = (share: number): string => (share > 0 ? "+" : "") + percent(share);

function sentenceOf(
  { trait, influence, prevalence, nodes, degrees: all }: Degrees,
  { value, threshold }: Partial<DegreesRequest>,
): string {
  const what =
    value !== undefined ? `${trait} = ${value}` : threshold !== undefined ? `${trait} of at least ${threshold}` : trait;
  const people = `${percent(prevalence)} of ${nodes} people have ${what}.`;
  const steps = influence === 1 ? "one step" : `${influence} steps`;
  if (influence === 0) return `${people} Its clustering at distance 1 does not exceed what shuffled labels give.`;
  return `${people} It clusters to ${steps}${influence === all.length ? ", the farthest looked at" : ""}: beyond chance at each distance.`;
}

function rowOf(
  { distance, pairs, observed, expected, excess, excessLow, excessHigh, p, stderr }: Degree,
  sampled: boolean,
): string[] {
  const band = Number.isFinite(excessLow) ? `${signed(excessLow)} to ${signed(excessHigh)}` : "–";
  const row = [
    String(distance),
    String(pairs),
    percent(observed),
    percent(expected),
    signed(excess),
    band,
    Number.isFinite(p) ? p.toPrecision(2) : "–",
  ];
  return sampled ? [...row, `± ${percent(1.96 * stderr, 2)}`] : row;
}

function warningOf(blocks?: string): string {
  const shared =
    blocks === undefined ? "" : ` What people of the same ${blocks} share is taken out, other likeness is not.`;
  return (
    "This curve cannot tell why people at a distance are alike: they may have taken it from each other (contagion), have chosen each other for being alike (homophily), " +
    `or share surroundings that act on both (context). Each of the three alone can give this same curve (Shalizi & Thomas 2011; Lyons 2011); --laboratory shows worlds of each where it does.${shared}`
  );
}

const missingOf = ({ unknown, nodes, trait }: Degrees): string[] =>
  unknown === 0
    ? []
    : [
        `${unknown} of ${unknown + nodes} people are left out because ${trait} or their block is not known; ties still run through them.`,
      ];

const sampledOf = ({ egos, nodes }: Degrees): string[] =>
  egos === nodes
    ? []
    : [
        `Estimated from the surroundings of ${egos} of ${nodes} people; the band and p are right for them. --egos all looks at everybody.`,
      ];

function smallOf({ degrees: all }: Degrees): string[] {
  const none = all.filter(({ observed }) => !Number.isFinite(observed)).map(({ distance }) => distance);
  return none.length === 0
    ? []
    : [`At distance ${none.join(", ")} there is no pair whose alter has the trait: nothing can be said.`];
}
