import { childKey, draw, type Kernel, type Key, limit, type Network, word } from "../core/index.ts";
import { GUIDE_SHIFT } from "./geometric-skips.ts";
import { arcProbability, skipTable } from "./passing.ts";
import { inRounds, type RoundsJob } from "./rounds.ts";
import { signedRows } from "./signed-rows.ts";

interface Job extends RoundsJob {
  parameters: RoundsJob["parameters"] & { probability: number; weighting: string; draws: string };
  keys: { coin: Key; skip: Key; further: Key; first: Key };
}
/**
 * Memory shared by all worlds of a job: flags by customer, and the customers reached, in order. The list is also
 * used to clear the flags.
 */
interface Desk {
  seen: Uint8Array;
  queue: Int32Array;
  /** Key of the coins, or of the first gaps. */
  key: Key;
  /** Key of the gaps after the first. */
  further: Key;
}
type Round = (from: number, to: number) => number;

/**
 * A kernel for many worlds of the independent cascade. Each round copies the key words to local variables, because
 * reading them from memory is five times slower.
 */
export function independentCascadeKernel(job: Job): Kernel {
  const { network, parameters, keys } = job;
  const desk: Desk = {
    seen: new Uint8Array(network.size),
    queue: new Int32Array(network.size + 1),
    key: new Int32Array(4),
    further: new Int32Array(4),
  };
  const { seen, queue, key, further } = desk;
  const skipping = parameters.draws === "skip";
  return inRounds(job, {
    queue,
    open(world) {
      childKey(skipping ? keys.skip : keys.coin, world, key);
      if (skipping) childKey(keys.further, world, further);
    },
    enter: (i) => (seen[i] = 1),
    round: roundOf(network, parameters, desk),
    clear(end) {
      for (let k = 0; k < end; k++) seen[queue[k]] = 0;
    },
  });
}

function roundOf(network: Network, parameters: Job["parameters"], desk: Desk): Round {
  if (parameters.draws === "skip") return skipRound(network, parameters.probability, desk);
  return parameters.weighting === "uniform"
    ? uniformRound(network, parameters.probability, desk)
    : weightedRound(network, parameters, desk);
}

/** One probability for all arcs: draws first and looks up the target only on success. */
function uniformRound(network: Network, probability: number, { seen, queue, key }: Desk): Round {
  const { offsets, targets } = signedRows(network.out);
  const bar = limit(probability) - 1; // 31 bits, so that the comparison stays one of integers
  return (from, to) => {
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

/**
 * One probability per arc. Limits and targets are stored next to each other, so that a success finds its target in
 * the same cache line.
 */
function weightedRound(network: Network, parameters: Job["parameters"], { seen, queue, key }: Desk): Round {
  const { offsets, targets } = signedRows(network.out);
  const probability = arcProbability(network, parameters);
  const pairs = new Int32Array(2 * network.arcs);
  for (let e = 0; e < network.arcs; e++) {
    pairs[2 * e] = limit(probability(e)) - 1;
    pairs[2 * e + 1] = targets[e];
  }
  return (from, to) => {
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

/**
 * Goes from success to success by geometric gaps, in waves: first everyone's first success, then the second
 * successes of those who have one, and so on. A wave keeps customers with another success without a branch, which
 * avoids mispredicted branches and lets memory accesses overlap. A gap of at least `rest` arcs means a draw of at
 * most tails[rest]. Draw j > 0 of customer u is that of the pair (u, j).
 */
function skipRound(network: Network, probability: number, { seen, queue, key, further }: Desk): Round {
  const { offsets, targets } = signedRows(network.out);
  const { tails, guide } = skipTable(network, probability);
  const [who, place, drawn] = [1, 2, 3].map(() => new Int32Array(network.size + 1)); // one spare entry
  const succeed = successes({ targets, tails, guide, place, drawn, seen, queue });

  function begin(from: number, to: number): number {
    const k0 = key[0];
    const k1 = key[1];
    const k2 = key[2];
    const k3 = key[3];
    let count = 0;
    for (let k = from; k < to; k++) {
      const u = queue[k];
      const e = offsets[u];
      const d = draw(k0, k1, k2, k3, u);
      who[count] = u;
      place[count] = e;
      drawn[count] = d;
      count += (tails[offsets[u + 1] - e] - d) >>> 31; // 1 if the draw is larger
    }
    return count;
  }

  function goOn(count: number, j: number): number {
    const k0 = further[0];
    const k1 = further[1];
    const k2 = further[2];
    const k3 = further[3];
    let left = 0;
    for (let k = 0; k < count; k++) {
      const u = who[k];
      const e = place[k];
      const row = word(k0, k1, k2, k3, u) ^ u; // from here on as `pairUniform` does
      const d = draw(k1 ^ row, (k2 + Math.imul(row, 0x9e3779b1)) | 0, k3 ^ (row << 16) ^ (row >>> 16), k0, j);
      who[left] = u;
      place[left] = e;
      drawn[left] = d;
      left += (tails[offsets[u + 1] - e] - d) >>> 31;
    }
    return left;
  }

  return (from, to) => {
    let end = to;
    let count = begin(from, to);
    for (let j = 1; count > 0; j++) {
      end = succeed(count, end);
      count = goOn(count, j);
    }
    return end;
  };
}

interface Wave extends Pick<Desk, "seen" | "queue">, ReturnType<typeof skipTable> {
  targets: Int32Array;
  /** The next arc of each customer of the wave, and the draw that says how far its next success is. */
  place: Int32Array;
  drawn: Int32Array;
}

/** Adds to the queue, from `to` on, the target of the next success of the first `count` customers of a wave. */
function successes({ targets, tails, guide, place, drawn, seen, queue }: Wave) {
  return (count: number, to: number): number => {
    let end = to;
    for (let k = 0; k < count; k++) {
      const d = drawn[k];
      let gap = guide[d >>> GUIDE_SHIFT];
      while (d <= tails[gap + 1]) gap++;
      const e = place[k] + gap;
      const v = targets[e];
      place[k] = e + 1;
      queue[end] = v;
      end += 1 - seen[v];
      seen[v] = 1;
    }
    return end;
  };
}
