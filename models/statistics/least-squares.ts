import { exp, log } from "../core/index.ts";
import { studentQuantile } from "./quantiles.ts";

/** An estimate with its standard error and its 95 % interval by Student's t. */
export interface Coefficient {
  value: number;
  stderr: number;
  low: number;
  high: number;
}
export interface Fitted {
  values: number[];
  /** Sum of squared residuals. */
  loss: number;
  /** Covariance of the values: s² (JᵀJ)⁻¹, s² = loss / (observations − parameters). */
  covariance: number[][];
  freedom: number;
}

/**
 * The positive parameters that minimize the sum of squares between `predicted` and `observed`, from a positive
 * starting point (Levenberg 1944, Marquardt 1963). The search runs on logarithms, so scale does not matter and no
 * parameter changes its sign. Throws `RangeError` if there are not more observations than parameters, or if the
 * search does not converge: then no finite parameters fit best.
 */
export function leastSquares(
  predicted: (values: readonly number[]) => number[],
  observed: readonly number[],
  start: readonly number[],
): Fitted {
  const freedom = observed.length - start.length;
  if (freedom < 1)
    throw new RangeError(`leastSquares: there must be more than ${start.length} observations, got ${observed.length}`);
  const misses = (logs: readonly number[]): number[] => predicted(logs.map(exp)).map((value, k) => observed[k] - value);
  let logs = start.map(log);
  let residuals = misses(logs);
  let loss = squares(residuals);
  let damping = 1e-3;
  let settled = false;
  for (let round = 0; round < 500 && !settled; round++) {
    const slopes = jacobian((at) => predicted(at.map(exp)), logs);
    const normal = product(slopes, slopes);
    const pull = slopes.map((column) => dot(column, residuals));
    const wanted = solve(
      normal.map((row, i) => row.map((value, j) => (i === j ? value * (1 + damping) : value))),
      pull,
    );
    const far = Math.max(...wanted.map(Math.abs));
    const step = wanted.map((by) => by / Math.max(1, far)); // no parameter changes by more than a factor of e at once
    const next = logs.map((value, i) => value + step[i]);
    const tried = misses(next);
    const reached = squares(tried);
    settled = far < 1e-10;
    if (reached <= loss) {
      [logs, residuals, loss] = [next, tried, reached];
      damping = Math.max(damping / 10, 1e-12);
    } else if (damping > 1e12)
      settled = true; // nothing nearby is better; only rounding is left
    else damping *= 10;
  }
  const values = logs.map(exp);
  if (
    !settled ||
    !values.every((value) => value > 0 && value < Infinity) ||
    alike(jacobian((at) => predicted(at.map(exp)), logs)) > MOST_ALIKE
  ) {
    throw new RangeError(
      `leastSquares: the search must converge to finite positive values, got ${values.map((value) => value.toPrecision(3)).join(", ")}; the observations do not determine them`,
    );
  }
  return {
    values,
    loss,
    freedom,
    covariance: covarianceOf(
      jacobian((at) => predicted(at), values),
      loss / freedom,
    ),
  };
}

/** Above this, parameters can replace each other so well that the observations do not determine them. */
const MOST_ALIKE = 1 - 1e-9;

/** 0 if each parameter moves the predictions in its own direction, 1 if one parameter can replace others. */
function alike(slopes: readonly number[][]): number {
  const unit = slopes.map((column) => column.map((value) => value / Math.sqrt(squares(column))));
  const rest: number[][] = [];
  let volume = 1;
  for (const column of unit) {
    const left = rest.reduce((value, other) => value.map((entry, k) => entry - dot(column, other) * other[k]), column);
    const length = Math.sqrt(squares(left));
    volume *= length * length;
    rest.push(left.map((value) => value / length));
  }
  return 1 - volume;
}

/** The covariance s² (JᵀJ)⁻¹; `slopes` has one column per parameter. */
export function covarianceOf(slopes: readonly number[][], variance: number): number[][] {
  const normal = product(slopes, slopes);
  return normal.map((_, k) =>
    solve(
      normal,
      normal.map((__, i) => (i === k ? variance : 0)),
    ),
  );
}

/** A value with its standard error and interval. */
export function estimate(value: number, variance: number, freedom: number): Coefficient {
  const stderr = Math.sqrt(variance);
  const half = studentQuantile(0.975, freedom) * stderr;
  return { value, stderr, low: value - half, high: value + half };
}

/** The derivative of each prediction by each value, one column per value, by central differences. */
export function jacobian(predicted: (values: readonly number[]) => number[], values: readonly number[]): number[][] {
  return values.map((value, i) => {
    const h = 1e-5 * Math.max(Math.abs(value), 1e-3);
    const at = (by: number): number[] => predicted(values.map((other, j) => (i === j ? other + by : other)));
    const [up, down] = [at(h), at(-h)];
    return up.map((high, k) => (high - down[k]) / (2 * h));
  });
}

/** The solution x of matrix·x = right, by Gaussian elimination with pivoting; NaN if there is none. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r][c]) > Math.abs(rows[pivot][c])) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot], rows[c]];
    for (let r = c + 1; r < n; r++) {
      const share = rows[r][c] / rows[c][c];
      for (let k = c; k <= n; k++) rows[r][k] -= share * rows[c][k];
    }
  }
  const x = Array<number>(n).fill(0);
  for (let r = n - 1; r >= 0; r--) x[r] = (rows[r][n] - dot(rows[r].slice(0, n), x)) / rows[r][r];
  return x;
}

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, k) => sum + value * b[k], 0);
const squares = (values: readonly number[]): number => dot(values, values);
const product = (a: readonly number[][], b: readonly number[][]): number[][] =>
  a.map((left) => b.map((right) => dot(left, right)));
