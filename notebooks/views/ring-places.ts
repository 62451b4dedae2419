import { type Network, type Rows } from "../../models/core/index.ts";
import { distancesFrom } from "../../models/networks/structure/breadth-first.ts";
import { type Positions } from "./positions.ts";

/** Who stands how many ties from the one in the middle, and in which direction. */
export interface Rings {
  /** Ties from the middle to each node, following influence outward; −1 where no path leads. */
  distance: Int32Array;
  /** The nodes at 0, 1, … `degrees` ties, each ring in the order of its angles. */
  rings: readonly (readonly number[])[];
  /** In radians, clockwise from three o'clock; NaN for those on no ring. */
  angle: Float64Array;
  /** How many stand farther than the last ring. */
  farther: number;
  /** How many no path leads to. */
  apart: number;
}

/** The order round the rings hardly changes after so many rounds. */
const ROUNDS = 8;
/** Outside the first ring people stand as near to whom they know as this allows. */
const LEAST_GAP = Math.PI / 18;
const TURN = 2 * Math.PI;

/**
 * People on rings around a centre. The first ring is spaced evenly, by where people stand in
 * `positions` if given; on the others each stands near its contacts; then all are put in the direction
 * of their contacts again and again, and of these orders that with the shortest ties is kept. Equal
 * directions go by node. Time grows with the arcs between people on rings.
 */
export function ringPlaces(network: Network, centre: number, degrees: number, positions?: Positions): Rings {
  const { distance, order } = distancesFrom(network.out, centre);
  const members = Array.from({ length: degrees + 1 }, (): number[] => []);
  for (const i of order) if (distance[i] <= degrees) members[distance[i]].push(i);
  const halves: Rows[] = network.out === network.in ? [network.out] : [network.out, network.in];
  const angle = new Float64Array(network.size).fill(NaN);

  /** The mean direction of the contacts of i that `counts` takes; NaN where they have none. */
  function direction(i: number, counts: (j: number) => boolean): number {
    let [x, y] = [0, 0];
    for (const { offsets, targets } of halves) {
      for (let e = offsets[i]; e < offsets[i + 1]; e++) {
        const j = targets[e];
        if (j === centre || Number.isNaN(angle[j]) || !counts(j)) continue;
        x += Math.cos(angle[j]);
        y += Math.sin(angle[j]);
      }
    }
    return x === 0 && y === 0 ? NaN : Math.atan2(y, x);
  }
  const place = (ring: readonly number[], wanted: readonly number[], even: boolean): void =>
    spaced(wanted, even).forEach((at, m) => (angle[ring[m]] = at));

  angle[centre] = 0;
  place(members[1] ?? [], firstDirections(network, centre, members[1] ?? [], positions), true);
  for (let d = 2; d <= degrees; d++)
    place(
      members[d],
      members[d].map((i) => direction(i, (j) => distance[j] < d) || 0),
      false,
    );
  let [best, least] = [angle.slice(), tieLength(network, distance, angle, centre)];
  for (let round = 0; round < ROUNDS; round++) {
    for (let d = 1; d <= degrees; d++) {
      const wanted = members[d].map((i) => {
        const at = direction(i, () => true);
        return Number.isNaN(at) ? angle[i] : at;
      });
      place(members[d], wanted, d === 1);
    }
    const length = tieLength(network, distance, angle, centre);
    if (length < least) [best, least] = [angle.slice(), length];
  }
  const rings = members.map((ring) => [...ring].sort((a, b) => best[a] - best[b] || a - b));
  const shown = members.reduce((sum, ring) => sum + ring.length, 0);
  return { distance, rings, angle: best, farther: order.length - shown, apart: network.size - order.length };
}

/** Where the first ring wants to stand: as in the picture, else friends beside friends. */
function firstDirections({ out }: Network, centre: number, ring: readonly number[], positions?: Positions): number[] {
  if (positions)
    return ring.map((i) =>
      Math.atan2(positions[2 * i + 1] - positions[2 * centre + 1], positions[2 * i] - positions[2 * centre]),
    );
  const left = new Set(ring);
  const place = new Map<number, number>();
  const visit = (first: number): void => {
    const stack = [first];
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      if (!left.delete(i)) continue;
      place.set(i, place.size);
      for (let e = out.offsets[i + 1] - 1; e >= out.offsets[i]; e--)
        if (left.has(out.targets[e])) stack.push(out.targets[e]);
    }
  };
  for (const i of ring) visit(i);
  return ring.map((i) => ((place.get(i) ?? 0) / ring.length) * TURN);
}

/**
 * Angles near the wanted ones, in their order, none nearer to the next than the gap: least squares by
 * pooling neighbours that would stand too near (Ayer et al. 1955). Evenly round the ring where asked, or
 * where there is no room for more.
 */
function spaced(wanted: readonly number[], even: boolean): number[] {
  const count = wanted.length;
  const turned = wanted.map((at) => ((at % TURN) + TURN) % TURN);
  const order = turned.map((_, m) => m).sort((a, b) => turned[a] - turned[b] || a - b);
  const gap = Math.min(LEAST_GAP, TURN / count);
  const result = new Array<number>(count);
  if (!even && count > 0) {
    const first = afterWidestGap(order.map((m) => turned[m]));
    const ranked = order.map((_, k) => order[(first + k) % count]);
    const start = turned[ranked[0]];
    const line = pooled(ranked.map((m, k) => ((turned[m] - start + TURN) % TURN) - k * gap));
    const last = line[count - 1] - line[0] + (count - 1) * gap;
    if (last <= TURN - gap) {
      ranked.forEach((m, k) => (result[m] = (start + line[k] + k * gap + TURN) % TURN));
      return result;
    }
  }
  let [x, y] = [0, 0]; // turned as a whole so that the sum of the ways to where they want to stand is least
  order.forEach((m, k) => {
    x += Math.cos(turned[m] - (k / count) * TURN);
    y += Math.sin(turned[m] - (k / count) * TURN);
  });
  const turn = Math.atan2(y, x);
  order.forEach((m, k) => (result[m] = (turn + (k / count) * TURN + TURN) % TURN));
  return result;
}

function afterWidestGap(sorted: readonly number[]): number {
  let [best, widest] = [0, -1];
  sorted.forEach((at, k) => {
    const gap = at - (k > 0 ? sorted[k - 1] : sorted[sorted.length - 1] - TURN);
    if (gap > widest) [best, widest] = [k, gap];
  });
  return best;
}

/** The rising sequence nearest to these values by squares. */
function pooled(values: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const value of values) {
    let block = { sum: value, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count >= block.sum / block.count; last = blocks.at(-1)) {
      block = { sum: block.sum + last.sum, count: block.count + last.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
}

/** The sum of the lengths of all ties between people on rings, rings being one apart. */
export function tieLength(
  { size, out }: Network,
  distance: ArrayLike<number>,
  angle: ArrayLike<number>,
  centre: number,
): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    if (i === centre || Number.isNaN(angle[i])) continue;
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) {
      const j = out.targets[e];
      if (Number.isNaN(angle[j])) continue;
      const [r, q] = [distance[i], distance[j]];
      sum += Math.sqrt(Math.max(0, r * r + q * q - 2 * r * q * Math.cos(angle[i] - angle[j])));
    }
  }
  return sum;
}
