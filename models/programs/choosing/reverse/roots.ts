import { refuse } from "../../../core/index.ts";

/** How the roots of reverse sets are drawn: in proportion to what customers are worth. */
export interface Roots {
  size: number;
  /** Worth of all customers together; a share of hits times this is a worth reached. */
  total: number;
  /** Chance that place k stands for customer k and not for `others[k]`; null where all are worth the same. */
  chances: Float64Array | null;
  others: Int32Array | null;
}

/**
 * A table from which a root comes in constant time (Walker 1977; Vose 1991). Without worths everybody
 * counts 1. Throws `RangeError` unless all worths are finite, none is negative and some are positive.
 */
export function roots(size: number, worth: Float64Array | null): Roots {
  if (!worth) return { size, total: size, chances: null, others: null };
  const wrong = worth.findIndex((value) => !(value >= 0 && value < Infinity));
  let total = 0;
  for (let i = 0; i < size; i++) total += worth[i];
  const faults = wrong < 0 ? [] : [`worth must be a number from 0, got ${worth[wrong]} of customer ${wrong}`];
  if (worth.length !== size) faults.push(`worth must be given of each of the ${size} customers, got ${worth.length}`);
  if (wrong < 0 && !(total > 0)) faults.push("worth must be above 0 for somebody");
  refuse(faults.map((fault) => `choosing: ${fault}`));
  const chances = new Float64Array(size);
  const others = new Int32Array(size);
  const waiting = new Int32Array(size); // places below their share from the front, above it from the back
  let poor = 0;
  let rich = size;
  for (let i = 0; i < size; i++) {
    chances[i] = (worth[i] / total) * size;
    others[i] = i;
    if (chances[i] < 1) waiting[poor++] = i;
    else waiting[--rich] = i;
  }
  while (poor > 0 && rich < size) {
    const low = waiting[--poor];
    const high = waiting[rich];
    others[low] = high;
    chances[high] -= 1 - chances[low];
    if (chances[high] >= 1) continue;
    rich++;
    waiting[poor++] = high;
  }
  while (poor > 0) chances[waiting[--poor]] = 1; // left over by rounding alone
  while (rich < size) chances[waiting[rich++]] = 1;
  return { size, total, chances, others };
}

/** The root that belongs to `u`, a number on [0, 1) of 53 bits. */
export function rootAt({ size, chances, others }: Roots, u: number): number {
  const x = u * size;
  const k = Math.floor(x);
  return chances !== null && others !== null && x - k >= chances[k] ? others[k] : k;
}
