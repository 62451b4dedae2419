import { type Network } from "../../models/core/index.ts";

/** More pivots change the picture little. */
const PIVOTS = 24;
/** Enough for the two long axes of a picture; a near tie between them only turns it. */
const POWER_ROUNDS = 60;

/**
 * A first picture of the network in the unit square, x of node i at 2i: the two directions in which the
 * distances to a few pivots vary most. Ties are seen from both ends; what a pivot cannot reach counts
 * as one step beyond what it can. Time grows with pivots times edges.
 * Source: Brandes & Pich 2007, Graph Drawing, LNCS 4372 (pivot MDS).
 */
export function pivotPositions(network: Network): Float64Array {
  const { size } = network;
  const rows = centred(pivotDistances(network), size);
  const axes: number[][] = [];
  for (let axis = 0; axis < 2; axis++) axes.push(longAxis(rows, axes));
  const at = new Float64Array(2 * size);
  axes.forEach((weights, axis) => {
    for (let i = 0; i < size; i++) rows.forEach((row, p) => (at[2 * i + axis] += weights[p] * row[i]));
  });
  let widest = 0;
  for (const place of at) widest = Math.max(widest, Math.abs(place));
  return at.map((place) => (widest > 0 ? 0.5 + place / (2 * widest) : 0.5));
}

/** Distances from pivots, each the node farthest from those before it; of equals the first. */
function pivotDistances(network: Network): Float64Array[] {
  const { size } = network;
  const nearest = new Float64Array(size).fill(Infinity);
  const rows: Float64Array[] = [];
  let pivot = 0;
  while (rows.length < Math.min(PIVOTS, size)) {
    const row = distancesFrom(network, pivot);
    rows.push(row);
    for (let i = 0; i < size; i++) nearest[i] = Math.min(nearest[i], row[i]);
    pivot = nearest.reduce((best, distance, i) => (distance > nearest[best] ? i : best), 0);
  }
  return rows;
}

function distancesFrom({ size, out, in: into }: Network, from: number): Float64Array {
  const row = new Float64Array(size).fill(-1);
  const queue = new Uint32Array(size);
  row[from] = 0;
  queue[0] = from;
  let count = 1;
  for (let at = 0; at < count; at++) {
    const i = queue[at];
    for (const half of out === into ? [out] : [out, into]) {
      for (let e = half.offsets[i]; e < half.offsets[i + 1]; e++) {
        const j = half.targets[e];
        if (row[j] >= 0) continue;
        row[j] = row[i] + 1;
        queue[count++] = j;
      }
    }
  }
  const beyond = row[queue[count - 1]] + 1;
  return row.map((distance) => (distance < 0 ? beyond : distance));
}

/** Squared distances, less the mean of their row and of their column. */
function centred(rows: readonly Float64Array[], size: number): Float64Array[] {
  const means = new Float64Array(size);
  const squares = rows.map((row) => {
    const square = row.map((distance) => distance * distance);
    const mean = square.reduce((sum, part) => sum + part, 0) / size;
    return square.map((part) => mean - part);
  });
  for (const row of squares) for (let i = 0; i < size; i++) means[i] += row[i] / squares.length;
  return squares.map((row) => row.map((part, i) => part - means[i]));
}

/** The longest axis of the rows at a right angle to those before, by repeated multiplication. */
function longAxis(rows: readonly Float64Array[], before: readonly number[][]): number[] {
  const products = rows.map((a) => rows.map((b) => a.reduce((sum, part, i) => sum + part * b[i], 0)));
  let axis = rows.map((_, p) => 1 + ((p * 7) % 5)); // some start that is no symmetry's
  for (let round = 0; round < POWER_ROUNDS; round++) {
    for (const other of before) {
      const shared = dot(axis, other);
      axis = axis.map((part, p) => part - shared * other[p]);
    }
    axis = products.map((row) => dot(row, axis));
    const length = Math.sqrt(dot(axis, axis));
    if (length === 0) break;
    axis = axis.map((part) => part / length);
  }
  return axis;
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, part, p) => sum + part * b[p], 0);
