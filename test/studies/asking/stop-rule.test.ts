import { expect, test } from "vitest";
import { stopRule } from "../../../models/studies/asking/stop-rule.ts";

const measures = ["reach", "rounds"];
const rule = (until?: string, most?: number) => stopRule(measures, { until, most, first: 100 });

test("a width is in the measure's unit, or a share of the mean with %", () => {
  expect(rule("reach=0.5")).toEqual({ measure: "reach", width: 0.5, relative: false, most: 100_000 });
  expect(rule("rounds=2%", 500)).toEqual({ measure: "rounds", width: 0.02, relative: true, most: 500 });
  expect(rule()).toBeUndefined();
});

test("what is wrong with it is said all at once, with the nearest right name", () => {
  expect(() => rule("reech=-1", 1)).toThrow(
    "--until: reech is not a measure; did you mean reach? known: reach, rounds\n" +
      "--until: width must be a real number above 0, got -1\n" +
      "--until: most must be a whole number of at least 2, got 1",
  );
  expect(() => rule("reach")).toThrow("--until must be measure=width, such as reach=0.5 or reach=2%, got reach");
  expect(() => rule("reach=")).toThrow("--until: width must be a real number above 0, got NaN");
  expect(() => rule(undefined, 500)).toThrow("--most must come with --until");
});
