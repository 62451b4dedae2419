/**
 * Candidates by falling key, equal keys by rising rank. Keys may only fall: the one on top is looked at
 * again before it is trusted (lazy evaluation, Minoux 1978). A binary heap.
 */
export interface BestFirst {
  push(i: number, key: number): void;
  /** The best by what `now` says of it, which stays; -1 where there is none. */
  top(now: (i: number) => number): number;
  /** Removes the top. */
  pop(): void;
}

export function bestFirst(rank: (i: number) => number): BestFirst {
  const nodes: number[] = [];
  const keys: number[] = [];

  /** Whether the candidate i under key stands before the one at place k. */
  function before(i: number, key: number, k: number): boolean {
    if (key !== keys[k]) return key > keys[k];
    const own = rank(i);
    const other = rank(nodes[k]);
    return own < other || (own === other && i < nodes[k]);
  }

  function put(k: number, i: number, key: number): void {
    nodes[k] = i;
    keys[k] = key;
  }

  function sink(i: number, key: number): void {
    let hole = 0;
    for (let child = 1; child < nodes.length; child = 2 * hole + 1) {
      if (child + 1 < nodes.length && before(nodes[child + 1], keys[child + 1], child)) child++;
      if (before(i, key, child)) break;
      put(hole, nodes[child], keys[child]);
      hole = child;
    }
    put(hole, i, key);
  }

  return {
    push(i, key) {
      let hole = nodes.length;
      put(hole, i, key);
      while (hole > 0) {
        const parent = (hole - 1) >> 1;
        if (!before(i, key, parent)) break;
        put(hole, nodes[parent], keys[parent]);
        hole = parent;
      }
      put(hole, i, key);
    },
    top(now) {
      while (nodes.length > 0) {
        const key = now(nodes[0]);
        if (!(key < keys[0])) return nodes[0];
        sink(nodes[0], key);
      }
      return -1;
    },
    pop() {
      const last = nodes.pop();
      const key = keys.pop();
      if (last !== undefined && key !== undefined && nodes.length > 0) sink(last, key);
    },
  };
}
