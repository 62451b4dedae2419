import { type Timed } from "./reference.ts";

/** One line of the benchmark table. */
export interface Measured {
  name: string;
  unit: string;
  value: number;
  /** What it is held against, in the same unit; null where there is nothing. */
  reference: number | null;
  /** Value over reference, or what the name says; null without a reference. */
  ratio: number | null;
  /** What is aimed at, in words; absent where the line only informs. */
  goal?: string;
  met?: boolean;
}

/**
 * Times work that gives totals, by the processor time of this process: unlike the clock on the wall it
 * leaves out the time in which others had the processor. The reference counts its own in the same way.
 */
export function timed(work: () => readonly number[]): Timed {
  const began = process.cpuUsage();
  const totals = work();
  return { nanoseconds: since(began), totals };
}

/** Nanoseconds of processor time since `process.cpuUsage()` gave `began`. */
export function since(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) * 1000;
}

export interface Pair {
  /** Median nanoseconds of a round. */
  ours: number;
  theirs: number;
  /** Median of the rounds' ratios. */
  ratio: number;
}

const WARM = 3;

/**
 * Rounds of ours and theirs in turn, so that both see the same machine; the first three warm up and
 * are not counted. Throws `RangeError` unless all totals are identical.
 */
export async function paired(
  name: string,
  ours: () => Timed | Promise<Timed>,
  theirs: () => Timed | Promise<Timed>,
  rounds = 7,
): Promise<Pair> {
  const pairs: [number, number][] = [];
  for (let round = -WARM; round < rounds; round++) {
    const left = await ours();
    const right = await theirs();
    if (left.totals.join() !== right.totals.join()) {
      throw new RangeError(
        `bench: totals of ${name} must be identical, got ${left.totals.join()} and ${right.totals.join()}`,
      );
    }
    if (round >= 0) pairs.push([left.nanoseconds, right.nanoseconds]);
  }
  return {
    ours: median(pairs.map(([left]) => left)),
    theirs: median(pairs.map(([, right]) => right)),
    ratio: median(pairs.map(([left, right]) => left / right)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
