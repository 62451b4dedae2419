/**
 * Exact mean share of adopters among `size` customers who all see each other, of whom `first` adopt at
 * the start: Bass adoption as a Markov chain on the number of adopters. Independent of the model's code.
 */
export interface Adoption {
  size: number;
  innovation: number;
  imitation: number;
  time: number;
  first?: number;
}

/** In continuous time: the master equation by Runge and Kutta, in steps short enough for nine digits. */
export function continuousShare({ size, innovation: p, imitation: q, time, first = 0 }: Adoption): number {
  const rate = (k: number): number => (k < size ? (size - k) * (p + (size > 1 ? (q * k) / (size - 1) : 0)) : 0);
  const flow = (chances: Float64Array): Float64Array =>
    chances.map((chance, k) => (k > 0 ? rate(k - 1) * chances[k - 1] : 0) - rate(k) * chance);
  const ahead = (from: Float64Array, slope: Float64Array, by: number): Float64Array =>
    from.map((chance, k) => chance + by * slope[k]);
  let chances = new Float64Array(size + 1);
  chances[first] = 1;
  const steps = Math.ceil(time * (20 + 2 * size * (p + q)));
  const h = time / steps;
  for (let n = 0; n < steps; n++) {
    const a = flow(chances);
    const b = flow(ahead(chances, a, h / 2));
    const c = flow(ahead(chances, b, h / 2));
    const d = flow(ahead(chances, c, h));
    chances = chances.map((chance, k) => chance + (h / 6) * (a[k] + 2 * b[k] + 2 * c[k] + d[k]));
  }
  return meanShare(chances);
}

/** In synchronous steps: each who has not adopted does with chance p + q·share, at most 1, independently. */
export function stepShare({ size, innovation: p, imitation: q, time, first = 0 }: Adoption): number {
  let chances = new Float64Array(size + 1);
  chances[first] = 1;
  for (let t = 0; t < time; t++) {
    const next = new Float64Array(size + 1);
    chances.forEach((chance, k) => {
      const success = Math.min(1, p + (size > 1 ? (q * k) / (size - 1) : 0));
      binomial(size - k, success).forEach((weight, more) => (next[k + more] += chance * weight));
    });
    chances = next;
  }
  return meanShare(chances);
}

/** The Bass curve itself, of infinitely many customers. */
export function bassCurve(p: number, q: number, t: number): number {
  const decay = Math.exp(-(p + q) * t);
  return (1 - decay) / (1 + (q / p) * decay);
}

const meanShare = (chances: Float64Array): number =>
  chances.reduce((sum, chance, k) => sum + chance * k, 0) / (chances.length - 1);

/** The chances of 0 … n successes, one trial after the other. */
function binomial(n: number, p: number): Float64Array {
  const row = new Float64Array(n + 1);
  row[0] = 1;
  for (let trial = 1; trial <= n; trial++)
    for (let k = trial; k >= 0; k--) row[k] = row[k] * (1 - p) + (k > 0 ? row[k - 1] * p : 0);
  return row;
}
