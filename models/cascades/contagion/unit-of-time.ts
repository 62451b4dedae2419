import { type EventQueue, eventQueue, exponential, type Network } from "../../core/index.ts";
import { helperOf } from "./helper.ts";
import { ACTIVE, EXPOSED, following, move, rateOf, type Rules, type Stages, SUSCEPTIBLE } from "./stages.ts";

/** Draws by customer and by the number of waiting times the customer had before. */
export interface Waits {
  wait: (i: number, k: number) => number;
  cause: (i: number, k: number) => number;
}
interface World {
  network: Network;
  state: Stages;
  random: Waits;
  /** The end of the unit. */
  time: number;
}

/** Everyone's first waiting time. */
export function beginWaiting({ left }: Stages, { wait }: Waits): void {
  for (let i = 0; i < left.length; i++) left[i] = exponential(wait(i, 0));
}

interface Desk {
  queue: EventQueue;
  /** The time up to which `left` is counted down, and the rate since then. */
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
 * All events from time − 1 to time, each at its own moment. Each customer has a waiting time for each stage,
 * exponential with mean 1, that runs down at the rate given by `rateOf`. The customer therefore changes stage at
 * exactly that rate, and in the same world a larger rate never delays the change. Between units the whole state is
 * in the columns. Time is O((customers + arcs of those who change stage) · log customers).
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
      if (stage[v] !== SUSCEPTIBLE) continue; // its rate does not depend on what it sees
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
