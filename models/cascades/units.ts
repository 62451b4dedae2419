/** Number of whole units in a weight of 1. Sums of whole units are exact in any order and fit 32 bits. */
export const UNITS = 2 ** 30;

/** A weight on [0, 1] in units, rounded to the nearest. */
export const unitsOf = (weight: number): number => Math.round(weight * UNITS);
