import { type Point } from "./axis.ts";
import { sameSetting } from "./design.ts";
import { shared, type WorldValues } from "./differences.ts";
import { LEVEL, type Paired } from "../statistics/summary.ts";

/** The effect of one axis on the mean, with all others at the base. */
export interface Bar {
  axis: string;
  /** The settings with the lowest and the highest mean, each compared with the base in the same worlds. */
  least: Paired & { setting: unknown };
  most: Paired & { setting: unknown };
  /** The distance from the lowest mean to the highest, including the base. */
  swing: number;
}

/**
 * The bars of a one-at-a-time design whose first point is the base: widest swing first, ties in the order of the
 * axes. Axes with only the base, or whose worlds all lack the measure, are left out. The diagram shows no
 * interactions: an axis that matters only together with another has a short bar. Throws `RangeError` for a point
 * that differs from the first in more than one axis.
 */
export function tornado({ points, values }: WorldValues, level = LEVEL): Bar[] {
  const [base, ...others] = points;
  const moved = others.map((point) => changedAxis(base, point));
  const bars = [...new Set(moved)].flatMap((axis): Bar[] => {
    const effects = moved
      .flatMap((name, at) => (name === axis ? [at + 1] : []))
      .map((place) => ({ ...shared(values[0], values[place], level), setting: points[place][axis] }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => a.mean - b.mean);
    if (effects.length === 0) return [];
    const least = effects[0];
    const most = effects[effects.length - 1];
    return [{ axis, least, most, swing: Math.max(0, most.mean) - Math.min(0, least.mean) }];
  });
  return bars.sort((a, b) => b.swing - a.swing);
}

function changedAxis(base: Point, point: Point): string {
  const changed = Object.keys(point).filter((name) => !sameSetting(point[name], base[name]));
  if (changed.length === 1) return changed[0];
  throw new RangeError(
    `tornado: each point must differ from the first in one axis, got ${changed.length} in ${JSON.stringify(point)}`,
  );
}
