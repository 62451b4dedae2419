/** A cascade as a forest: who came through whom, with what is left out folded into counts. */
export interface Forest {
  /** Nodes drawn, each after the one it came through. */
  drawn: readonly Drawn[];
  folds: readonly Fold[];
  /** Rows of equal height that the picture needs. */
  rows: number;
  /** How many were reached at all. */
  reached: number;
  /** How many of them came through someone who is not reached, or who came again later: they begin a tree. */
  loose: number;
  /** The last moment at which someone was reached; −1 where nobody was. */
  last: number;
}
export interface Drawn {
  node: number;
  when: number;
  /** Its place in `drawn` of the one it came through; −1 for who begins a tree. */
  parent: number;
  /** From 0, whole for who brought in nobody and between rows for others. */
  row: number;
  /** How many came through this one, directly or through others. */
  after: number;
}
export interface Fold {
  /** The place in `drawn` of the one they came through; −1 for whole trees left out. */
  parent: number;
  row: number;
  /** The moment of the first of them. */
  when: number;
  count: number;
}

/** The columns that a model's `trace` names: −1 for never, and for nobody. */
export interface Trace {
  when: ArrayLike<number>;
  through: ArrayLike<number>;
}

/**
 * A tidy forest with time from left to right: each tree takes rows of its own, who brought others in
 * stands midway between the first and the last of them. Of more than `most` people those with the most
 * after them are kept, then the earliest, then by node; the others are folded into a count where they
 * belong, and drawn and folded add up to all. Trees by size, the largest first. Time grows with the
 * number reached times its logarithm. Throws `RangeError` where the columns do not fit.
 */
export function cascadeForest(trace: Trace, most: number): Forest {
  const { when } = trace;
  const parents = parentsOf(trace);
  const reached = Array.from(parents, (_, i) => i)
    .filter((i) => when[i] >= 0)
    .sort((a, b) => when[a] - when[b] || a - b);
  const { order, loose } = fromRoots(trace, parents, reached);
  const after = new Float64Array(when.length);
  for (let at = order.length - 1; at >= 0; at--)
    if (parents[order[at]] >= 0) after[parents[order[at]]] += after[order[at]] + 1;
  const bySize = (a: number, b: number): number => after[b] - after[a] || when[a] - when[b] || a - b;
  // who came through another has fewer after, so nobody is kept without that other
  const kept = new Set([...reached].sort(bySize).slice(0, most));

  const children = new Map<number, number[]>();
  const left = new Map<number, { count: number; when: number }>();
  for (const i of order) {
    const parent = parents[i];
    if (kept.has(i)) join(children, parent, i);
    else if (parent < 0 || kept.has(parent)) {
      const fold = left.get(parent) ?? { count: 0, when: Infinity };
      left.set(parent, { count: fold.count + after[i] + 1, when: Math.min(fold.when, when[i]) });
    }
  }
  const laid = laidOut(when, after, children, left, bySize);
  return { ...laid, reached: reached.length, loose, last: reached.reduce((late, i) => Math.max(late, when[i]), -1) };
}

function parentsOf({ when, through }: Trace): Int32Array {
  const faults: string[] = [];
  if (through.length !== when.length) faults.push(`through must have ${when.length} values, got ${through.length}`);
  const wrong = (name: string, value: number, i: number, must: string): void => {
    if (faults.length < 20) faults.push(`${name} must be ${must}, got ${value} at node ${i}`);
  };
  for (let i = 0; i < when.length; i++) {
    if (!(Number.isFinite(when[i]) && (when[i] >= 0 || when[i] === -1)))
      wrong("when", when[i], i, "a moment from 0, or -1 for never");
    const j = through[i] ?? -1;
    if (!Number.isInteger(j) || j < -1 || j >= when.length || j === i)
      wrong("through", j, i, "another node, or -1 for nobody");
  }
  if (faults.length > 0) throw new RangeError(faults.map((fault) => `cascade: ${fault}`).join("\n"));
  return Int32Array.from(through);
}

/**
 * Everybody reached, each after the one it came through. Where that one was not reached, or left and
 * came again later, the link says nothing of this forest: it is cut, in `parents` too.
 */
function fromRoots(
  { when }: Trace,
  parents: Int32Array,
  reached: readonly number[],
): { order: number[]; loose: number } {
  let loose = 0;
  const children = new Map<number, number[]>();
  for (const i of reached) {
    const j = parents[i];
    if (j >= 0 && !(when[j] >= 0 && when[j] <= when[i])) {
      parents[i] = -1;
      loose++;
    }
    join(children, parents[i], i);
  }
  const seen = new Uint8Array(when.length);
  const order: number[] = [];
  const visit = (roots: readonly number[]): void => {
    const queue = [...roots];
    for (let at = 0; at < queue.length; at++) {
      const i = queue[at];
      if (seen[i] === 1) continue;
      seen[i] = 1;
      order.push(i);
      for (const child of children.get(i) ?? []) queue.push(child);
    }
  };
  visit(children.get(-1) ?? []);
  for (const i of reached) {
    if (seen[i] === 1) continue; // who came at one moment through one another in a circle
    parents[i] = -1;
    loose++;
    visit([i]);
  }
  return { order, loose };
}

function join(children: Map<number, number[]>, parent: number, child: number): void {
  const others = children.get(parent);
  if (others) others.push(child);
  else children.set(parent, [child]);
}

type Laid = Pick<Forest, "drawn" | "folds" | "rows">;

function laidOut(
  when: ArrayLike<number>,
  after: Float64Array,
  children: Map<number, number[]>,
  left: Map<number, { count: number; when: number }>,
  bySize: (a: number, b: number) => number,
): Laid {
  const drawn: Drawn[] = [];
  const folds: Fold[] = [];
  const below: number[][] = []; // for each drawn, the places of those that came through it
  let rows = 0;
  /** What is still to be placed, the next at the end: someone, or the count of those left out of who stands there. */
  const stack: { node: number; parent: number; folded: boolean }[] = [];
  const wait = (members: readonly number[], parent: number): void => {
    for (let m = members.length - 1; m >= 0; m--) stack.push({ node: members[m], parent, folded: false });
  };
  const fold = (node: number, parent: number, row: number): void => {
    const some = left.get(node);
    if (some) folds.push({ parent, row, ...some });
  };
  wait((children.get(-1) ?? []).sort(bySize), -1);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, parent, folded } = next;
    if (folded) {
      fold(node, parent, rows++);
      continue;
    }
    const place = drawn.length;
    const own = (children.get(node) ?? []).sort(bySize);
    drawn.push({ node, when: when[node], parent, row: own.length === 0 ? rows++ : NaN, after: after[node] });
    below.push([]);
    if (parent >= 0) below[parent].push(place);
    if (own.length === 0) fold(node, place, drawn[place].row);
    else if (left.has(node)) stack.push({ node, parent: place, folded: true });
    wait(own, place);
  }
  for (let place = drawn.length - 1; place >= 0; place--) {
    if (below[place].length > 0) drawn[place].row = (drawn[below[place][0]].row + drawn[below[place].at(-1)!].row) / 2;
  }
  if (left.has(-1)) fold(-1, -1, rows++);
  return { drawn, folds, rows };
}
