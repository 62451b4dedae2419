import { type Network, refuse } from "../../models/core/index.ts";
import { ratioOfMeans, type Summary, summarize } from "../../models/statistics/index.ts";
import { choose, type Chosen, type Means, type Method } from "../../models/programs/choosing/choose.ts";
import { liveWorlds, reachIn } from "../../models/programs/choosing/live-worlds.ts";
import { type Question } from "../../models/programs/choosing/question.ts";
import { seenNetwork } from "../../models/programs/choosing/seen-network.ts";
import { answer, answerJson, say } from "../cli/output.ts";
import { networkFrom } from "../disk/network-source.ts";
import { reachOf } from "./choose-judge.ts";
import { type ChooseOptions, methodsOf, modelFaults, optionFaults, questionOf } from "./choose-request.ts";
import { chooseSummary } from "./choose-summary.ts";
import { loadModel } from "../disk/model-source.ts";
import { readSet, usualNetwork } from "../../models/studies/asking/settings.ts";

type Interval = Pick<Summary, "mean" | "stderr" | "low" | "high">;

/** What `choose --json` prints of each method. */
export interface ChooseAnswer {
  method: Method;
  count: number;
  seeds: string[];
  reach: Interval;
  /** Worth reached, where customers have one. */
  value?: Interval & { n: number };
  guarantee?: { approximation: number; upper: number; failure: number; lower: number; sets: number };
  /** What they cost together, where they cost anything. */
  cost?: number;
  /** Of choosing, judging left out. */
  seconds: number;
  /** Candidates that stood equal with the last one chosen. */
  tied: number | null;
  notes: string[];
  /** The same method on what is seen of the network, judged on the whole; loss as a share of the reach above. */
  unseen?: {
    hidden: number;
    weightError: number;
    seeds: string[];
    reach: Interval;
    loss: { mean: number; low: number; high: number };
  };
}

/** `choose`: advocates by one or more methods, judged in the same fresh worlds. */
export async function chooseAdvocates(options: ChooseOptions): Promise<void> {
  const methods = methodsOf(options);
  const { model, reference } = await loadModel(options.model);
  const set = readSet(model, options.set);
  refuse([...modelFaults(model, methods, set), ...optionFaults(options, methods)]);
  const spec = options.network ?? usualNetwork(model, set);
  const { network, told } = await networkFrom(spec, { seed: options.seed, nodes: options.nodes });
  const { question, means } = questionOf(options, network, model, set);
  const blind = options.hidden !== undefined || options.weightError !== undefined;
  const seen = blind ? seenNetwork(network, options) : network;
  const made = methods.map((method) => timed(method, question, means));
  const unseen = blind ? methods.map((method) => timed(method, { ...question, network: seen }, means)) : [];
  const judging = {
    reference,
    model,
    network,
    spec,
    set,
    seed: options.seed,
    replicates: options.replicates,
    threads: options.threads,
    quiet: options.quiet,
  };
  const reach = await reachOf(
    [...made, ...unseen].map(({ chosen }) => chosen),
    judging,
  );
  if (!reach) {
    process.exitCode = 130;
    say("stopped: the choice was made but not judged");
    return;
  }
  const answers = made.map((one, m) => ({
    ...answerOf({ ...one, notes: [...one.notes, ...unweighted(one, means, options)] }, network, reach[m]),
    ...(question.worth && means.spread && { value: valueOf(one.chosen, question, means, options) }),
    ...(blind && { unseen: unseenOf(unseen[m], network, options, reach[m], reach[methods.length + m]) }),
  }));
  if (options.json) {
    answerJson(answers.length === 1 ? answers[0] : answers);
    return;
  }
  told.forEach(say);
  answer(chooseSummary(answers, { model: model.name, spec, network, options }));
}

/** Says of a method that weights are nothing to it, where it is asked what errors in them lose. */
function unweighted({ method }: Chosen, { spread }: Means, { weightError = 0 }: ChooseOptions): string[] {
  const byReach = method === "greedy" || method === "guaranteed";
  const uses = method === "pagerank" || (byReach && spread?.weighting === "edge");
  return weightError === 0 || uses
    ? []
    : [
        `errors in tie weights lose nothing here: ${method} does not use weights${byReach ? ` under weighting=${spread?.weighting}` : ""}`,
      ];
}

function timed(method: Method, question: Question, means: Means): Chosen & { seconds: number } {
  const began = performance.now();
  const chosen = choose(method, question, means);
  return { ...chosen, seconds: (performance.now() - began) / 1000 };
}

const intervalOf = (values: Float64Array): Interval => {
  const { mean, stderr, low, high } = summarize(values);
  return { mean, stderr, low, high };
};

const keysOf = ({ keys }: Network, chosen: readonly number[]): string[] => chosen.map((i) => keys.key(i));

function answerOf(
  { method, chosen, tied, notes, cost, certificate, seconds }: Chosen & { seconds: number },
  network: Network,
  reach: Float64Array,
): ChooseAnswer {
  return {
    method,
    count: chosen.length,
    seeds: keysOf(network, chosen),
    reach: intervalOf(reach),
    ...(certificate && { guarantee: certificate }),
    ...(cost > 0 && { cost }),
    seconds,
    tied,
    notes,
  };
}

/** Arcs to follow for the worth reached, some ten seconds of work. */
const MOST_ARCS = 1e9;

/** The worth reached in fresh worlds of live arcs, in fewer of them where cascades are large. */
function valueOf(
  chosen: readonly number[],
  { network, worth, seed }: Question,
  { spread }: Means,
  { replicates }: ChooseOptions,
): Interval & { n: number } {
  const worlds = liveWorlds({ network, spread: spread!, worth: worth!, seed: seed ?? 1, stream: "choosing/fresh" });
  const few = Math.min(replicates, 100);
  reachIn(worlds, network.size, chosen, few);
  const n = Math.min(replicates, Math.max(few, Math.floor(MOST_ARCS / Math.max(1, worlds.looked() / few))));
  return { ...intervalOf(reachIn(worlds, network.size, chosen, n)), n };
}

function unseenOf(
  { chosen }: Chosen,
  network: Network,
  { hidden = 0, weightError = 0 }: ChooseOptions,
  whole: Float64Array,
  seen: Float64Array,
): NonNullable<ChooseAnswer["unseen"]> {
  const { ratio, low, high } = ratioOfMeans(whole, seen);
  return {
    hidden,
    weightError,
    seeds: keysOf(network, chosen),
    reach: intervalOf(seen),
    loss: { mean: 1 - ratio, low: 1 - high, high: 1 - low },
  };
}
