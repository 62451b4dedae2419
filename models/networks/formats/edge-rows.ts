/** Edges while they are being read: arrays that double as they fill. */
export interface EdgeRows {
  add(source: number, target: number, weight: number): void;
  readonly count: number;
  sources(): Uint32Array;
  targets(): Uint32Array;
  /** Null where no weight was kept. */
  weights(): Float64Array | null;
}

export function edgeRows(weighted: boolean): EdgeRows {
  let from = new Uint32Array(1024);
  let to = new Uint32Array(1024);
  let weights = new Float64Array(weighted ? 1024 : 0);
  let count = 0;
  return {
    add(source, target, weight) {
      if (count === from.length) {
        from = grown(from, new Uint32Array(2 * count));
        to = grown(to, new Uint32Array(2 * count));
        if (weighted) weights = grown(weights, new Float64Array(2 * count));
      }
      from[count] = source;
      to[count] = target;
      if (weighted) weights[count] = weight;
      count++;
    },
    get count() {
      return count;
    },
    sources: () => from,
    targets: () => to,
    weights: () => (weighted ? weights : null),
  };
}

function grown<T extends Uint32Array | Float64Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
