import { type Point } from "./axis.ts";
import { pointName, sameSetting } from "./design.ts";
import { LEVEL, type Paired, paired } from "../statistics/summary.ts";

/**
 * One measure over a design: for each point its value in world 0, 1, 2, …; points may have run in different numbers of
 * worlds.
 */
export interface Table {
  points: readonly Point[];
  values: readonly Float64Array[];
}

/** Differences b − a over the worlds that both have run. */
export function shared(a: Float64Array, b: Float64Array, level = LEVEL): Paired {
  const worlds = Math.min(a.length, b.length);
  return paired(a.subarray(0, worlds), b.subarray(0, worlds), level);
}

/**
 * For each point the place of the point it is compared with: the one that holds the settings of
 * `baseline` and equals it in all else; -1 where the design has no such point.
 */
export function counterparts(points: readonly Point[], baseline: Point): number[] {
  const places = new Map(points.map((point, place) => [pointName(point), place]));
  return points.map((point) => places.get(pointName({ ...point, ...baseline })) ?? -1);
}

/** A point against the one it is compared with, in the worlds that both ran. */
export interface Difference extends Paired {
  point: Point;
  against: Point;
}

/**
 * Every point minus its baseline, world by world, in the order of the points. A baseline that names
 * one point is that for all; one that names some axes only gives each point its own, equal in all
 * else. The baselines themselves and points without one are left out.
 *
 * Each interval stands for one comparison and is not adjusted for their number: of twenty true
 * nothings one will look like something. For k intervals that shall all hold at once in 95 % of
 * jobs ask for level 1 − 0.05 / k (Bonferroni).
 */
export function differencesFrom({ points, values }: Table, baseline: Point, level = LEVEL): Difference[] {
  return counterparts(points, baseline).flatMap((base, place) =>
    base < 0 || base === place
      ? []
      : [{ point: points[place], against: points[base], ...shared(values[base], values[place], level) }],
  );
}

/** What a setting of an axis does on average over everything else. */
export interface Effect extends Paired {
  axis: string;
  setting: unknown;
  /** The setting it is compared with. */
  from: unknown;
  /** How many pairs of points, equal in all else, the average runs over. */
  pairs: number;
}

/**
 * The main effect of each setting of `axis` against the setting `from` (the first unless told):
 * differences between points equal in all else, averaged over those pairs world by world, so that
 * the interval knows that one world's pairs go together. A world missing in one pair is missing.
 * Settings without any pair are left out. Intervals are not adjusted for their number.
 */
export function mainEffects(
  { points, values }: Table,
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
