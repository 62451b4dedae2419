/** A running sum that loses nothing to rounding but the last bit (Neumaier 1974). */
export function compensated(): { add(x: number): void; value(): number } {
  let sum = 0;
  let lost = 0;
  return {
    add(x) {
      const next = sum + x;
      lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
      sum = next;
    },
    value: () => sum + lost,
  };
}

/**
 * The compensated sum of the values, in their order: neither threads nor batches change a digit, and a million
 * small values lose nothing. The plain sum is `total` of `core`.
 */
export function compensatedTotal(values: ArrayLike<number>): number {
  const sum = compensated();
  for (let i = 0; i < values.length; i++) sum.add(values[i]);
  return sum.value();
}

/** The mean of the values and its standard error, by plain sums; the error is NaN below two values. */
export function momentsOf(values: readonly number[]): { mean: number; stderr: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, stderr: Math.sqrt(squares / (values.length - 1) / values.length) };
}
