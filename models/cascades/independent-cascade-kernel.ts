import { childKey, draw, type Kernel, type Key, limit, type Network, sequence, word } from "../core/index.ts";
import { type First, firstCustomers } from "./first-customers.ts";
import { GUIDE_SHIFT } from "./geometric-skips.ts";
import { arcProbability, skipTable } from "./passing.ts";

interface Job {
  network: Network;
  parameters: First & { probability: number; weighting: string; draws: string };
  keys: { coin: Key; skip: Key; first: Key };
  steps: number;
}
/** What every world of a job writes to: flags by customer, and the customers reached, in order; the list also undoes the flags. */
interface Desk {
  seen: Uint8Array;
  queue: Int32Array;
}
/** Lets the customers queue[from] … queue[to - 1] try; returns the new end of the queue. */
type Round = (desk: Desk, key: Key, from: number, to: number) => number;

/** Many worlds of the independent cascade: time and resets cost what the cascade touched, nothing is allocated but random first customers. */
export function independentCascadeKernel({ network, parameters, keys, steps }: Job): Kernel {
  const first = firstCustomers(network, parameters);
  const desk: Desk = { seen: new Uint8Array(network.size), queue: new Int32Array(network.size) };
  const { seen, queue } = desk;
  const skipping = parameters.draws === "skip";
  const round = skipping ? skipRound(network, parameters.probability) : parameters.weighting === "uniform" ? uniformRound(network, parameters.probability) : weightedRound(network, parameters);
  const parent = skipping ? keys.skip : keys.coin;
  const key: Key = new Int32Array(4);
  return (world, out) => {
    childKey(parent, world, key);
    let end = 0;
    for (const i of first(() => sequence(childKey(keys.first, world)))) {
      seen[i] = 1;
      queue[end++] = i;
    }
    let from = 0;
    let rounds = 0;
    for (let time = 1; from < end && time <= steps; time++) {
      const to = end;
      end = round(desk, key, from, to);
      if (end > to) rounds = time;
      from = to;
    }
    for (let k = 0; k < end; k++) seen[queue[k]] = 0;
    out[0] = end;
    out[1] = rounds;
  };
}

/** One probability for all arcs: the draw comes first, the target is looked at only on success. */
function uniformRound(network: Network, probability: number): Round {
  const { offsets, targets } = network.out;
  const bar = limit(probability) - 1; // 31 bits, so that the comparison stays one of integers
  return ({ seen, queue }, key, from, to) => {
    const k0 = key[0];
    const k1 = key[1];
    const k2 = key[2];
    const k3 = key[3];
    let end = to;
    for (let k = from; k < to; k++) {
      const u = queue[k];
      const stop = offsets[u + 1];
      for (let e = offsets[u]; e < stop; e++) {
        if (draw(k0, k1, k2, k3, e) > bar) continue;
        const v = targets[e];
        if (seen[v] !== 0) continue;
        seen[v] = 1;
        queue[end++] = v;
      }
    }
    return end;
  };
}

/** A probability an arc: bars and targets stand side by side, so that a success finds its target in the same cache line. */
function weightedRound(network: Network, parameters: Job["parameters"]): Round {
  const { offsets, targets } = network.out;
  const probability = arcProbability(network, parameters);
  const pairs = new Int32Array(2 * network.arcs);
  for (let e = 0; e < network.arcs; e++) {
    pairs[2 * e] = limit(probability(e)) - 1;
    pairs[2 * e + 1] = targets[e];
  }
  return ({ seen, queue }, key, from, to) => {
    const k0 = key[0];
    const k1 = key[1];
    const k2 = key[2];
    const k3 = key[3];
    let end = to;
    for (let k = from; k < to; k++) {
      const u = queue[k];
      const stop = offsets[u + 1];
      for (let e = offsets[u]; e < stop; e++) {
        if (draw(k0, k1, k2, k3, e) > pairs[2 * e]) continue;
        const v = pairs[2 * e + 1];
        if (seen[v] !== 0) continue;
        seen[v] = 1;
        queue[end++] = v;
      }
    }
    return end;
  };
}

/** From success to success by geometric gaps; draw k of customer u is that of the pair (u, k). */
function skipRound(network: Network, probability: number): Round {
  const { offsets, targets } = network.out;
  const { tails, guide } = skipTable(network, probability);
  return ({ seen, queue }, key, from, to) => {
    const k0 = key[0];
    const k1 = key[1];
    const k2 = key[2];
    const k3 = key[3];
    let end = to;
    for (let k = from; k < to; k++) {
      const u = queue[k];
      const stop = offsets[u + 1];
      let e = offsets[u];
      if (e === stop) continue;
      const row = word(k0, k1, k2, k3, u) ^ u; // as `pairUniform` does
      const r0 = k1 ^ row;
      const r2 = (k3 + row) | 0;
      for (let j = 0; e < stop; j++) {
        const d = draw(r0, k2, r2, k0, j);
        let gap = guide[d >>> GUIDE_SHIFT];
        while (d <= tails[gap]) gap++;
        e += gap;
        if (e >= stop) break;
        const v = targets[e++];
        if (seen[v] !== 0) continue;
        seen[v] = 1;
        queue[end++] = v;
      }
    }
    return end;
  };
}
