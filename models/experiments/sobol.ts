/**
 * Primitive polynomials and initial direction numbers of dimensions 2, 3, …: degree s, coefficients a, then m_1 …
 * m_s. Data from Joe & Kuo 2008, SIAM Journal on Scientific Computing 30(5), table new-joe-kuo-6.21201. Dimension 1
 * is van der Corput's sequence and needs none.
 */
// prettier-ignore
const ROWS: readonly (readonly number[])[] = [
  [1, 0, 1], [2, 1, 1, 3], [3, 1, 1, 3, 1], [3, 2, 1, 1, 1],
  [4, 1, 1, 1, 3, 3], [4, 4, 1, 3, 5, 13],
  [5, 2, 1, 1, 5, 5, 17], [5, 4, 1, 1, 5, 5, 5], [5, 7, 1, 1, 7, 11, 19],
  [5, 11, 1, 1, 5, 1, 1], [5, 13, 1, 1, 1, 3, 11], [5, 14, 1, 3, 5, 5, 31],
  [6, 1, 1, 3, 3, 9, 7, 49], [6, 13, 1, 1, 1, 15, 21, 21], [6, 16, 1, 3, 1, 13, 27, 49],
  [6, 19, 1, 1, 1, 15, 7, 5], [6, 22, 1, 3, 1, 15, 13, 25], [6, 25, 1, 1, 5, 5, 19, 61],
  [7, 1, 1, 3, 7, 11, 23, 15, 103], [7, 4, 1, 3, 7, 13, 13, 15, 69], [7, 7, 1, 1, 3, 13, 7, 35, 63],
  [7, 8, 1, 3, 5, 9, 1, 25, 53], [7, 14, 1, 3, 1, 13, 9, 35, 107], [7, 19, 1, 3, 1, 5, 27, 61, 31],
  [7, 21, 1, 1, 5, 11, 19, 41, 61], [7, 28, 1, 3, 5, 3, 3, 13, 69], [7, 31, 1, 1, 7, 13, 1, 19, 1],
  [7, 32, 1, 3, 7, 5, 13, 19, 59], [7, 37, 1, 1, 3, 9, 25, 29, 41], [7, 41, 1, 3, 5, 13, 23, 1, 55],
  [7, 42, 1, 3, 7, 3, 13, 59, 17],
];

export const SOBOL_DIMENSIONS = ROWS.length + 1;

/** The 32 direction numbers of a dimension (0 is the first); the top bit of each word is one half. */
export function directions(dimension: number): Int32Array {
  const words = new Int32Array(32);
  if (dimension === 0) return words.map((_, k) => 1 << (31 - k));
  const [degree, coefficients, ...first] = ROWS[dimension - 1];
  for (let k = 0; k < 32; k++) {
    if (k < degree) {
      words[k] = first[k] << (31 - k);
      continue;
    }
    words[k] = words[k - degree] ^ (words[k - degree] >>> degree);
    for (let j = 1; j < degree; j++) if ((coefficients >>> (degree - 1 - j)) & 1) words[k] ^= words[k - j];
  }
  return words;
}

const known: Int32Array[] = [];

/**
 * Coordinate `dimension` of point `index` of the Sobol sequence, on [0, 1), moved by a digital shift. Points are in
 * Gray-code order (Antonov & Saleev 1979), as in most programs.
 */
export function sobolShare(dimension: number, index: number, shift = 0): number {
  const words = (known[dimension] ??= directions(dimension));
  let bits = shift;
  for (let gray = index ^ (index >>> 1), k = 0; gray !== 0; gray >>>= 1, k++) if (gray & 1) bits ^= words[k];
  return (bits >>> 0) * 2 ** -32;
}
