import { refuse, sequence, shuffled, streamKey } from "../core/index.ts";
import { type Axis, checkAxes, levels, type Point, type Setting, settingAt } from "./axis.ts";
import { SOBOL_DIMENSIONS, sobolShare } from "./sobol.ts";

/** The largest number of points in a design; a larger one is almost surely a mistake. */
export const MOST_POINTS = 1_000_000;

/**
 * Every combination of the axes' settings, with the last axis changing fastest; a single empty point without axes.
 * Throws `RangeError` for faulty axes and for more than a million points.
 * @example
 * ```ts
 * import { factorial } from "ovation/experiments";
 * const points = factorial([{ name: "probability", values: [0.1, 0.2] }, { name: "seedCount", values: [1, 10] }]);
 * console.log(points.length, points[1]); // 4 { probability: 0.1, seedCount: 10 }
 * ```
 */
export function factorial(axes: readonly Axis[]): Point[] {
  checkAxes("factorial", axes);
  const settings = axes.map((axis) => levels("factorial", axis));
  const size = settings.reduce((product, { length }) => product * length, 1);
  if (size > MOST_POINTS)
    throw new RangeError(`factorial: the design must have at most ${MOST_POINTS} points, got ${size}`);
  return axes.reduce<Point[]>(
    (points, { name }, a) => points.flatMap((point) => settings[a].map((setting) => ({ ...point, [name]: setting }))),
    [{}],
  );
}

/**
 * The base, then each axis in turn over its settings while the others stay at the base. Settings equal to the base
 * are left out, so that the base appears once. Throws `RangeError` for faulty axes and if the base lacks an axis.
 */
export function oneAtATime(axes: readonly Axis[], base: Point): Point[] {
  checkAxes("oneAtATime", axes);
  refuse(
    axes
      .filter(({ name }) => base[name] === undefined)
      .map(({ name }) => `oneAtATime: the base must have a value for ${name}, got none`),
  );
  const changed = axes.flatMap((axis) =>
    levels("oneAtATime", axis)
      .filter((setting) => !sameSetting(setting, base[axis.name]))
      .map((setting) => ({ ...base, [axis.name]: setting })),
  );
  return [{ ...base }, ...changed];
}

/**
 * n points, exactly one in each of n equal shares of every axis, matched at random. The draws of an axis do not
 * depend on the other axes. Counts of ranges are ignored.
 * Source: McKay, Beckman & Conover 1979, Technometrics 21(2).
 */
export function latinHypercube(axes: readonly Axis[], n: number, seed: string | number): Point[] {
  checkAxes("latinHypercube", axes);
  checkSize("latinHypercube", n);
  const columns = axes.map((axis) => {
    const draws = sequence(streamKey(seed, `latin hypercube/${axis.name}`));
    const places = Array.from({ length: n }, (_, k) => k);
    return shuffled(places, draws).map((place) => settingAt(axis, (place + draws.uniform()) / n));
  });
  return points(axes, n, (a, k) => columns[a][k]);
}

/**
 * Points `skip` … skip + n − 1 of the Sobol sequence, evenly spread over every axis and every pair of axes. Best if
 * n is a power of two. With `scramble`, a seed, one random digital shift per axis moves all points; this keeps them
 * even and moves the first away from the corner. At most 32 axes.
 * Source: Sobol 1967; digital shift: L'Ecuyer & Lemieux 2002.
 */
export function sobol(
  axes: readonly Axis[],
  n: number,
  options: { skip?: number; scramble?: string | number } = {},
): Point[] {
  const { skip = 0, scramble } = options;
  checkAxes("sobol", axes);
  checkSize("sobol", n);
  const faults: string[] = [];
  if (axes.length > SOBOL_DIMENSIONS)
    faults.push(`sobol: there must be at most ${SOBOL_DIMENSIONS} axes, got ${axes.length}`);
  if (!Number.isInteger(skip) || skip < 0 || skip + n > 2 ** 32) {
    faults.push(`sobol: skip must be a whole number from 0 to 2^32 - n, got ${skip}`);
  }
  refuse(faults);
  const shifts = axes.map(({ name }) =>
    scramble === undefined ? 0 : sequence(streamKey(scramble, `sobol/${name}`)).word(),
  );
  return points(axes, n, (a, k) => settingAt(axes[a], sobolShare(a, skip + k, shifts[a])));
}

/**
 * Levers crossed with assumptions: each combination of the levers is run at the same n points of the assumptions, a
 * Latin hypercube. Levers vary slowest.
 * Source: the separation of policies and uncertainties in Kwakkel 2017, Environmental Modelling & Software 96.
 */
export function crossed(
  levers: readonly Axis[],
  assumptions: readonly Axis[],
  n: number,
  seed: string | number,
): Point[] {
  checkAxes("crossed", [...levers, ...assumptions]);
  const choices = factorial(levers);
  const states = latinHypercube(assumptions, n, seed);
  if (choices.length * n > MOST_POINTS) {
    throw new RangeError(`crossed: the design must have at most ${MOST_POINTS} points, got ${choices.length * n}`);
  }
  return choices.flatMap((choice) => states.map((state) => ({ ...choice, ...state })));
}

/**
 * The points without repeats, in order; the first of equal points is kept. A sample over lists or whole numbers may
 * contain a point twice, and a second run of it in the same worlds would add nothing.
 */
export function unrepeated(all: readonly Point[]): Point[] {
  const met = new Set<string>();
  return all.filter((point) => {
    const name = pointName(point);
    return !met.has(name) && met.add(name);
  });
}

/** A name that is equal for equal points, whatever the order of their keys. */
export function pointName(point: Point): string {
  return JSON.stringify(Object.entries(point).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const sameSetting = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function points(axes: readonly Axis[], n: number, at: (axis: number, k: number) => Setting): Point[] {
  return Array.from({ length: n }, (_, k) => Object.fromEntries(axes.map(({ name }, a) => [name, at(a, k)])));
}

function checkSize(who: string, n: number): void {
  if (!Number.isInteger(n) || n < 1 || n > MOST_POINTS) {
    throw new RangeError(`${who}: n must be a whole number from 1 to ${MOST_POINTS}, got ${n}`);
  }
}
