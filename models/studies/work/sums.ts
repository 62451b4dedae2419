import { type Block, type Failure } from "./work.ts";
import { type Intake } from "./table.ts";

/**
 * Takes rows and keeps their sum, for jobs whose rows are too large to keep. Rows are added in the order of worlds,
 * whatever the order they arrive in, so the sum always has the same bits; only rows that wait for an earlier one are
 * held. The job has one point.
 */
export interface Sums extends Intake {
  /** Sums of the first `added` numbers of each row, over the rows added so far. */
  total: Float64Array;
  /** The other numbers of an added row. */
  rest(world: number): Float64Array;
}

/** Rows of `width` numbers, of which the first `added` are added up. */
export function sums(width: number, added: number): Sums {
  const total = new Float64Array(added);
  const rests: Float64Array[] = [];
  const waiting = new Map<number, Float64Array>();
  const failed: Failure[] = [];
  const isDone = (world: number): boolean => world < rests.length || waiting.has(world);
  return {
    total,
    take({ from, values, failures }) {
      for (let k = 0; k * width < values.length; k++)
        if (!isDone(from + k)) waiting.set(from + k, values.subarray(k * width, (k + 1) * width));
      failed.push(...failures.filter(({ world }) => failed.every((known) => known.world !== world)));
      for (let row = waiting.get(rests.length); row; row = waiting.get(rests.length)) {
        for (let k = 0; k < added; k++) total[k] += row[k];
        waiting.delete(rests.length);
        rests.push(row.slice(added));
      }
    },
    count: () => rests.length + waiting.size,
    missing(point, to) {
      const gaps: Block[] = [];
      for (let world = rests.length; world < to; world++) {
        const last = gaps.at(-1);
        if (isDone(world)) continue;
        if (last?.to === world) last.to++;
        else gaps.push({ point, from: world, to: world + 1 });
      }
      return gaps;
    },
    failures: () => [...failed].sort((a, b) => a.world - b.world),
    rest: (world) => rests[world],
  };
}
