import { type Rings } from "./ring-places.ts";

/** A ring of more people is drawn as dots without ties. */
export const MOST_TIED = 400;
/** The picture is no wider, in pixels. */
const WIDEST = 620;
/** A click means the nearest person, at most so far away. */
const NEAR = 16;
/** Of so many people in a lane each can still be seen. */
const LANE = 250;
/** Room for names outside the last ring. */
const NAMES = 62;

/** Rings as they stand on a picture, in pixels. */
export interface RingsLayout extends Rings {
  /** The length of a side of the picture. */
  side: number;
  /** From one ring to the next. */
  step: number;
  /** x and y of each person; NaN where they stand on no ring. */
  at: Float64Array;
  /** How large a person of each ring is. */
  radii: readonly number[];
  named: boolean;
}

/** Places everybody on a picture for a figure so wide. */
export function ringsLayout(rings: Rings, width: number): RingsLayout {
  const side = Math.min(width, WIDEST);
  const named = side >= 420;
  const step = (side / 2 - (named ? NAMES : 12)) / (rings.rings.length - 1);
  const radii = rings.rings.map((ring, d) =>
    d === 0 ? 9 : Math.max(1.6, Math.min(6, (0.36 * 2 * Math.PI * d * step) / ring.length)),
  );
  return { ...rings, side, step, at: placesOf(rings, side / 2, step), radii, named };
}

/** Very many on one ring stand in lanes side by side, that they do not hide each other. */
function placesOf({ rings, angle }: Rings, half: number, step: number): Float64Array {
  const at = new Float64Array(2 * angle.length).fill(NaN);
  rings.forEach((ring, d) => {
    const lanes = ring.length > MOST_TIED ? Math.max(3, Math.ceil(ring.length / LANE)) : 1;
    ring.forEach((i, place) => {
      const lane = lanes > 1 ? (((place * 7) % lanes) / (lanes - 1) - 0.5) * 0.5 : 0;
      const r = d === 0 ? 0 : (d + lane * (d === rings.length - 1 ? 0.5 : 1)) * step;
      at[2 * i] = half + r * Math.cos(angle[i]);
      at[2 * i + 1] = half + r * Math.sin(angle[i]);
    });
  });
  return at;
}

/** Who stands nearest to a point of the picture; undefined where nobody is near. */
export function nearestTo({ rings, at }: RingsLayout, x: number, y: number): number | undefined {
  let [best, least]: [number | undefined, number] = [undefined, NEAR * NEAR];
  for (const ring of rings) {
    for (const i of ring) {
      const square = (at[2 * i] - x) ** 2 + (at[2 * i + 1] - y) ** 2;
      if (square < least) [best, least] = [i, square];
    }
  }
  return best;
}

/**
 * Where an arrow key leads: round the ring, or to the nearest direction on the ring outside or inside; undefined for
 * other keys.
 */
export function neighbourOf({ rings, distance, angle }: Rings, from: number, key: string): number | undefined {
  const d = distance[from];
  const round = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (round !== undefined) return rings[d][(rings[d].indexOf(from) + round + rings[d].length) % rings[d].length];
  const outward = { ArrowUp: 1, ArrowDown: -1 }[key];
  if (outward === undefined) return undefined;
  const ring = rings[d + outward] as readonly number[] | undefined;
  const away = (i: number): number => 1 - Math.cos(angle[i] - angle[from]);
  return (
    ring?.reduce<number | undefined>((best, i) => (best === undefined || away(i) < away(best) ? i : best), undefined) ??
    from
  );
}

/** The middle of the widest gap between angles that rise, straight up where there are none. */
export function widestGap(angles: readonly number[]): number {
  let [middle, widest] = [-Math.PI / 2, 0];
  angles.forEach((angle, at) => {
    const before = at > 0 ? angles[at - 1] : angles[angles.length - 1] - 2 * Math.PI;
    if (angle - before > widest) [middle, widest] = [(angle + before) / 2, angle - before];
  });
  return middle;
}
