/** Coefficients of a linear regression and their covariances, row by row. */
export interface Fit {
  coefficients: Float64Array;
  covariance: Float64Array;
}

/**
 * Rows of one regression: `outcome` on `causes`, with one row of `instruments` each. Without instruments it is
 * least squares.
 */
export interface LinearData {
  outcome: number[];
  causes: number[][];
  instruments?: number[][];
}

/**
 * Ordinary least squares, or two-stage least squares with as many instruments as causes. The covariances are valid
 * for any variance of each row (White 1980, Econometrica 48:817; times n/(n − k)). NaN if the causes are collinear.
 * Time is linear in rows.
 */
export function linear({ outcome, causes, instruments = causes }: LinearData): Fit {
  const n = outcome.length;
  const k = causes[0]?.length ?? 0;
  const cross = new Float64Array(k * k);
  const aimed = new Float64Array(k);
  for (let r = 0; r < n; r++) {
    for (let a = 0; a < k; a++) {
      const z = instruments[r][a];
      aimed[a] += z * outcome[r];
      for (let b = 0; b < k; b++) cross[a * k + b] += z * causes[r][b];
    }
  }
  const bread = inverse(cross, k);
  const coefficients = new Float64Array(k);
  for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) coefficients[a] += bread[a * k + b] * aimed[b];
  const meat = new Float64Array(k * k);
  for (let r = 0; r < n; r++) {
    let left = outcome[r];
    for (let a = 0; a < k; a++) left -= coefficients[a] * causes[r][a];
    const weight = (left * left * n) / (n - k);
    for (let a = 0; a < k; a++)
      for (let b = 0; b < k; b++) meat[a * k + b] += weight * instruments[r][a] * instruments[r][b];
  }
  const covariance = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < k; b++) {
      let sum = 0;
      for (let c = 0; c < k; c++)
        for (let d = 0; d < k; d++) sum += bread[a * k + c] * meat[c * k + d] * bread[b * k + d];
      covariance[a * k + b] = sum;
    }
  }
  return { coefficients, covariance };
}

/**
 * The inverse by Gaussian elimination with pivoting; all NaN if there is none. `solve` in least-squares.ts eliminates
 * in another order and accepts small pivots. Its last bits differ, and published numbers depend on both.
 */
function inverse(matrix: Float64Array, k: number): Float64Array {
  const left = matrix.slice();
  const right = new Float64Array(k * k);
  const scale = matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let a = 0; a < k; a++) right[a * k + a] = 1;
  for (let column = 0; column < k; column++) {
    let pivot = column;
    for (let row = column + 1; row < k; row++)
      if (Math.abs(left[row * k + column]) > Math.abs(left[pivot * k + column])) pivot = row;
    const head = left[pivot * k + column];
    if (!(Math.abs(head) > 1e-12 * scale)) return right.fill(NaN);
    for (const half of [left, right]) {
      for (let b = 0; b < k; b++) {
        const held = half[pivot * k + b];
        half[pivot * k + b] = half[column * k + b];
        half[column * k + b] = held / head;
      }
    }
    for (let row = 0; row < k; row++) {
      const factor = left[row * k + column];
      if (row === column || factor === 0) continue;
      for (const half of [left, right]) for (let b = 0; b < k; b++) half[row * k + b] -= factor * half[column * k + b];
    }
  }
  return right;
}
