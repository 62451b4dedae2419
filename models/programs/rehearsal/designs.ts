import { type Network } from "../../core/index.ts";

/** Who is treated in a field test, and the units that were drawn together. */
export interface Assignment {
  /** 1 = treated. */
  treated: Uint8Array;
  /** The unit of each person, from 0; -1 for who is not part of the test. */
  unit: Int32Array;
  units: number;
  /** Egos of the test where circles were drawn, in the order of their units; none otherwise. */
  egos: readonly number[];
}
export const DESIGNS = ["individual", "ego", "cluster"] as const;
export type DesignName = (typeof DESIGNS)[number];

/** Shares and draws of one field test: `draw(i)` is the number of unit i, uniform on [0, 1). */
export interface Draw {
  /** Share of units that is treated; at least one is, and at least one is not. */
  share: number;
  draw(i: number): number;
}

/** Persons are treated one by one. */
export function individuals({ size }: Network, wanted: Draw): Assignment {
  const unit = Int32Array.from({ length: size }, (_, i) => i);
  return { treated: treatedOf(unit, lowest(size, wanted)), unit, units: size, egos: [] };
}

/** Communities are treated as a whole; `unit` tells that of each person, from 0. */
export function clusters(unit: Int32Array, wanted: Draw): Assignment {
  const units = unit.reduce((most, one) => Math.max(most, one + 1), 0);
  return { treated: treatedOf(unit, lowest(units, wanted)), unit, units, egos: [] };
}

/**
 * Egos whose circles do not meet are picked in the order of their draws; an ego and all its contacts are
 * treated or not as one unit. Who is in no circle is not treated and not part of the test. Throws
 * `RangeError` where fewer than two circles fit.
 */
export function circles(network: Network, wanted: Draw, contactsAtLeast = 1): Assignment {
  const { size, out } = network;
  const unit = new Int32Array(size).fill(-1);
  const order = Array.from({ length: size }, (_, i) => i).filter((i) => out.degree(i) >= contactsAtLeast);
  const draws = Float64Array.from({ length: size }, (_, i) => wanted.draw(i));
  order.sort((a, b) => draws[a] - draws[b] || a - b);
  const egos: number[] = [];
  for (const ego of order) {
    const circle = [ego, ...out.targets.subarray(out.offsets[ego], out.offsets[ego + 1])];
    if (circle.some((i) => unit[i] >= 0)) continue;
    for (const i of circle) unit[i] = egos.length;
    egos.push(ego);
  }
  if (egos.length < 2) throw new RangeError(`rehearsal: there must be two circles that do not meet, got ${egos.length}`);
  // Egos came in the order of their draws, so units are drawn anew, by draws that decided nothing yet.
  const chosen = lowest(egos.length, { share: wanted.share, draw: (u) => wanted.draw(size + u) });
  return { treated: treatedOf(unit, chosen), unit, units: egos.length, egos };
}

/** The units with the lowest draws, a share of them rounded, but never none and never all. */
function lowest(units: number, { share, draw }: Draw): Uint8Array {
  if (units < 2) throw new RangeError(`rehearsal: there must be at least two units, got ${units}`);
  const many = Math.min(units - 1, Math.max(1, Math.round(share * units)));
  const draws = Float64Array.from({ length: units }, (_, u) => draw(u));
  const order = Array.from(draws.keys()).sort((a, b) => draws[a] - draws[b] || a - b);
  const chosen = new Uint8Array(units);
  for (const u of order.slice(0, many)) chosen[u] = 1;
  return chosen;
}

const treatedOf = (unit: Int32Array, chosen: Uint8Array): Uint8Array => Uint8Array.from(unit, (u) => (u < 0 ? 0 : chosen[u]));
