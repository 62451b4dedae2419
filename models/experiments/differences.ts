import { type Point } from "./axis.ts";
import { pointName, sameSetting } from "./design.ts";
import { LEVEL, type Paired, paired } from "../statistics/summary.ts";

/**
 * One measure over a design: for each point, its value in worlds 0, 1, 2, …. Points may have different numbers of
 * worlds.
 */
export interface WorldValues {
  points: readonly Point[];
  values: readonly Float64Array[];
}

/** Differences b − a over the worlds that both ran. */
export function shared(a: Float64Array, b: Float64Array, level = LEVEL): Paired {
  const worlds = Math.min(a.length, b.length);
  return paired(a.subarray(0, worlds), b.subarray(0, worlds), level);
}

/**
 * For each point, the index of its baseline: the point that has the settings of `baseline` and is equal in all
 * others; -1 if the design has no such point.
 */
export function counterparts(points: readonly Point[], baseline: Point): number[] {
  const places = new Map(points.map((point, place) => [pointName(point), place]));
  return points.map((point) => places.get(pointName({ ...point, ...baseline })) ?? -1);
}

/** A point compared with its baseline, in the worlds that both ran. */
export interface Difference extends Paired {
  point: Point;
  against: Point;
}

/**
 * Every point minus its baseline, world by world, in the order of the points. A `baseline` that names all axes
 * gives one baseline for all points. One that names only some axes gives each point its own baseline, equal in the
 * other axes. Baselines themselves and points without one are left out.
 *
 * Each interval applies to one comparison and is not adjusted for their number: without any true difference, about
 * one in twenty will look like one. For k intervals that all hold at once in 95 % of jobs, use level 1 − 0.05 / k
 * (Bonferroni).
 */
export function differencesFrom({ points, values }: WorldValues, baseline: Point, level = LEVEL): Difference[] {
  return counterparts(points, baseline).flatMap((base, place) =>
    base < 0 || base === place
      ? []
      : [{ point: points[place], against: points[base], ...shared(values[base], values[place], level) }],
  );
}

/** The average effect of a setting of one axis over all settings of the others. */
export interface Effect extends Paired {
  axis: string;
  setting: unknown;
  /** The setting it is compared with. */
  from: unknown;
  /** Number of pairs of points, equal in all other axes, that are averaged. */
  pairs: number;
}

/**
 * The main effect of each setting of `axis` compared with the setting `from`, by default the first: differences
 * between points equal in all other axes, averaged over these pairs world by world, so that the interval accounts
 * for the dependence of pairs in the same world. A world missing in one pair is missing. Settings without any pair
 * are left out. Intervals are not adjusted for their number.
 */
export function mainEffects(
  { points, values }: WorldValues,
  axis: string,
  from: unknown = points[0]?.[axis],
  level = LEVEL,
): Effect[] {
  const groups = new Map<string, { setting: unknown; pairs: [number, number][] }>();
  counterparts(points, { [axis]: from }).forEach((base, place) => {
    const setting = points[place][axis];
    if (base < 0 || sameSetting(setting, from)) return;
    const group = groups.get(JSON.stringify(setting)) ?? { setting, pairs: [] };
    group.pairs.push([base, place]);
    groups.set(JSON.stringify(setting), group);
  });
  return [...groups.values()].map(({ setting, pairs }) => {
    const worlds = Math.min(...pairs.flat().map((place) => values[place].length));
    const average = new Float64Array(worlds).map(
      (_, world) =>
        pairs.reduce((sum, [base, place]) => sum + values[place][world] - values[base][world], 0) / pairs.length,
    );
    return { axis, setting, from, pairs: pairs.length, ...paired(new Float64Array(worlds), average, level) };
  });
}
