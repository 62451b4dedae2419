import { type Network, refuse, streamKey, uniform } from "../../core/index.ts";
import { type Limits, mostThatFit } from "./limits.ts";

/** Whom to choose from, and within what. */
export interface Question {
  network: Network;
  /** How many; Infinity where only the budget limits. */
  count: number;
  /** What they may cost together; Infinity by default. */
  budget?: number;
  /** What each customer costs; needed with a budget. */
  costs?: Float64Array;
  /** Who may be chosen; default: everyone. */
  candidates?: readonly number[] | Uint32Array;
  /** What each customer is worth; default: 1. */
  worth?: Float64Array;
  /** Any text; the same seed gives the same choice. */
  seed?: string | number;
  /** How equals are put in order: by chance of the seed, or by index. */
  ties?: "chance" | "index";
}

/** A question after every check. */
export interface Asked {
  network: Network;
  limits: Limits;
  /** Rising, each once. */
  candidates: Uint32Array;
  worth: Float64Array | null;
  seed: string | number;
  rank: (i: number) => number;
}

/** Checks a question; throws one `RangeError` with all faults. */
export function asked({
  network,
  count,
  budget = Infinity,
  costs,
  candidates,
  worth,
  seed = 1,
  ties = "chance",
}: Question): Asked {
  const among = candidates ? Uint32Array.from(new Set(candidates)).sort() : network.nodes;
  const limits: Limits = { count: Math.min(count, among.length), budget, costs: costs ?? null };
  const faults = [
    ...candidateFaults(among, candidates, network),
    ...countFaults(count, among.length),
    ...budgetFaults({ count, budget, costs }),
    ...columnFaults("costs", costs, network, 0),
    ...columnFaults("worth", worth, network, -1),
  ];
  if (faults.length === 0 && mostThatFit(limits, among) === 0) {
    faults.push(
      `budget must be at least ${among.reduce((least, i) => Math.min(least, costs?.[i] ?? 0), Infinity)}, what the cheapest candidate costs, got ${budget}`,
    );
  }
  refuse(faults.map((fault) => `choose: ${fault}`));
  return { network, limits, candidates: among, worth: worth ?? null, seed, rank: rankOf(seed, ties) };
}

function candidateFaults(among: Uint32Array, given: Question["candidates"], { size }: Network): string[] {
  if (among.length === 0) return ["there must be someone to choose from, got no candidates"];
  if (!given || among.every((i) => i < size)) return [];
  return [`candidates must be customers below ${size}, got ${among.at(-1)}`];
}

function countFaults(count: number, candidates: number): string[] {
  if (count === Infinity) return [];
  if (!(Number.isInteger(count) && count >= 1)) return [`count must be a whole number of at least 1, got ${count}`];
  if (count <= candidates || candidates === 0) return [];
  return [`count must be at most the ${candidates} candidates, got ${count}`];
}

function budgetFaults({ count, budget, costs }: { count: number; budget: number; costs?: Float64Array }): string[] {
  const faults: string[] = [];
  if (count === Infinity && budget === Infinity) faults.push("count or budget must be given, got neither");
  if (budget < Infinity && !costs) faults.push("costs must be given with a budget, got none");
  if (!(budget > 0)) faults.push(`budget must be above 0, got ${budget}`);
  return faults;
}

/** Values above `bar` and finite for all customers, or a fault that names the first other. */
function columnFaults(name: string, values: Float64Array | undefined, { size, keys }: Network, bar: 0 | -1): string[] {
  if (!values) return [];
  if (values.length !== size) return [`${name} must be given of each of the ${size} customers, got ${values.length}`];
  const wrong = values.findIndex((value) => !((bar < 0 ? value >= 0 : value > 0) && value < Infinity));
  return wrong < 0
    ? []
    : [`${name} must be ${bar < 0 ? "0 or more" : "above 0"}, got ${values[wrong]} of customer ${keys.key(wrong)}`];
}

/** What decides between equals: the lowest goes first. */
function rankOf(seed: string | number, ties: "chance" | "index"): (i: number) => number {
  if (ties === "index") return (i) => i;
  const key = streamKey(seed, "choosing/rank");
  return (i) => uniform(key, i);
}
