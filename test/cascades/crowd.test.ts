import fc from "fast-check";
import { expect, test } from "vitest";
import { complexContagion } from "../../models/cascades/complex-contagion.ts";
import { crowdOf } from "../../models/cascades/crowd.ts";
import { simulator } from "../../models/core/index.ts";

function rioters(thresholds: readonly number[]): number {
  const out = new Float64Array(3);
  simulator(complexContagion, crowdOf(thresholds), { parameters: { thresholds: "own", seedCount: 0 } })(0, out);
  return out[0];
}

test("Granovetter's riot: 0 to 99 end with 100 rioters, a 2 in place of the 1 with one, a 51 in place of the 50 with 50", () => {
  const changed = (person?: number): number[] => Array.from({ length: 100 }, (_, i) => (i === person ? i + 1 : i));
  expect(rioters(changed())).toBe(100);
  expect(rioters(changed(1))).toBe(1);
  expect(rioters(changed(50))).toBe(50);
});

test("as many riot as the least number that no more people would join", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(14), { minLength: 1, maxLength: 14 }), (thresholds) => {
      let riot = 0;
      while (thresholds.filter((threshold) => threshold <= riot).length > riot)
        riot = thresholds.filter((threshold) => threshold <= riot).length;
      expect(rioters(thresholds)).toBe(riot);
    }),
  );
});
