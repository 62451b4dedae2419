import { type Network } from "../../core/index.ts";

export interface Brand {
  code: number;
  advertising: number;
  imitation: number;
  harm: number;
}
/** The number of users of each brand that a customer heard from, by brand: happy and unhappy ones. */
export interface Heard {
  happy: number[];
  unhappy: number[];
}
interface Before {
  brand: Uint8Array;
  unhappy: Uint8Array;
}
interface Ears {
  ear: (i: number) => number;
  meeting: (i: number, k: number) => number;
}
/** Above any horizon. */
const LONGEST = 2 ** 20;

/** A function that returns what a customer hears in period `time`. The next call overwrites the result. */
export function heardOf(
  { in: { offsets, targets }, size }: Network,
  { brand, unhappy }: Before,
  { attention, weak }: { attention: number; weak: number },
  time: number,
  { ear, meeting }: Ears,
): (i: number) => Heard {
  const heard: Heard = { happy: [0, 0, 0], unhappy: [0, 0, 0] };
  return (i) => {
    heard.happy.fill(0);
    heard.unhappy.fill(0);
    const from = offsets[i];
    const degree = offsets[i + 1] - from;
    const limited = attention > 0 && attention < degree;
    const start = limited ? Math.floor(ear(i) * degree) : 0;
    for (let k = 0; k < (limited ? attention : degree); k++) {
      const j = targets[from + ((start + k) % degree)];
      (unhappy[j] === 1 ? heard.unhappy : heard.happy)[brand[j]]++;
    }
    for (let k = 0; k < weak && size > 1; k++) {
      const other = Math.floor(meeting(i, k * LONGEST + time) * (size - 1));
      const j = other < i ? other : other + 1;
      if (unhappy[j] === 1) heard.unhappy[brand[j]]++;
    }
    return heard;
  };
}

/** The chance that a customer takes up the brand: [1 − (1 − δ)(1 − q)^n]·(1 − h)^m. */
export function tryBrand({ code, advertising, imitation, harm }: Brand, { happy, unhappy }: Heard): number {
  let fails = 1 - advertising;
  for (let k = 0; k < happy[code]; k++) fails *= 1 - imitation;
  let kept = 1;
  for (let k = 0; k < unhappy[code]; k++) kept *= 1 - harm;
  return (1 - fails) * kept;
}

/**
 * True if any customer may still take up a brand: some have none, and a brand is advertised or has users to
 * imitate.
 */
export function choosable(brand: Uint8Array, ...brands: Brand[]): boolean {
  return (
    brand.includes(0) &&
    brands.some(({ code, advertising, imitation }) => advertising > 0 || (imitation > 0 && brand.includes(code)))
  );
}
