import { type EventQueue, eventQueue, exponential, type Network } from "../../core/index.ts";
import { helperOf } from "./helper.ts";
import { ACTIVE, EXPOSED, following, move, rateOf, type Rules, type Stages, SUSCEPTIBLE } from "./stages.ts";

/** Draws by customer and by how many it has had before. */
export interface Waits {
  wait: (i: number, k: number) => number;
  cause: (i: number, k: number) => number;
}
interface World {
  network: Network;
  state: Stages;
  random: Waits;
  /** The unit ends here. */
  time: number;
}

/** Everyone's first waiting time. */
export function beginWaiting({ left }: Stages, { wait }: Waits): void {
  for (let i = 0; i < left.length; i++) left[i] = exponential(wait(i, 0));
}

interface Desk {
  queue: EventQueue;
  /** Up to when `left` has been counted down, and at what rate it has been since. */
  since: Float64Array;
  rate: Float64Array;
}
const desks = new WeakMap<Network, Desk>();
function deskOf(network: Network): Desk {
  const desk = desks.get(network) ?? {
    queue: eventQueue(network.size),
    since: new Float64Array(network.size),
    rate: new Float64Array(network.size),
  };
  desks.set(network, desk);
  return desk;
}

/**
 * All that happens from time − 1 to time, each event at its own moment. Each customer has a waiting time
 * of its own for each stage, exponential with mean 1, which runs down at the rate of `rateOf`; so it
 * passes on with exactly that rate, and in the same world a larger rate never delays it. Between units
 * everything stands in the columns. Time grows with customers plus arcs of those who pass, times log.
 */
export function unitOfTime({ network, state, random, time }: World, rules: Rules): void {
  const { stage, left, waits, joined, through } = state;
  const { offsets, targets } = network.out;
  const { queue, since, rate } = deskOf(network);
  queue.clear();
  since.fill(time - 1);

  function plan(i: number): void {
    rate[i] = rateOf(network, state, rules, i);
    const moment = since[i] + left[i] / rate[i];
    if (moment < time) queue.set(i, moment);
    else queue.drop(i);
  }
  function settle(i: number, now: number): void {
    left[i] = Math.max(0, left[i] - rate[i] * (now - since[i])); // rounding may fall below 0
    since[i] = now;
  }
  function pass(i: number, now: number): void {
    if (stage[i] === SUSCEPTIBLE) {
      through[i] = helperOf(network, state, rules, i, random.cause(i, waits[i]));
      joined[i] = now;
    }
    const to = following(stage[i], rules);
    const seen = stage[i] === EXPOSED || stage[i] === ACTIVE || to === EXPOSED || to === ACTIVE;
    move(network, state, i, to);
    waits[i]++;
    left[i] = exponential(random.wait(i, waits[i]));
    since[i] = now;
    plan(i);
    if (!seen) return;
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const v = targets[e];
      if (stage[v] !== SUSCEPTIBLE) continue; // what it sees does not change its rate
      settle(v, now);
      plan(v);
    }
  }

  for (let i = 0; i < network.size; i++) plan(i);
  while (queue.length > 0) {
    const now = queue.soonest;
    pass(queue.pop(), now);
  }
  for (let i = 0; i < network.size; i++) settle(i, time);
}
