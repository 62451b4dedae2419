import { type Rows } from "../../core/index.ts";
import { type Counted, countEgos, type CountingPlan } from "../../influence/degrees/counting.ts";
import { fillLabelings, type Labelings } from "../../influence/degrees/labelings.ts";
import { type PreparedStatistic, shuffleKey } from "../../influence/degrees/statistic.ts";
import { type Trait } from "../../influence/degrees/trait.ts";
import { filling } from "../work/filling.ts";
import { type Sums, sums } from "../work/sums.ts";
import { type Task } from "../work/work.ts";

/** Everything that counting pairs needs. Labels follow from the seed; threads share the memory for them. */
export interface Counting {
  plan: CountingPlan;
  trait: Trait;
  seed: string;
  labelings: Labelings;
  /** For each word of labels: 0 where it is empty, 1 where a thread is filling it, 2 where it is full. */
  claims: Int32Array;
}

/** The number of stretches of egos. Each stretch is a world, whose row holds what is counted there. */
const STRETCHES = 32;
export const stretchesOf = ({ egos }: CountingPlan): number => Math.min(STRETCHES, egos.length);
/** Where a stretch begins in the list of egos. */
export const before = (plan: CountingPlan, stretch: number): number =>
  Math.floor((stretch * plan.egos.length) / stretchesOf(plan));

/** The part of a network's rows that threads share; functions cannot be sent to another thread. */
const bare = ({ offsets, targets }: Rows): Rows => ({ offsets, targets, weights: null });

export function countingOf(
  { plan, trait, labelings, seed }: PreparedStatistic,
  allocate: (bytes: number) => ArrayBufferLike,
): Counting {
  const claims = new Int32Array(allocate(4 * labelings.words));
  return { plan: { ...plan, rows: bare(plan.rows) }, trait, seed, labelings, claims };
}

/**
 * Fills the words of labels that no thread has begun, then those that others have not finished. The bits are the same,
 * so no thread waits for one that may have died.
 */
export function fillLacking({ labelings, claims, trait, seed }: Counting): void {
  const key = shuffleKey(seed);
  const fill = (word: number): void => {
    fillLabelings(labelings, trait, key, word, word + 1);
    Atomics.store(claims, word, 2);
  };
  for (let word = 0; word < labelings.words; word++) if (Atomics.compareExchange(claims, word, 0, 1) === 0) fill(word);
  for (let word = 0; word < labelings.words; word++) if (Atomics.load(claims, word) !== 2) fill(word);
}

/** Counts stretches of egos. */
export function task(counting: Counting): Task {
  const { plan, trait, labelings } = counting;
  const place = placesOf(counting);
  return filling(place.width, (out, stretch) => {
    fillLacking(counting);
    const from = before(plan, stretch);
    place.write(countEgos(plan, trait, labelings, from, before(plan, stretch + 1)), out, from);
  });
}

/**
 * The place of each part of the counts in a row. Counts by ego come from one stretch alone; the others are added up.
 */
function placesOf({ plan, trait, labelings }: Counting) {
  const { distances, half } = plan;
  const size = trait.has.length;
  const longest = Math.ceil(plan.egos.length / stretchesOf(plan));
  const blocked = trait.blocks > 1;
  const perDistance = labelings.count + (half ? 0 : size) + 3;
  const added = distances * perDistance;
  const perEgo = (half ? 1 : 0) + (blocked ? 1 : 0);
  const alters = (d: number): number => d * perDistance + labelings.count;
  const squares = (d: number): number => (d + 1) * perDistance - 3;
  /** The place of the first ego of a stretch, among the numbers that are not added. */
  const own = (d: number, what: "alters" | "expected"): number =>
    (d * perEgo + (what === "expected" && half ? 1 : 0)) * longest;

  function write(counted: Counted, out: Float64Array, from: number): void {
    for (let d = 0; d < distances; d++) {
      out.set(counted.both[d], d * perDistance);
      if (!half) out.set(counted.egosOf[d], alters(d));
      out.set([counted.squares[d], counted.carrierSquares[d], counted.pairSquares[d]], squares(d));
      if (blocked) out.set(counted.expected[d], added + own(d, "expected"));
      for (let k = 0; half && k < longest && from + k < plan.egos.length; k++)
        out[added + own(d, "alters") + k] = counted.egosOf[d][plan.egos[from + k]];
    }
  }

  /** The counts of all stretches together. */
  function read({ total, rest }: Sums): Counted {
    const each = <T>(make: (d: number) => T): T[] => Array.from({ length: distances }, (_, d) => make(d));
    const egosOf = each((d) =>
      half ? new Uint32Array(size) : Uint32Array.from(total.subarray(alters(d), squares(d))),
    );
    const expected = each(() => new Float64Array(blocked ? plan.egos.length : 0));
    for (let stretch = 0; stretch < stretchesOf(plan); stretch++) {
      const [from, to] = [before(plan, stretch), before(plan, stretch + 1)];
      const row = rest(stretch);
      for (let d = 0; d < distances; d++) {
        for (let k = 0; half && k < to - from; k++) egosOf[d][plan.egos[from + k]] = row[own(d, "alters") + k];
        if (blocked) expected[d].set(row.subarray(own(d, "expected"), own(d, "expected") + to - from), from);
      }
    }
    return {
      both: each((d) => total.slice(d * perDistance, d * perDistance + labelings.count)),
      egosOf,
      squares: Float64Array.from(each((d) => total[squares(d)])),
      carrierSquares: Float64Array.from(each((d) => total[squares(d) + 1])),
      pairSquares: Float64Array.from(each((d) => total[squares(d) + 2])),
      expected,
    };
  }
  return { width: added + distances * perEgo * longest, added, write, read };
}

/** A table that takes the rows of stretches, and the counts from it once none is missing. */
export function countsOf(counting: Counting): { table(): Sums; counted(rows: Sums): Counted } {
  const { width, added, read } = placesOf(counting);
  return { table: () => sums(width, added), counted: read };
}
