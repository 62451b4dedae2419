/**
 * What happens next, of up to `size` things that each wait for one moment at most. Moments can be
 * moved and taken back; of equal moments the lowest index comes first, so the order never depends on
 * how the queue came about.
 *
 * A binary heap that knows the place of each index. Chosen by measuring in Node 20, 1,000 customers who
 * all see each other, where every adoption moves everyone's moment: four children a parent came out
 * within a third of it either way; a heap that leaves outdated entries behind, as packages without
 * moving do, took 20 times as long and grew to a million entries.
 */
export interface EventQueue {
  /** How many wait. */
  readonly length: number;
  /** The moment of the next; Infinity if none waits. */
  readonly soonest: number;
  /** Lets `i` wait for `moment`, in place of any other it waited for. Time grows with log(length). */
  set(i: number, moment: number): void;
  /** Lets `i` wait no longer; nothing happens if it did not. */
  drop(i: number): void;
  /** Takes out the next and returns its index; -1 if none waits. */
  pop(): number;
  /** Lets nobody wait any more, at the cost of those who did. */
  clear(): void;
}

/** An empty queue for the indices 0 … size − 1. */
export function eventQueue(size: number): EventQueue {
  const moments = new Float64Array(size);
  const heap = new Int32Array(size);
  const places = new Int32Array(size).fill(-1);
  let length = 0;
  const before = (a: number, b: number): boolean => moments[a] < moments[b] || (moments[a] === moments[b] && a < b);

  function up(i: number, from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = heap[parent];
      if (!before(i, other)) break;
      heap[at] = other;
      places[other] = at;
      at = parent;
    }
    heap[at] = i;
    places[i] = at;
  }
  function down(i: number, from: number): void {
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && before(heap[child + 1], heap[child])) child++;
      const other = heap[child];
      if (!before(other, i)) break;
      heap[at] = other;
      places[other] = at;
      at = child;
    }
    heap[at] = i;
    places[i] = at;
  }
  function drop(i: number): void {
    const at = places[i];
    if (at < 0) return;
    places[i] = -1;
    const last = heap[--length];
    if (last === i) return;
    if (before(last, i)) up(last, at);
    else down(last, at);
  }
  return {
    get length() {
      return length;
    },
    get soonest() {
      return length > 0 ? moments[heap[0]] : Infinity;
    },
    set(i, moment) {
      const at = places[i];
      const earlier = moment < moments[i];
      moments[i] = moment;
      if (at < 0) up(i, length++);
      else if (earlier) up(i, at);
      else down(i, at);
    },
    drop,
    pop() {
      if (length === 0) return -1;
      const next = heap[0];
      drop(next);
      return next;
    },
    clear() {
      for (let at = 0; at < length; at++) places[heap[at]] = -1;
      length = 0;
    },
  };
}
