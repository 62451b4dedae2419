import fc from "fast-check";
import { expect, test } from "vitest";
import { normalQuantile } from "../../models/statistics/index.ts";
import { sampleQuantile, studentQuantile } from "../../models/statistics/quantiles.ts";

/** Computed with 30 digits from the incomplete beta function, independently of our method. */
// prettier-ignore
const STUDENT: [degrees: number, p: number, t: number][] = [
  [1, 0.975, 12.7062047361747], [1, 0.995, 63.65674116287158], [1, 0.9, 3.077683537175253],
  [2, 0.975, 4.302652729749464], [2, 0.995, 9.924843200918293], [2, 0.9, 1.885618083164127],
  [3, 0.975, 3.18244630528371], [3, 0.995, 5.840909309733357], [3, 0.9, 1.63774435369621],
  [4, 0.975, 2.776445105197794], [5, 0.975, 2.570581835636316], [9, 0.995, 3.249835541592126],
  [10, 0.975, 2.228138851986275], [19, 0.975, 2.09302405440831], [30, 0.975, 2.042272456301238],
  [99, 0.975, 1.984216951586417], [199, 0.995, 2.600760216058516], [500, 0.975, 1.964719837467368],
  [999, 0.975, 1.96234146113345], [999, 0.995, 2.580759637267637], [999, 0.9, 1.282399570037397],
  [1000, 0.975, 1.962339080826408], [1000, 0.995, 2.580754698065951], [1000, 0.9, 1.282398721460924],
  [5000, 0.975, 1.960438551706508], [199_999, 0.975, 1.959975846026076],
  [3, 1 - 1e-6, 103.2994677804193], [30, 1 - 1e-6, 5.871117120418883],
  [999, 1 - 1e-6, 4.781636978830079], [1000, 1 - 1e-6, 4.781608620458351],
];

test("Student quantiles are those of 30-digit arithmetic to 1e-9", () => {
  for (const [degrees, p, t] of STUDENT) {
    expect(Math.abs(studentQuantile(p, degrees) / t - 1), `${degrees} degrees, ${p}`).toBeLessThan(1e-9);
  }
});

test("quantiles rise with p, are odd around one half, and Student's lie beyond the normal's", () => {
  const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  fc.assert(
    fc.property(share, share, fc.integer({ min: 1, max: 3000 }), (p, q, degrees) => {
      const t = studentQuantile(p, degrees);
      expect(Math.abs(studentQuantile(1 - p, degrees) + t)).toBeLessThanOrEqual(1e-9 + 1e-9 * Math.abs(t));
      if (p < q) expect(t).toBeLessThanOrEqual(studentQuantile(q, degrees));
      expect(Math.abs(t)).toBeGreaterThanOrEqual(Math.abs(normalQuantile(p)) - 1e-9);
    }),
  );
});

test("what is no share and what is no number of degrees is refused", () => {
  expect(() => studentQuantile(NaN, 3)).toThrow("studentQuantile: p must be from 0 to 1, got NaN");
  expect(() => studentQuantile(0.9, 0.5)).toThrow(
    "studentQuantile: degrees must be a whole number of at least 1, got 0.5",
  );
  expect([0, 0.5, 1].map((p) => studentQuantile(p, 7))).toEqual([-Infinity, expect.closeTo(0, 12), Infinity]);
});

test("sample quantiles are type 7", () => {
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect([0, 0.25, 0.5, 0.95, 1].map((p) => sampleQuantile(ten, p))).toEqual([
    1,
    3.25,
    5.5,
    expect.closeTo(9.55, 12),
    10,
  ]);
  expect(sampleQuantile([], 0.5)).toBeNaN();
  expect(sampleQuantile([4], 0.95)).toBe(4);
});
