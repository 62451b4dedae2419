import { refuse } from "../core/index.ts";
import { LEVEL, summarize, type Summary, wilson } from "../statistics/summary.ts";

/** Runs worlds `from` … `to` − 1 of one point: a column a measure, each of to − from values. */
export type Runner = (from: number, to: number) => Promise<Float64Array[]>;

export interface Until {
  /** Which column must become narrow. */
  measure: number;
  /** Largest distance from the mean to either end of its interval. */
  width: number;
  /** The width is a share of the mean's size. */
  relative?: boolean;
  /** Worlds of the first look; 100 unless told. */
  first?: number;
  /** No more worlds than this; 100,000 unless told. */
  most?: number;
  level?: number;
}
export interface Replicated {
  columns: Float64Array[];
  summary: Summary;
  /** False where `most` worlds did not make the interval as narrow as asked. */
  reached: boolean;
  /** Worlds at each look. */
  looks: number[];
}

/** Each look adds half as many worlds as there are. */
const GROWTH = 1.5;

/** How many worlds there are at each look: first, then half as many again, up to most. */
export function looks(first: number, most: number): number[] {
  const sizes = [Math.min(first, most)];
  for (let size = sizes[0]; size < most; sizes.push(size)) size = Math.min(most, Math.ceil(size * GROWTH));
  return sizes;
}

/** What is wrong with a rule for stopping, a line each. */
export function untilFaults({ width, first = 100, most = 100_000 }: Pick<Until, "width" | "first" | "most">): string[] {
  const whole = (name: string, value: number, least: number): string[] =>
    Number.isInteger(value) && value >= least ? [] : [`${name} must be a whole number at least ${least}, got ${value}`];
  const narrow = Number.isFinite(width) && width > 0 ? [] : [`width must be a real number above 0, got ${width}`];
  return [...narrow, ...whole("first", first, 2), ...whole("most", most, 2)];
}

/**
 * Distance from the mean to the farther end of its interval. Where all values are 0 or 1, of the
 * share's interval (Wilson): a hundred worlds without an event are no proof that there is none.
 */
function halfWidth({ n, mean, sd, low, high, min, max }: Summary, level: number): number {
  // Values from 0 to 1 vary by n·mean·(1 − mean) at most, and by so much only if all are 0 or 1.
  const most = n * mean * (1 - mean);
  const isShare = min >= 0 && max <= 1 && Math.abs(sd * sd * (n - 1) - most) <= 1e-9 * most;
  if (!isShare) return (high - low) / 2;
  const share = wilson(Math.round(mean * n), n, level);
  return Math.max(share.high - mean, mean - share.low);
}

/** True once the interval is narrow enough; never relative to a mean of 0 while the measure varies or is a share. */
export function narrowEnough(
  summary: Summary,
  { width, relative = false, level = LEVEL }: Pick<Until, "width" | "relative" | "level">,
): boolean {
  return halfWidth(summary, level) <= (relative ? width * Math.abs(summary.mean) : width);
}

/**
 * Adds worlds until the interval of the mean is narrow enough. Worlds are 0, 1, 2, …; looks are fixed
 * in advance, so where it stops depends on the values alone, not on threads or timing.
 *
 * Looking again and again costs some trust: a job stops sooner where the spread happens to look
 * small. Few looks and a first of 100 keep that small: of 2,000 jobs each, intervals meant to hold in
 * 95 % held in 94 to 96 % (uniform values, tested so), 94 % (exponential) and 92 to 94 % (an event of
 * chance 0.02); a first look at 20 exponential values brings it to 90 %. What no world has shown yet
 * cannot widen an interval: a measure that is nearly always the same and seldom very different, and is
 * no share, needs a larger first look.
 * Throws `RangeError` for a rule that cannot be followed, all faults at once.
 */
export async function replicate(run: Runner, until: Until): Promise<Replicated> {
  const { measure, first = 100, most = 100_000, level = LEVEL } = until;
  refuse(untilFaults(until).map((fault) => `replicate: ${fault}`));
  const plan = looks(first, most);
  const parts: Float64Array[][] = [];
  let summary: Summary;
  do {
    const look = parts.length;
    parts.push(await run(look === 0 ? 0 : plan[look - 1], plan[look]));
    summary = summarize(joined(parts, measure), level);
  } while (!narrowEnough(summary, until) && parts.length < plan.length);
  const columns = parts[0].map((_, column) => joined(parts, column));
  return { columns, summary, reached: narrowEnough(summary, until), looks: plan.slice(0, parts.length) };
}

function joined(parts: readonly Float64Array[][], column: number): Float64Array {
  const whole = new Float64Array(parts.reduce((size, part) => size + part[column].length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part[column], at);
    at += part[column].length;
  }
  return whole;
}
