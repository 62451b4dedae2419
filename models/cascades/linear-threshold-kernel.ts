import { childKey, draw, type Kernel, type Key, type Network, UNIT } from "../core/index.ts";
import { inRounds, type RoundsJob } from "./rounds.ts";
import { signedRows } from "./signed-rows.ts";
import { UNITS, unitsOf } from "./units.ts";

interface Job extends RoundsJob {
  parameters: RoundsJob["parameters"] & { weighting: string };
  keys: { threshold: Key; first: Key };
}
/**
 * Memory shared by all worlds of a job. `left` is 0 until a customer is touched, then what it still needs, and -1
 * once it has joined.
 */
interface Desk {
  left: Int32Array;
  queue: Int32Array;
  /** Customers whose `left` must be cleared, and their number. */
  touched: Int32Array;
  marks: number;
  key: Key;
}
type Round = (from: number, to: number) => number;

/**
 * A kernel for many worlds of linear thresholds. It is event-driven: a threshold is drawn when its customer is
 * first touched.
 */
export function linearThresholdKernel(job: Job): Kernel {
  const { network, parameters, keys } = job;
  const [left, queue, touched] = [1, 2, 3].map(() => new Int32Array(network.size));
  const desk: Desk = { left, queue, touched, marks: 0, key: new Int32Array(4) };
  return inRounds(job, {
    queue,
    open(world) {
      childKey(keys.threshold, world, desk.key);
      desk.marks = 0;
    },
    enter(i) {
      left[i] = -1;
      touched[desk.marks++] = i;
    },
    round: parameters.weighting === "edge" ? weightedRound(network, desk) : degreeRound(network, desk),
    clear() {
      for (let k = 0; k < desk.marks; k++) left[touched[k]] = 0;
    },
  });
}

/** Every in-neighbour weighs the same: counts down from threshold times in-degree. */
function degreeRound(network: Network, desk: Desk): Round {
  const { offsets, targets } = signedRows(network.out);
  const inOffsets = signedRows(network.in).offsets;
  const { left, queue, touched, key } = desk;
  return (from, to) => {
    const k0 = key[0];
    const k1 = key[1];
    const k2 = key[2];
    const k3 = key[3];
    let end = to;
    let marks = desk.marks;
    for (let k = from; k < to; k++) {
      const u = queue[k];
      const stop = offsets[u + 1];
      for (let e = offsets[u]; e < stop; e++) {
        const v = targets[e];
        let missing = left[v];
        if (missing < 0) continue;
        if (missing === 0) {
          touched[marks++] = v;
          missing = Math.ceil(draw(k0, k1, k2, k3, v) * UNIT * (inOffsets[v + 1] - inOffsets[v]));
        }
        if (missing > 1) left[v] = missing - 1;
        else {
          left[v] = -1;
          queue[end++] = v;
        }
      }
    }
    desk.marks = marks;
    return end;
  };
}

/** Tie weights in whole units, stored next to their targets. */
function weightedRound(network: Network, desk: Desk): Round {
  const { weights } = network.out;
  const { offsets, targets } = signedRows(network.out);
  const pairs = new Int32Array(2 * network.arcs);
  for (let e = 0; e < network.arcs; e++) {
    pairs[2 * e] = targets[e];
    pairs[2 * e + 1] = unitsOf(weights![e]);
  }
  const { left, queue, touched, key } = desk;
  return (from, to) => {
    const k0 = key[0];
    const k1 = key[1];
    const k2 = key[2];
    const k3 = key[3];
    let end = to;
    let marks = desk.marks;
    for (let k = from; k < to; k++) {
      const u = queue[k];
      const stop = offsets[u + 1];
      for (let e = offsets[u]; e < stop; e++) {
        const v = pairs[2 * e];
        let missing = left[v];
        if (missing < 0) continue;
        if (missing === 0) {
          touched[marks++] = v;
          missing = Math.max(1, Math.ceil(draw(k0, k1, k2, k3, v) * UNIT * UNITS));
        }
        missing -= pairs[2 * e + 1];
        if (missing > 0) left[v] = missing;
        else {
          left[v] = -1;
          queue[end++] = v;
        }
      }
    }
    desk.marks = marks;
    return end;
  };
}
