import {
  type Interval,
  multiplier,
  paired,
  ratioOfMeans,
  summarize,
  compensatedTotal,
  wilson,
} from "../../statistics/index.ts";
import { COSTS, GAINS } from "../../ledger/ledger.ts";
import { type OutcomeName } from "./columns.ts";

/** A mean over worlds and its 95 % interval; NaN where there are too few. */
export interface Mean extends Interval {
  mean: number;
}
/** A share of worlds and its 95 % interval (Wilson). */
export interface ShareOfWorlds extends Interval {
  share: number;
}
/** A ratio of two means and its 95 % interval (Fieller); null if the divisor cannot be distinguished from 0. */
export interface Ratio extends Interval {
  ratio: number;
}

export type Line = (typeof GAINS)[number] | (typeof COSTS)[number];
export const LINES: readonly Line[] = [...GAINS, ...COSTS];
/** True of a line that is taken off. */
export const isCost = (line: Line): boolean => (COSTS as readonly string[]).includes(line);

/** One program over its worlds. Money is discounted to the start. */
export interface ArmMeasures {
  npv: Mean & { sd: number; median: number; q05: number; q95: number };
  /** Worlds in which the program pays. */
  profit: ShareOfWorlds;
  /** Mean over the worst twentieth of worlds. */
  tail: number;
  spend: Mean;
  /** Net present value a unit of money spent. */
  roi: Ratio | null;
  /**
   * Of the worlds in which something was spent, the share in which it is back before the horizon, and the first week in
   * which it is back in half of them; the week is NaN where it is back in fewer, both where nothing ever was spent.
   */
  payback: { share: number; week: number };
  /** New customers more than without the program. */
  added: Mean;
  /**
   * Null as well where nothing is ever spent, and unless the whole interval of `added` lies above 0: there is no price
   * of less than no customer.
   */
  costPerIncremental: Ratio | null;
  advocates: Mean;
  valuePerAdvocate: Ratio | null;
  /** The same of the last tenth of members alone: what they add, in the worlds that were run without them as well. */
  valuePerLastAdvocate: Ratio | null;
  lines: Record<Line, Mean>;
  social: Mean;
  /** New customers whom the average customer is the last to talk to within 26 weeks. */
  k: Ratio | null;
  /**
   * New customers whom a member had talked to last, for each that the program brought; null as well unless the whole
   * interval of `added` lies above 0.
   */
  attributedOverIncremental: Ratio | null;
  /** People, not members, at one, two and three degrees: by ties and by talk; and members times their contacts. */
  reach: Mean[];
  told: Mean[];
  contacts: Mean;
}

/** All measures of one arm; `of` gives an outcome in every world, in the order of worlds. */
export function measuresOf(of: (name: OutcomeName) => Float64Array): ArmMeasures {
  const npv = of("npv");
  const spend = of("spend");
  const added = meanOf(of("added"));
  const forEachAdded = (over: Float64Array): Ratio | null => (added.low > 0 ? ratioOf(over, of("added")) : null);
  const payback = of("payback").filter((_, world) => spend[world] !== 0);
  const back = payback.filter(Number.isFinite).sort();
  const three = (name: "reach" | "told"): Mean[] =>
    ([1, 2, 3] as const).map((degree) => meanOf(of(`${name}${degree}`)));
  return {
    ...worthOf(npv),
    spend: meanOf(spend),
    roi: ratioOf(npv, spend),
    payback: { share: back.length / payback.length, week: halfWay(back, payback.length) },
    added,
    costPerIncremental: spend.some((cost) => cost !== 0) ? forEachAdded(spend) : null,
    advocates: meanOf(of("advocates")),
    valuePerAdvocate: ratioOf(npv, of("advocates")),
    valuePerLastAdvocate: ratioOf(less(npv, of("fewerNpv")), less(of("advocates"), of("fewerAdvocates"))),
    lines: Object.fromEntries(LINES.map((line) => [line, meanOf(of(line))])) as Record<Line, Mean>,
    social: meanOf(of("social")),
    k: ratioOf(of("passed"), of("passers")),
    attributedOverIncremental: forEachAdded(of("attributed")),
    reach: three("reach"),
    told: three("told"),
    contacts: meanOf(of("contacts")),
  };
}

/** What an arm is worth in some worlds: all that a rule reads. */
export function worthOf(npv: Float64Array): Pick<ArmMeasures, "npv" | "profit" | "tail"> {
  const { sd, median, q05, q95 } = summarize(npv);
  return {
    npv: { ...meanOf(npv), sd, median, q05, q95 },
    profit: shareOf(npv, (value) => value > 0),
    tail: tailOf(npv),
  };
}

/** The value that half of `n` worlds have reached, of those known in ascending order; NaN where too few are known. */
const halfWay = (known: Float64Array, n: number): number => known.at(Math.ceil(n / 2) - 1) ?? NaN;

/** The first less the second, world by world. */
export const less = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, world) => value - b[world]);

export function meanOf(values: Float64Array): Mean {
  const n = values.length;
  const mean = compensatedTotal(values) / n;
  const sd = n > 1 ? Math.sqrt(compensatedTotal(values.map((value) => (value - mean) ** 2)) / (n - 1)) : NaN;
  const half = multiplier(n) * (sd / Math.sqrt(n));
  return { mean, low: mean - half, high: mean + half };
}

export function shareOf(values: Float64Array, is: (value: number) => boolean): ShareOfWorlds {
  let count = 0;
  for (const value of values) if (is(value)) count++;
  return { share: count / values.length, ...wilson(count, values.length) };
}

function ratioOf(over: Float64Array, under: Float64Array): Ratio | null {
  const { ratio, low, high } = ratioOfMeans(under, over);
  return Number.isFinite(low) && Number.isFinite(high) ? { ratio, low, high } : null;
}

/** Worlds of the tail: a twentieth, at least one. */
const TAIL = 0.05;

/** Mean over the worst twentieth of the values. */
export function tailOf(values: Float64Array): number {
  const worst = Float64Array.from(values)
    .sort()
    .subarray(0, Math.max(1, Math.round(TAIL * values.length)));
  return compensatedTotal(worst) / worst.length;
}

/** In what share of worlds a is worth more than b, and by how much on average. */
export interface Pair {
  a: string;
  b: string;
  beats: ShareOfWorlds;
  /** Where b is worth more; in what is left both are worth the same. */
  loses: ShareOfWorlds;
  difference: Mean;
}

export function pairOf(a: string, b: string, ofA: Float64Array, ofB: Float64Array): Pair {
  const { mean, low, high } = paired(ofB, ofA);
  const differences = less(ofA, ofB);
  return {
    a,
    b,
    beats: shareOf(differences, (value) => value > 0),
    loses: shareOf(differences, (value) => value < 0),
    difference: { mean, low, high },
  };
}

/** By how much each line of the ledger differs on average, costs as they are booked; `ofB` is null for no program. */
export function linesBetween(
  ofA: (line: Line) => Float64Array,
  ofB: ((line: Line) => Float64Array) | null,
): Record<Line, Mean> {
  return Object.fromEntries(
    LINES.map((line) => [line, meanOf(ofB ? less(ofA(line), ofB(line)) : ofA(line))]),
  ) as Record<Line, Mean>;
}
