import { type Setting } from "../../models/experiments/index.ts";
import { type Assumption } from "../brief/assumptions.ts";
import { type Mean, meanOf } from "./measures.ts";

/** What a program is worth where one assumption lies at one of its ends, everything else as it may be. */
export interface End {
  /** The lowest and the highest value of the worlds it is the mean of; a list has one value. */
  from: Setting;
  to: Setting;
  npv: Mean;
  worlds: number;
}
/** How much one assumption matters to what a program is worth. */
export interface Sensitivity {
  name: string;
  low: End;
  high: End;
  /** From the mean at one end to the mean at the other, without its sign. */
  swing: number;
}

/** A range is cut into quarters, and its ends are the outer two. */
const ENDS = 4;
const FEWEST = 5;

/**
 * For each assumption the mean value of a program in the worlds of its lowest and of its highest quarter, or at
 * its worst and its best setting where it is a list; widest swing first. All other assumptions move at the same
 * time, so that what matters only together with another shows as well. Assumptions with fewer than five worlds
 * at an end are left out.
 */
export function sensitivities(assumptions: readonly Assumption[], points: readonly Record<string, Setting>[], npv: Float64Array): Sensitivity[] {
  return assumptions
    .flatMap(({ name, axis }): Sensitivity[] => {
      const values = points.map((point) => point[name]);
      const ends = "values" in axis ? settings(axis.values, values, npv) : quarters(values as number[], npv);
      if (!ends || ends.some(({ worlds }) => worlds < FEWEST)) return [];
      const [low, high] = ends;
      return [{ name, low, high, swing: Math.abs(high.npv.mean - low.npv.mean) }];
    })
    .sort((a, b) => b.swing - a.swing);
}

function endOf(worlds: readonly number[], values: readonly Setting[], npv: Float64Array): End {
  return { from: values[worlds[0]], to: values[worlds[worlds.length - 1]], npv: meanOf(Float64Array.from(worlds, (world) => npv[world])), worlds: worlds.length };
}

function quarters(values: readonly number[], npv: Float64Array): [End, End] {
  const order = values.map((_, world) => world).sort((a, b) => values[a] - values[b] || a - b);
  const size = Math.floor(order.length / ENDS);
  return [endOf(order.slice(0, size), values, npv), endOf(order.slice(order.length - size), values, npv)];
}

function settings(list: readonly Setting[], values: readonly Setting[], npv: Float64Array): [End, End] | null {
  const ends = list
    .map((setting) => values.flatMap((value, world) => (value === setting ? [world] : [])))
    .filter((worlds) => worlds.length > 0)
    .map((worlds) => endOf(worlds, values, npv))
    .sort((a, b) => a.npv.mean - b.npv.mean);
  return ends.length < 2 ? null : [ends[0], ends[ends.length - 1]];
}
