/** Rates a day of an epidemic among infinitely many who all meet; `first` is the share exposed at the start. */
export interface Mixing {
  exposedInfection: number;
  infection: number;
  onset: number;
  recovery: number;
  first: number;
}
export interface Course {
  /** Share ever infected in the end, the first included. */
  final: number;
  /** The largest share infected at one time, and the day on which it is. */
  peak: number;
  day: number;
}

/**
 * The differential equation S' = −S(bE + cI), E' = S(bE + cI) − E·onset, I' = E·onset − I·recovery, by
 * Runge and Kutta in steps of a 50th of a day, until fewer than 1e-12 can pass it on. Independent of the models.
 */
export function mixed({ exposedInfection, infection, onset, recovery, first }: Mixing): Course {
  const flow = ([s, e, i]: readonly number[]): number[] => {
    const catching = s * (exposedInfection * e + infection * i);
    return [-catching, catching - onset * e, onset * e - recovery * i];
  };
  const ahead = (from: readonly number[], slope: readonly number[], by: number): number[] =>
    from.map((share, k) => share + by * slope[k]);
  const h = 1 / 50;
  let now = [1 - first, first, 0];
  let peak = 0;
  let day = 0;
  for (let n = 1; now[1] + now[2] > 1e-12; n++) {
    const a = flow(now);
    const b = flow(ahead(now, a, h / 2));
    const c = flow(ahead(now, b, h / 2));
    const d = flow(ahead(now, c, h));
    now = now.map((share, k) => share + (h / 6) * (a[k] + 2 * b[k] + 2 * c[k] + d[k]));
    if (now[2] > peak) [peak, day] = [now[2], n * h];
  }
  return { final: 1 - now[0], peak, day };
}
