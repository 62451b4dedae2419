import { exp } from "../core/index.ts";
import { covarianceOf, dot, type Coefficient, estimate, leastSquares, solve } from "../statistics/least-squares.ts";

export const FIT_METHODS = ["nls", "ols", "density"] as const;
export type FitMethod = (typeof FIT_METHODS)[number];

export interface AdoptionFit {
  estimates: { innovation: Coefficient; imitation: Coefficient; market: Coefficient };
  /** Sum of squared residuals, in the unit of the series, squared. */
  loss: number;
  n: number;
}

/**
 * Estimates innovation p, imitation q and market size m of Bass's curve F from the adoptions in periods 1, 2, 3, …
 *
 * - `nls`: adoptions in period t are m·(F(t) − F(t − 1)), fitted by nonlinear least squares. Srinivasan & Mason
 *   1986, Marketing Science 5:169.
 * - `ols`: adoptions are p·m + (q − p)·Y − (q/m)·Y² of the earlier adoptions Y, fitted by ordinary least squares
 *   with standard errors by the delta method; the estimate of p may be negative. Bass 1969, Management Science
 *   15:215.
 * - `density`: adoptions are m·f(t), with f the slope of F at the end of the period.
 *
 * Throws `RangeError` if the series has fewer than four periods, contains anything but numbers of at least 0, or is
 * all zeros. Also throws if no such curve fits best, for example while sales still grow at an increasing rate.
 */
export function fitAdoption(adoptions: readonly number[], method: FitMethod = "nls"): AdoptionFit {
  const wrong = adoptions.findIndex((value) => !(value >= 0 && value < Infinity));
  if (wrong >= 0)
    throw new RangeError(
      `fit: adoptions must be numbers of at least 0, got ${adoptions[wrong]} in period ${wrong + 1}`,
    );
  if (adoptions.length < 4) throw new RangeError(`fit: a series must have at least 4 periods, got ${adoptions.length}`);
  if (!adoptions.some((value) => value > 0))
    throw new RangeError("fit: a series must have adoptions in some period, got 0 in every period");
  return method === "ols" ? regression(adoptions) : nonlinear(adoptions, method);
}

/** The share of the market that has adopted by time t. */
export function adoptedShare(p: number, q: number, t: number): number {
  const decay = exp(-(p + q) * t);
  return (1 - decay) / (1 + (q / p) * decay);
}

function density(p: number, q: number, t: number): number {
  const decay = exp(-(p + q) * t);
  return (((p + q) ** 2 / p) * decay) / (1 + (q / p) * decay) ** 2;
}

/** Adoptions in each period as a share of the market. */
function shares(method: FitMethod, p: number, q: number, periods: number): number[] {
  const period = (t: number): number =>
    method === "density" ? density(p, q, t) : adoptedShare(p, q, t) - adoptedShare(p, q, t - 1);
  return Array.from({ length: periods }, (_, k) => period(k + 1));
}

function nonlinear(adoptions: readonly number[], method: FitMethod): AdoptionFit {
  const n = adoptions.length;
  const start = bestStart(adoptions, method);
  const predicted = ([m, p, q]: readonly number[]): number[] => shares(method, p, q, n).map((share) => m * share);
  const { values, covariance, loss, freedom } = leastSquares(predicted, adoptions, start);
  const [market, innovation, imitation] = values.map((value, k) => estimate(value, covariance[k][k], freedom));
  return { estimates: { innovation, imitation, market }, loss, n };
}

/**
 * The closest fit on a grid of p and q, each with its best market size. The search then starts near the right
 * minimum.
 */
function bestStart(adoptions: readonly number[], method: FitMethod): number[] {
  let best: number[] = [];
  let least = Infinity;
  for (const p of [1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 0.7]) {
    for (const q of [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 1, 1.5]) {
      const row = shares(method, p, q, adoptions.length);
      const m = dot(row, adoptions) / dot(row, row);
      const loss = row.reduce((sum, share, k) => sum + (adoptions[k] - m * share) ** 2, 0);
      if (loss < least) [best, least] = [[m, p, q], loss];
    }
  }
  return best;
}

/** The values of p, q and m that correspond to a + b·Y + c·Y²: m is the larger root, p = a/m, q = −c·m. */
function regression(adoptions: readonly number[]): AdoptionFit {
  const n = adoptions.length;
  let before = 0;
  const rows = adoptions.map((value) => {
    const row = [1, before, before * before];
    before += value;
    return row;
  });
  const scale = before; // powers of large totals would spoil the elimination
  const powers = [1, scale, scale * scale];
  const columns = powers.map((power, k) => rows.map((row) => row[k] / power));
  const normal = columns.map((left) => columns.map((right) => dot(left, right)));
  const scaled = solve(
    normal,
    columns.map((column) => dot(column, adoptions)),
  );
  const [a, b, c] = scaled.map((value, k) => value / powers[k]);
  const root = Math.sqrt(b * b - 4 * a * c);
  const m = (-b - root) / (2 * c);
  if (!(c < 0 && m > 0))
    throw new RangeError(
      `fit: the regression must bend down (c < 0) and cross zero, got a = ${short(a)}, b = ${short(b)}, c = ${short(c)}; the series has no peak yet`,
    );
  const residuals = rows.map(([, y, square], k) => adoptions[k] - a - b * y - c * square);
  const loss = dot(residuals, residuals);
  const covariance = covarianceOf(columns, loss / (n - 3)).map((row, i) =>
    row.map((value, j) => value / (powers[i] * powers[j])),
  );
  const slopesM = [1 / root, m / root, (m * m) / root]; // of m by a, b, c, from a + b·m + c·m² = 0
  const slopesP = slopesM.map((slope, k) => (k === 0 ? 1 / m : 0) - (a / (m * m)) * slope);
  const slopesQ = slopesM.map((slope, k) => (k === 2 ? -m : 0) - c * slope);
  const of = (value: number, slopes: number[]): Coefficient =>
    estimate(
      value,
      dot(
        slopes,
        covariance.map((row) => dot(row, slopes)),
      ),
      n - 3,
    );
  return {
    estimates: { innovation: of(a / m, slopesP), imitation: of(-c * m, slopesQ), market: of(m, slopesM) },
    loss,
    n,
  };
}

const short = (value: number): string => value.toPrecision(3);
