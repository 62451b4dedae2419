import { type Columns, exponential, f64, i32, log1p, type Network, UNIT } from "../core/index.ts";
import { gapOf } from "./geometric-skips.ts";
import { arcProbability, skipTable } from "./passing.ts";
import { power } from "./power.ts";
import { type Reached } from "./reach.ts";

/** What is remembered of each customer's tries. */
export const tryState = {
  hops: i32("ties from a first customer to this one, along those who brought it in"),
  pace: f64("mean rounds that a try of this customer takes, fixed when it joined; 0 never"),
  until: i32("round in which the last try of this customer arrives; 0 none"),
  heard: i32("tries this customer has attended to, where attention is limited"),
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
/** A try along arc e of customer u that arrives, and whether it succeeds. */
export type Meet = (e: number, u: number, succeeds: boolean) => void;

/**
 * A function from the one draw of an arc to the rounds until its try arrives: 1 at `pace` 1, else geometric
 * with that mean, by inversion, so that in the same world a larger mean never hastens a try.
 */
export function waiting(pace: number): (draw: number) => number {
  const rate = -log1p(-1 / pace); // Infinity at pace 1
  return (draw) => 1 + Math.floor(exponential(draw) / rate);
}

/** Customer i, who joined in round `time`, begins to try, as fast as the model has it now. */
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
 * A function that tells all tries of customer u that arrive in round `time`, arc by arc; of those drawn by skips only
 * the successes.
 */
export function triesOf(
  network: Network,
  parameters: Passing,
  { reached, hops, pace }: Tries,
  random: Chances,
  time: number,
): (u: number, meet: Meet) => void {
  const { offsets } = network.out;
  /** Whether the try of an arc of u arrives in this round. */
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
