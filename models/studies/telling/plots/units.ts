/** A unit in which the numbers of an axis are short, and how many of the plain unit it is. */
export interface Unit {
  by: number;
  /** `thousand EUR`. */
  text: string;
}

/** Thousands, millions or billions of `unit` where the largest of the values has two of them at least. */
export function unitFor(values: readonly number[], unit: string): Unit {
  const most = values.reduce((high, value) => (Number.isFinite(value) ? Math.max(high, Math.abs(value)) : high), 0);
  const [by, word] = (
    [
      [1e9, "billion"],
      [1e6, "million"],
      [1e3, "thousand"],
    ] as const
  ).find(([size]) => most >= 2 * size) ?? [1, ""];
  return { by, text: `${word} ${unit}`.trim() };
}
