/**
 * Elementary functions with the same bits in every engine. They use only exact IEEE operations (+ − × ÷ and
 * comparisons) and the integer bits of a number. `Math.log` may differ in its last bit between engines, so nothing
 * that decides an event may use it.
 */
const number = new Float64Array(1);
const bits = new Int32Array(number.buffer);
bits[0] = 1;
number[0] = 1;
const HIGH = bits[1] === 0 ? 0 : 1; // where the sign and the exponent stand

const LN2_HIGH = 1524246769571 * 2 ** -41; // short, so that its product with an exponent is exact
const LN2_LOW = 2.8235290563031577e-13;
const LN2 = LN2_HIGH + LN2_LOW;
const ROOT_HALF = 0.7071067811865476;

/**
 * The natural logarithm, within one unit in the last place. log(0) = -Infinity; NaN below 0. Costs about 50 ns,
 * because the function is too large to be inlined; see `logDraw` for hot loops.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let exponent = 0;
  if (x < 2 ** -1022) {
    x *= 2 ** 54; // subnormal: its exponent field is empty
    exponent = -54;
  }
  number[0] = x;
  const word = bits[HIGH];
  exponent += (word >>> 20) - 1022;
  bits[HIGH] = (word & 0xfffff) | 0x3fe00000;
  let part = number[0]; // on [½, 1)
  if (part < ROOT_HALF) {
    part *= 2;
    exponent--;
  }
  const rest = part - 1; // exact, on [-0.293, 0.415)
  return exponent * LN2_HIGH + (near(rest) + exponent * LN2_LOW);
}

/** log(1 + x), accurate also if x is so small that 1 + x would lose it. */
export function log1p(x: number): number {
  return x > -0.29 && x < 0.41 ? near(x) : log(1 + x);
}

/** log(1 + f) for f on [-0.293, 0.415): f − f²/2 + s·(f²/2 + r), s = f/(2 + f), 2·artanh(s) = 2s + s·r. */
function near(f: number): number {
  const s = f / (2 + f);
  const z = s * s; // at most 0.0295, so that twelve terms reach 2^-60
  const r =
    z *
    (2 / 3 +
      z *
        (2 / 5 +
          z *
            (2 / 7 +
              z *
                (2 / 9 +
                  z *
                    (2 / 11 +
                      z * (2 / 13 + z * (2 / 15 + z * (2 / 17 + z * (2 / 19 + z * (2 / 21 + z * (2 / 23)))))))))));
  const square = 0.5 * f * f;
  return f - (square - s * (square + r));
}

/**
 * e to the power x, within one unit in the last place if the result is a normal number; 0 far below, Infinity far
 * above. x = k·ln 2 + r with |r| at most ln 2 / 2, where fourteen terms of the series are accurate to 2^-56.
 */
export function exp(x: number): number {
  if (!(x > -745.2)) return Number.isNaN(x) ? NaN : 0;
  if (x > 709.8) return Infinity;
  const k = Math.floor(x / LN2 + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let n = 14; n > 0; n--) sum = 1 + (r / n) * sum;
  const half = k >> 1; // in two steps, since 2^k itself may overflow
  return sum * 2 ** half * 2 ** (k - half);
}

const INVERSES = new Float64Array(256); // 1/c and log c for one c near each 256th of [1, 2)
const LOGS = new Float64Array(256);
for (let k = 0; k < 256; k++) {
  INVERSES[k] = k === 0 ? 1 : 1 / (1 + (k + 0.5) / 256); // log 1 must come out as 0
  LOGS[k] = -log(INVERSES[k]);
}

/**
 * log(d · 2^-31) for whole d from 1 to 2^31, such as a draw plus one: never above 0, and 0 only at 2^31. Accurate
 * to 4e-15. Costs about 4 ns.
 */
export function logDraw(d: number): number {
  const shift = Math.clz32(d);
  const mantissa = d << shift;
  const k = (mantissa >>> 23) & 255;
  const r = (mantissa >>> 0) * 2 ** -31 * INVERSES[k] - 1; // at most 1/256
  return LOGS[k] + r * (1 - r * (1 / 2 - r * (1 / 3 - r * (1 / 4 - r * (1 / 5))))) - shift * LN2;
}
