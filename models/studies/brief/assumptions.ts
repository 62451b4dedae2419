import { sequence, streamKey } from "../../core/index.ts";
import { type Axis, settingAt, type Setting, SOBOL_DIMENSIONS, sobolShare } from "../../experiments/index.ts";

/** An uncertain value: a list, or a range with its likeliest value if one is given. */
export interface Assumption {
  name: string;
  axis: Axis;
  likely?: number;
}

export const MOST_ASSUMPTIONS = SOBOL_DIMENSIONS;

/**
 * What each world assumes: world w takes point w of a shifted Sobol sequence, so that the first worlds, however
 * many, cover every range and every pair of ranges evenly. Intervals of means, which know nothing of that, are
 * if anything too wide. Throws `RangeError` for more than 32 assumptions.
 */
export function drawn(assumptions: readonly Assumption[], seed: string): (world: number) => Record<string, Setting> {
  if (assumptions.length > MOST_ASSUMPTIONS)
    throw new RangeError(`assumptions must be at most ${MOST_ASSUMPTIONS}, got ${assumptions.length}`);
  const shifts = assumptions.map(({ name }) => sequence(streamKey(seed, `assumption/${name}`)).word());
  return (world) =>
    Object.fromEntries(
      assumptions.map((assumption, a) => [assumption.name, valueAt(assumption, sobolShare(a, world, shifts[a]))]),
    );
}

/** The value below which a share u of what is thought possible lies. */
export function valueAt({ axis, likely }: Assumption, u: number): Setting {
  if (likely === undefined || "values" in axis) return settingAt(axis, u);
  const { from, to, whole } = axis;
  const left = (likely - from) / (to - from);
  const value =
    u < left
      ? from + Math.sqrt(u * (to - from) * (likely - from))
      : to - Math.sqrt((1 - u) * (to - from) * (to - likely));
  return whole ? Math.round(value) : value;
}
