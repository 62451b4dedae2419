import { momentsOf } from "../../statistics/index.ts";

/** One line of the proof table: something known, and how to get the same from the models. */
export interface Target {
  /**
   * Where it belongs: 1 informational cascades, 2 standing ovations, 3 threshold cascades, 4 independent cascades and
   * linear thresholds, 5 degrees of influence, 6 diffusion, 7 opinions, 8 networks.
   */
  section: number;
  target: string;
  /** What the expected value follows from, in TeX; for a published result the definition of what was measured. */
  formula: string;
  /** What the letters of the formula stand for, in words, where it does not say so itself. */
  symbols?: string;
  source: string;
  /** Good to every digit shown, or a result of others that also holds approximations. */
  kind: "exact" | "published";
  expected: number;
  /** What counts as agreement, in words. */
  tolerance: string;
  /** True where the value depends on the seed: then two seeds must agree. */
  stochastic: boolean;
  got(seed: string): TargetResult | Promise<TargetResult>;
}
export interface TargetResult {
  value: number;
  pass: boolean;
  /** How far from the expected it may lie; absent where that is no distance. */
  allowed?: number;
}
export type ProofRow = Pick<
  Target,
  "section" | "target" | "formula" | "symbols" | "source" | "kind" | "expected" | "tolerance"
> & {
  got: number;
  pass: boolean;
  /** What each seed gave, and how far from the expected it may lie. */
  runs: TargetResult[];
};

/** The seeds that a target is run under: two where it depends on the seed, and both must pass. */
export const seedsOf = ({ stochastic }: Target, seed: string): string[] =>
  stochastic ? [seed, `${seed}, again`] : [seed];

/** The line of a target after its runs; `got` is their mean. */
export function rowOf({ stochastic, got, ...facts }: Target, runs: TargetResult[]): ProofRow {
  const value = runs.reduce((sum, one) => sum + one.value, 0) / runs.length;
  return { ...facts, got: value, pass: runs.every(({ pass }) => pass), runs };
}

/** Runs a target. */
export async function check(target: Target, seed: string): Promise<ProofRow> {
  const runs: TargetResult[] = [];
  for (const each of seedsOf(target, seed)) runs.push(await target.got(each));
  return rowOf(target, runs);
}

type Claim = Pick<Target, "section" | "target" | "formula" | "symbols" | "source" | "expected"> & {
  kind?: Target["kind"];
};

/** TeX as it is typed. */
export const tex = String.raw;

/**
 * A value without chance: equal, or within 1e-9 relative, or within half a unit of the last of `digits` decimals
 * printed.
 */
export function exactly(claim: Claim & { digits?: number }, value: () => number): Target {
  const { digits, ...facts } = claim;
  const { expected } = claim;
  const allowed = digits === undefined ? 1e-9 * Math.abs(expected) : 0.5 * 10 ** -digits;
  return {
    kind: "exact",
    ...facts,
    tolerance: digits === undefined ? "equal" : `${digits} decimals`,
    stochastic: false,
    got: () => {
      const got = value();
      return { value: got, pass: Math.abs(got - expected) <= allowed * (1 + 1e-6), allowed };
    },
  };
}

/** A mean of independent values: within five standard errors; `error` is that of the printed reference. */
export function meanOf(claim: Claim & { error?: number }, values: (seed: string) => number[]): Target {
  const { error = 0, ...facts } = claim;
  return {
    kind: "exact",
    ...facts,
    tolerance: "5 standard errors",
    stochastic: true,
    got: (seed) => {
      const sample = values(seed);
      const { mean, stderr } = momentsOf(sample);
      const far = 5 * Math.hypot(stderr, error);
      return { value: mean, pass: Math.abs(mean - claim.expected) <= far, allowed: far };
    },
  };
}

/** A value of finite networks that is known in the limit: within `allowed` of it. */
export function near(claim: Claim & { allowed: number; where: string }, value: (seed: string) => number): Target {
  const { allowed, where, ...facts } = claim;
  return {
    kind: "exact",
    ...facts,
    tolerance: `± ${allowed} ${where}`,
    stochastic: true,
    got: (seed) => {
      const got = value(seed);
      return { value: got, pass: Math.abs(got - claim.expected) <= allowed, allowed };
    },
  };
}

/** A fact of shape rather than number: 1 where it holds. */
export function holds(claim: Omit<Claim, "expected">, fact: (seed: string) => boolean): Target {
  return {
    kind: "published",
    ...claim,
    expected: 1,
    tolerance: "1 = holds",
    stochastic: true,
    got: (seed) => {
      const pass = fact(seed);
      return { value: Number(pass), pass };
    },
  };
}
