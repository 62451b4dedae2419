import { type Network } from "../../core/index.ts";

/** Who is treated in a field test, and the units that were drawn together. */
export interface Assignment {
  /** 1 = treated. */
  treated: Uint8Array;
  /** The unit of each person, from 0; -1 for people outside the test. */
  unit: Int32Array;
  units: number;
  /** The egos of a test of circles, in the order of their units; empty otherwise. */
  egos: readonly number[];
}
export const DESIGNS = ["individual", "ego", "cluster"] as const;
export type DesignName = (typeof DESIGNS)[number];

/** The share and the draws of one field test: `draw(i)` is the number of unit i, uniform on [0, 1). */
export interface Draw {
  /** Share of units treated, rounded to whole units. */
  share: number;
  draw(i: number): number;
}

/** True where at least two units are treated and two are not: fewer do not show how units differ. */
export function canTell(units: number, share: number): boolean {
  const many = Math.round(share * units);
  return many >= 2 && units - many >= 2;
}

/** Treats persons one by one. */
export function individuals({ size }: Network, wanted: Draw): Assignment {
  const unit = Int32Array.from({ length: size }, (_, i) => i);
  return { treated: treatedOf(unit, lowest(size, wanted)), unit, units: size, egos: [] };
}

/** Treats whole communities; `unit` is the community of each person, from 0. */
export function clusters(unit: Int32Array, wanted: Draw): Assignment {
  const units = unitsOf(unit);
  return { treated: treatedOf(unit, lowest(units, wanted)), unit, units, egos: [] };
}

/** How many units there are. */
export const unitsOf = (unit: Int32Array): number => unit.reduce((most, one) => Math.max(most, one + 1), 0);

/**
 * Treats circles. Egos whose circles do not meet are picked in the order of their draws; an ego and all its contacts
 * are treated, or not, as one unit. A person in no circle is not treated and not part of the test.
 */
export function circles(network: Network, wanted: Draw, { unit, egos } = disjointCircles(network, wanted)): Assignment {
  // Egos came in the order of their draws, so units need new draws, which have not decided anything yet.
  const chosen = lowest(egos.length, { share: wanted.share, draw: (u) => wanted.draw(network.size + u) });
  return { treated: treatedOf(unit, chosen), unit, units: egos.length, egos };
}

/**
 * Persons with contacts, in the order of their draws, whose circles do not meet; `unit` tells the circle of each
 * person, or -1.
 */
export function disjointCircles(
  { size, out }: Network,
  { draw }: Pick<Draw, "draw">,
): Pick<Assignment, "unit" | "egos"> {
  const unit = new Int32Array(size).fill(-1);
  const order = Array.from({ length: size }, (_, i) => i).filter((i) => out.degree(i) > 0);
  const draws = Float64Array.from({ length: size }, (_, i) => draw(i));
  order.sort((a, b) => draws[a] - draws[b] || a - b);
  const egos: number[] = [];
  for (const ego of order) {
    const circle = [ego, ...out.targets.subarray(out.offsets[ego], out.offsets[ego + 1])];
    if (circle.some((i) => unit[i] >= 0)) continue;
    for (const i of circle) unit[i] = egos.length;
    egos.push(ego);
  }
  return { unit, egos };
}

/** The units with the lowest draws: a share of them, rounded. Throws `RangeError` where that is none or all. */
function lowest(units: number, { share, draw }: Draw): Uint8Array {
  const many = Math.round(share * units);
  if (many < 1 || many >= units)
    throw new RangeError(`rehearsal: share must treat some of the ${units} units and not all, got ${share}`);
  const draws = Float64Array.from({ length: units }, (_, u) => draw(u));
  const order = Array.from(draws.keys()).sort((a, b) => draws[a] - draws[b] || a - b);
  const chosen = new Uint8Array(units);
  for (const u of order.slice(0, many)) chosen[u] = 1;
  return chosen;
}

const treatedOf = (unit: Int32Array, chosen: Uint8Array): Uint8Array =>
  Uint8Array.from(unit, (u) => (u < 0 ? 0 : chosen[u]));
