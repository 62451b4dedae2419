/** A unit of money in which an axis has short numbers. */
export interface MoneyScale {
  by: number;
  /** `thousand EUR`. */
  unit: string;
}

export function moneyScale(values: readonly number[], currency: string): MoneyScale {
  const most = Math.max(...values.filter(Number.isFinite).map(Math.abs), 0);
  if (most >= 2e9) return { by: 1e9, unit: `billion ${currency}` };
  if (most >= 2e6) return { by: 1e6, unit: `million ${currency}` };
  if (most >= 2e3) return { by: 1e3, unit: `thousand ${currency}` };
  return { by: 1, unit: currency };
}
