import { cascadeWindow, isGlobal } from "../../models/cascades/watts-window.ts";
import { summarize, type Summary } from "../../models/statistics/index.ts";
import { type Share, shareOf } from "../study/share.ts";

/** Global cascades in the worlds of one setting: the share of worlds that have one, and how large those are. */
export interface Globals extends Share {
  /** Share of all customers that the global cascades reach. */
  size: Summary;
  /** Customers reached in the other worlds. */
  rest: Summary;
}

/** Counts the global cascades, given the reach in each world, in networks of `nodes` customers. */
export function globalsOf(reach: Float64Array, nodes: number): Globals {
  const large = (reached: number): boolean => isGlobal(reached, nodes);
  return {
    ...shareOf(reach, large),
    size: summarize(reach.filter(large).map((reached) => reached / nodes)),
    rest: summarize(reach.filter((reached) => !large(reached))),
  };
}

interface Tried {
  degree: number;
  globals: Globals;
}

/** The places where global cascades were most frequent, all of them if they tie; empty for no places. */
export function mostFrequent<T extends Tried>(places: readonly T[]): T[] {
  const most = Math.max(...places.map(({ globals }) => globals.share));
  return places.filter(({ globals }) => globals.share === most);
}

/** The place outside a window with the most global cascades; undefined if none has any. */
export function mostOutside<T extends Tried>(
  places: readonly T[],
  { low, high }: { low: number; high: number },
): T | undefined {
  const outside = places.filter(({ degree, globals }) => (degree < low || degree > high) && globals.share > 0);
  return mostFrequent(outside).at(0);
}

/**
 * The edge of the window as one line over mean degree (x) and threshold (y), from `least` upward along its
 * lower end and back along its upper end. It goes in steps: for all thresholds between a fifth and a quarter,
 * one contact tips the same people.
 */
export function windowLine(least: number): { x: number; y: number }[] {
  const [up, down]: { x: number; y: number }[][] = [[], []];
  for (let most = Math.floor(1 / least); most > 0; most--) {
    const window = cascadeWindow(1 / most);
    if (!window) break;
    for (const y of [Math.max(least, 1 / (most + 1)), 1 / most]) {
      up.push({ x: window.low, y });
      down.push({ x: window.high, y });
    }
  }
  return [...up, ...down.reverse()];
}
