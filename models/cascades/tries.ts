import { type Columns, exponential, f64, i32, log1p, type Network, UNIT } from "../core/index.ts";
import { gapOf } from "./geometric-skips.ts";
import { arcProbability, skipTable } from "./passing.ts";
import { power } from "./power.ts";
import { type Reached } from "./reach.ts";

/** The state of each customer's tries. */
export const tryState = {
  hops: i32("number of ties from a seed to this customer, along those through whom it joined"),
  pace: f64("mean rounds that a try of this customer takes, set when it joins; 0 = never joined"),
  until: i32("round in which the last try of this customer arrives; 0 = none"),
  heard: i32("tries this customer has paid attention to, if attention is limited"),
};
export interface Tries extends Columns<typeof tryState>, Pick<Reached, "reached"> {}
interface Chances {
  coin: (e: number) => number;
  skip: (i: number) => number;
  further: (i: number, k: number) => number;
  wait: (e: number) => number;
}
interface Passing {
  probability: number;
  weighting: string;
  draws: string;
  decay: number;
}
/** Reports a try of customer u along arc e that arrives, and whether it succeeds. */
export type Meet = (e: number, u: number, succeeds: boolean) => void;

/**
 * A function from the single draw of an arc to the rounds until its try arrives: 1 if `pace` is 1, otherwise
 * geometric with mean `pace`. Drawn by inversion, so in the same world a larger mean never makes a try arrive
 * sooner.
 */
export function waiting(pace: number): (draw: number) => number {
  const rate = -log1p(-1 / pace); // Infinity at pace 1
  return (draw) => 1 + Math.floor(exponential(draw) / rate);
}

/** Customer i, who joined in round `time`, starts its tries at the model's current pace. */
export function beginTries(
  { out }: Network,
  { pace, until }: Tries,
  i: number,
  time: number,
  delay: number,
  wait: (e: number) => number,
): void {
  const lasts = waiting(delay);
  let longest = 1;
  if (delay > 1) for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) longest = Math.max(longest, lasts(wait(e)));
  pace[i] = delay;
  until[i] = time + longest;
}

/**
 * A function that reports all tries of customer u that arrive in round `time`, arc by arc. With tries drawn by
 * skips, it reports only the successful ones.
 */
export function triesOf(
  network: Network,
  parameters: Passing,
  { reached, hops, pace }: Tries,
  random: Chances,
  time: number,
): (u: number, meet: Meet) => void {
  const { offsets } = network.out;
  /** True if the try along an arc of u arrives in this round. */
  const arriving = (u: number): ((e: number) => boolean) => {
    if (pace[u] === 1) return () => true;
    const lasts = waiting(pace[u]);
    return (e) => lasts(random.wait(e)) === time - reached[u];
  };
  if (parameters.draws === "skip") {
    const table = skipTable(network, parameters.probability);
    return (u, meet) => {
      const arrives = arriving(u);
      const stop = offsets[u + 1];
      let e = offsets[u] + gapOf(table, random.skip(u) / UNIT); // the first gap belongs to the customer
      for (let k = 1; e < stop; k++) {
        if (arrives(e)) meet(e, u, true);
        e += 1 + gapOf(table, random.further(u, k) / UNIT); // the k-th after it to the pair (customer, k)
      }
    };
  }
  const probability = arcProbability(network, parameters);
  return (u, meet) => {
    const arrives = arriving(u);
    const kept = power(parameters.decay, hops[u]);
    for (let e = offsets[u]; e < offsets[u + 1]; e++)
      if (arrives(e)) meet(e, u, random.coin(e) < probability(e) * kept);
  };
}
