import { type Network } from "../../models/core/index.ts";
import { pivotPositions } from "./pivots.ts";

/** Where each node stands: x of node i at 2i and y at 2i + 1, on [0, 1], both by one measure. */
export type Positions = Float32Array;

/** What a worker that makes them tells. */
export type Placed =
  { kind: "some"; share: number } | { kind: "all"; positions: Positions } | { kind: "failed"; message: string };

/** Pictures become readable in so many rounds; the last move little. */
const ROUNDS = 80;
/** Of larger networks no picture shows single people, and a third of the rounds shows the same shape. */
const LARGE = 10_000;
const FEW_ROUNDS = 27;
const roundsOf = (size: number): number => (size > LARGE ? FEW_ROUNDS : ROUNDS);

/**
 * Positions for a picture of the network: distances by pivots first, then neighbours drawn together and
 * all pushed apart. The same network gives the same picture, in every browser: no chance, and of
 * inexact functions none. Five thousand nodes take about two seconds, twenty thousand four; a page
 * uses `positionsInWorker`, or `positionsInTurns`. Source: Fruchterman & Reingold 1991, the variant
 * with a grid.
 */
export function positions(network: Network): Positions {
  const rounds = relaxing(network);
  for (;;) {
    const { value, done } = rounds.next();
    if (done) return value;
  }
}

/** The same a round at a time, so that the page stays awake; stops with the signal's reason. */
export async function positionsInTurns(
  network: Network,
  { signal, progress }: { signal?: AbortSignal; progress?: (share: number) => void } = {},
): Promise<Positions> {
  const rounds = relaxing(network);
  for (let round = 0; ; round++) {
    const { value, done } = rounds.next();
    if (done) return value;
    progress?.(round / roundsOf(network.size));
    await new Promise((resume) => setTimeout(resume));
    signal?.throwIfAborted();
  }
}

/** Ideal distance of neighbours is 1 in here; a round ends at each yield. */
function* relaxing(network: Network): Generator<undefined, Positions, undefined> {
  const { size, out } = network;
  const first = pivotPositions(network);
  const side = Math.max(Math.sqrt(size), Math.min(size, 1 / meanLength(network, first)));
  const at = first.map((place) => (place - 0.5) * side);
  const force = new Float64Array(2 * size);
  // those of the same neighbours would stand on one spot
  for (let i = 0; i < 2 * size; i++) at[i] += 0.05 * (scatter(i) - 0.5);
  const last = roundsOf(size);
  for (let round = 0; round < last; round++) {
    force.fill(0);
    pushApart(at, force);
    for (let i = 0; i < size; i++) {
      for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) {
        const j = out.targets[e];
        const dx = at[2 * j] - at[2 * i];
        const dy = at[2 * j + 1] - at[2 * i + 1];
        const pull = Math.sqrt(dx * dx + dy * dy) / (network.directed ? 1 : 2); // undirected, each edge comes twice
        force[2 * i] += dx * pull;
        force[2 * i + 1] += dy * pull;
        force[2 * j] -= dx * pull;
        force[2 * j + 1] -= dy * pull;
      }
    }
    const longest = 0.1 * side * (1 - round / last);
    for (let i = 0; i < size; i++) {
      const fx = force[2 * i] - 0.02 * at[2 * i]; // parts that nothing ties stay near
      const fy = force[2 * i + 1] - 0.02 * at[2 * i + 1];
      const length = Math.sqrt(fx * fx + fy * fy);
      const share = length > 0 ? Math.min(0.1 * length, longest) / length : 0;
      at[2 * i] += fx * share;
      at[2 * i + 1] += fy * share;
    }
    yield;
  }
  return fitted(at);
}

/** Pushes apart those nearer than 2, found in a grid of cells so wide; farther ones hardly matter. */
function pushApart(at: Float64Array, force: Float64Array): void {
  const cells = new Map<number, number[]>();
  const cell = (x: number, y: number): number => (Math.floor(x / 2) + 32768) * 65536 + Math.floor(y / 2) + 32768;
  for (let i = 0; i < at.length; i += 2) {
    const own = cell(at[i], at[i + 1]);
    const members = cells.get(own);
    if (members) members.push(i);
    else cells.set(own, [i]);
  }
  for (const [own, members] of cells) {
    for (const step of [0, 1, 65535, 65536, 65537]) {
      const others = step === 0 ? members : cells.get(own + step);
      if (!others) continue;
      for (let m = 0; m < members.length; m++) {
        for (let o = step === 0 ? m + 1 : 0; o < others.length; o++) pushPair(at, force, members[m], others[o]);
      }
    }
  }
}

function pushPair(at: Float64Array, force: Float64Array, a: number, b: number): void {
  const dx = at[a] - at[b];
  const dy = at[a + 1] - at[b + 1];
  const square = dx * dx + dy * dy;
  if (square >= 4) return;
  const push = 1 / Math.max(square, 0.01);
  force[a] += dx * push;
  force[a + 1] += dy * push;
  force[b] -= dx * push;
  force[b + 1] -= dy * push;
}

/** How long a tie is on average; a rope of ties needs more room than a ball of them. Infinity without ties. */
function meanLength({ size, out, arcs }: Network, at: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) {
      const j = out.targets[e];
      sum += Math.sqrt((at[2 * i] - at[2 * j]) ** 2 + (at[2 * i + 1] - at[2 * j + 1]) ** 2);
    }
  }
  return arcs > 0 ? sum / arcs : Infinity;
}

/** Moved and shrunk into the unit square, in its middle. */
function fitted(at: Float64Array): Positions {
  const ends = [0, 1].map((axis) => {
    let [low, high] = [Infinity, -Infinity];
    for (let i = axis; i < at.length; i += 2) [low, high] = [Math.min(low, at[i]), Math.max(high, at[i])];
    return { middle: (low + high) / 2, width: high - low };
  });
  const scale = 1 / (Math.max(...ends.map(({ width }) => width)) || 1);
  return Float32Array.from(at, (place, i) => 0.5 + (place - ends[i % 2].middle) * scale);
}

/** A fixed number on [0, 1) for each place, without pattern. Source: the finalizer of MurmurHash3. */
function scatter(i: number): number {
  let mixed = Math.imul(i + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
