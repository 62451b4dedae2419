/** Rates of an epidemic among `size` customers who all see each other; the rates are for one pair. */
export interface Mixing {
  size: number;
  first: number;
  infection: number;
  recovery: number;
  /** Both left out where there is no stage between. */
  onset?: number;
  exposedInfection?: number;
}

/**
 * Exact mean number ever infected, the first included, in continuous time: the jump chain on (susceptible,
 * exposed, infected), each course of events by its chance. The first start exposed where there is that stage.
 */
export function finalSize({ size, first, infection, recovery, onset, exposedInfection = 0 }: Mixing): number {
  const memory = new Map<number, number>();
  const between = onset !== undefined;
  /** Mean number that escape from here on. */
  function escape(s: number, e: number, i: number): number {
    if (e + i === 0 || s === 0) return s;
    const key = (s * (size + 1) + e) * (size + 1) + i;
    const known = memory.get(key);
    if (known !== undefined) return known;
    const catching = s * (exposedInfection * e + infection * i);
    const turning = between ? onset * e : 0;
    const leaving = recovery * i;
    let mean = 0;
    if (catching > 0) mean += catching * escape(s - 1, between ? e + 1 : e, between ? i : i + 1);
    if (turning > 0) mean += turning * escape(s, e - 1, i + 1);
    if (leaving > 0) mean += leaving * escape(s, e, i - 1);
    const result = mean / (catching + turning + leaving);
    memory.set(key, result);
    return result;
  }
  return size - (between ? escape(size - first, first, 0) : escape(size - first, 0, first));
}

/**
 * Exact mean share active at `time` of an SIS epidemic in continuous time (Runge & Kutta on the chain of how many are
 * active).
 */
export function activeShare({ size, first, infection, recovery }: Mixing, time: number): number {
  const up = (k: number): number => infection * k * (size - k);
  const down = (k: number): number => recovery * k;
  const flow = (p: Float64Array): Float64Array =>
    p.map(
      (chance, k) =>
        (k > 0 ? up(k - 1) * p[k - 1] : 0) + (k < size ? down(k + 1) * p[k + 1] : 0) - (up(k) + down(k)) * chance,
    );
  const ahead = (p: Float64Array, slope: Float64Array, by: number): Float64Array =>
    p.map((chance, k) => chance + by * slope[k]);
  let p = new Float64Array(size + 1);
  p[first] = 1;
  const steps = Math.ceil(time * 50 * size);
  const h = time / steps;
  for (let n = 0; n < steps; n++) {
    const a = flow(p);
    const b = flow(ahead(p, a, h / 2));
    const c = flow(ahead(p, b, h / 2));
    const d = flow(ahead(p, c, h));
    p = p.map((chance, k) => chance + (h / 6) * (a[k] + 2 * b[k] + 2 * c[k] + d[k]));
  }
  return p.reduce((sum, chance, k) => sum + chance * k, 0) / size;
}
