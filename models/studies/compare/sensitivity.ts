import { type Setting } from "../../experiments/index.ts";
import { type Assumption } from "../brief/assumptions.ts";
import { type Mean, meanOf } from "./measures.ts";

/** The value of a program where one assumption is at one of its ends and all others vary. */
export interface End {
  /** The lowest and the highest value of the assumption in these worlds; one value where settings are listed. */
  from: Setting;
  to: Setting;
  npv: Mean;
  worlds: number;
  /** What the rule of the brief chooses in these worlds. */
  choose: string;
}
/** How much the value of a program depends on one assumption. */
export interface Sensitivity {
  name: string;
  /** What the ends are: the lowest and highest quarter of a range, or the worst and best setting of a list. */
  by: "quarter" | "setting";
  low: End;
  high: End;
  /** Absolute difference between the means at the two ends. */
  swing: number;
}

/** A range is cut into quarters, and its ends are the outer two. */
const ENDS = 4;
const FEWEST = 5;

/** True where the means at the two ends can be told apart: their intervals do not overlap. */
export const endsDiffer = ({ low, high }: Sensitivity): boolean =>
  low.npv.high < high.npv.low || high.npv.high < low.npv.low;

/**
 * For each assumption, the mean value of a program in the worlds of its lowest and highest quarter, or at the worst and
 * best of its listed settings; widest swing first. All other assumptions vary at the same time, so that interactions
 * show. `choose` applies the rule of the brief to the given worlds. Assumptions with fewer than five worlds at an end
 * are left out.
 */
export function sensitivities(
  assumptions: readonly Assumption[],
  points: readonly Record<string, Setting>[],
  npv: Float64Array,
  choose: (worlds: readonly number[]) => string,
): Sensitivity[] {
  const endOf = (worlds: readonly number[], values: readonly Setting[]): End => ({
    from: values[worlds[0]],
    to: values[worlds[worlds.length - 1]],
    npv: meanOf(Float64Array.from(worlds, (world) => npv[world])),
    worlds: worlds.length,
    choose: choose(worlds),
  });
  return assumptions
    .flatMap(({ name, axis }): Sensitivity[] => {
      const values = points.map((point) => point[name]);
      const by = "values" in axis ? "setting" : "quarter";
      const ends = "values" in axis ? settings(axis.values, values, endOf) : quarters(values as number[], endOf);
      if (!ends || ends.some(({ worlds }) => worlds < FEWEST)) return [];
      const [low, high] = ends;
      return [{ name, by, low, high, swing: Math.abs(high.npv.mean - low.npv.mean) }];
    })
    .sort((a, b) => b.swing - a.swing);
}

type EndOf = (worlds: readonly number[], values: readonly Setting[]) => End;

function quarters(values: readonly number[], endOf: EndOf): [End, End] {
  const order = values.map((_, world) => world).sort((a, b) => values[a] - values[b] || a - b);
  const size = Math.floor(order.length / ENDS);
  return [endOf(order.slice(0, size), values), endOf(order.slice(order.length - size), values)];
}

function settings(list: readonly Setting[], values: readonly Setting[], endOf: EndOf): [End, End] | null {
  const ends = list
    .map((setting) => values.flatMap((value, world) => (value === setting ? [world] : [])))
    .filter((worlds) => worlds.length > 0)
    .map((worlds) => endOf(worlds, values))
    .sort((a, b) => a.npv.mean - b.npv.mean);
  return ends.length < 2 ? null : [ends[0], ends[ends.length - 1]];
}
