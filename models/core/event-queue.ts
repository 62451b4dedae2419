/**
 * A queue of up to `size` events, at most one per index, by time. Times can be changed and events removed. At equal
 * times the lowest index comes first, so the order never depends on how the queue was built.
 *
 * It is a binary heap that knows the place of each index. Chosen by measurement in Node 20 with 1,000 customers who
 * all see each other, where every adoption changes everyone's time. Four children per parent made a difference of
 * at most a third in either direction. A heap that leaves outdated entries behind, as in packages that cannot
 * change times, took 20 times as long and grew to a million entries.
 */
export interface EventQueue {
  /** Number of events. */
  readonly length: number;
  /** The time of the next event; Infinity if there is none. */
  readonly soonest: number;
  /** Sets the event of `i` to time `moment`, replacing any other. Takes O(log length). */
  set(i: number, moment: number): void;
  /** Removes the event of `i`, if there is one. */
  drop(i: number): void;
  /** Removes the next event and returns its index; -1 if there is none. */
  pop(): number;
  /** Removes all events; time is linear in their number. */
  clear(): void;
}

/** An empty queue for the indices 0 … size − 1. */
export function eventQueue(size: number): EventQueue {
  const { moments, heap, places, before, up, down } = heapOf(size);
  let length = 0;

  function drop(i: number): void {
    const at = places[i];
    if (at < 0) return;
    places[i] = -1;
    const last = heap[--length];
    if (last === i) return;
    if (before(last, i)) up(last, at);
    else down(last, at, length);
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
      else down(i, at, length);
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

/** Times and places of events, and how an event moves up and down the heap; an index without an event has place −1. */
function heapOf(size: number) {
  const moments = new Float64Array(size);
  const heap = new Int32Array(size);
  const places = new Int32Array(size).fill(-1);
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
  function down(i: number, from: number, length: number): void {
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
  return { moments, heap, places, before, up, down };
}
