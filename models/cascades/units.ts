/** Influence is counted in this many whole units, so that sums are exact in any order and fit 32 bits. */
export const UNITS = 2 ** 30;

/** A weight on [0, 1] in units, to the nearest. */
export const unitsOf = (weight: number): number => Math.round(weight * UNITS);
