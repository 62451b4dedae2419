import { type Network } from "../../core/index.ts";
import { ratioOfMeans, type Summary, summarize } from "../../statistics/index.ts";
import { type Chosen } from "../../programs/choosing/choose.ts";
import { type Means, type Method, methodNamed } from "../../programs/choosing/methods.ts";
import { liveWorlds, reachIn } from "../../programs/choosing/live-worlds.ts";
import { type Question } from "../../programs/choosing/question.ts";
import { type ChooseRequest } from "./request.ts";

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
  /** Their total cost, where they cost anything. */
  cost?: number;
  /** Time spent choosing, without judging; absent where a folder must hold the same bytes whenever it is made. */
  seconds?: number;
  /** Candidates that tied with the last one chosen. */
  tied: number | null;
  notes: string[];
  /** The same method on the visible part of the network, judged on all of it; the loss is a share of `reach`. */
  unseen?: {
    hidden: number;
    weightError: number;
    seeds: string[];
    reach: Interval;
    loss: { mean: number; low: number; high: number };
  };
}

/** Notes that a method does not use weights, where the request asks what errors in them lose. */
function unweighted({ method }: Chosen, { spread }: Means, { weightError = 0 }: ChooseRequest): string[] {
  const byReach = methodNamed(method).needs.includes("spread");
  const uses = method === "pagerank" || (byReach && spread?.weighting === "edge");
  return weightError === 0 || uses
    ? []
    : [
        `errors in tie weights lose nothing here: ${method} does not use weights${byReach ? ` under weighting=${spread?.weighting}` : ""}`,
      ];
}

const intervalOf = (values: Float64Array): Interval => {
  const { mean, stderr, low, high } = summarize(values);
  return { mean, stderr, low, high };
};

const keysOf = ({ keys }: Network, chosen: readonly number[]): string[] => chosen.map((i) => keys.key(i));

/** A choice, and how long it took where that was measured. */
export type TimedChoice = Chosen & { seconds?: number };

/** The question to all methods, and the choice of each. */
export interface Choices {
  request: ChooseRequest;
  network: Network;
  question: Question;
  means: Means;
  made: readonly TimedChoice[];
  /** The choices on the visible part of the network, where not all of it is visible. */
  unseen: readonly Chosen[];
}

/** The answer for each method, from the reach of each choice world by world: those of `made` first. */
export function answersOf(
  { request, network, question, means, made, unseen }: Choices,
  reach: readonly Float64Array[],
): ChooseAnswer[] {
  return made.map((one, m) => ({
    ...answerOf({ ...one, notes: [...one.notes, ...unweighted(one, means, request)] }, network, reach[m]),
    ...(question.worth && means.spread && { value: valueOf(one.chosen, question, means, request) }),
    ...(unseen.length > 0 && { unseen: unseenOf(unseen[m], network, request, reach[m], reach[made.length + m]) }),
  }));
}

function answerOf(
  { method, chosen, tied, notes, cost, certificate, seconds }: TimedChoice,
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
    ...(seconds !== undefined && { seconds }),
    tied,
    notes,
  };
}

/** The most arcs to follow for the worth reached: about ten seconds of work. */
const MOST_ARCS = 1e9;

/** The worth reached in fresh worlds of live arcs; fewer worlds where cascades are large. */
function valueOf(
  chosen: readonly number[],
  { network, worth, seed }: Question,
  { spread }: Means,
  { replicates }: ChooseRequest,
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
  { hidden = 0, weightError = 0 }: ChooseRequest,
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
