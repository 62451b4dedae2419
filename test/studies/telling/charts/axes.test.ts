import { expect, test } from "vitest";
import { axisOf } from "../../../../models/studies/telling/charts/axes.ts";
import { textLines } from "../../../../models/studies/telling/charts/look.ts";

test("an axis has round steps that hold every value, whole ones where asked", () => {
  expect(axisOf([0.13, 0.87], { most: 5 })).toEqual({ domain: [0, 1], ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] });
  expect(axisOf([0, 2], { most: 8, whole: true }).ticks).toEqual([0, 1, 2]);
  expect(axisOf([-3, NaN, Infinity]).domain).toEqual([-4.5, -1.5]);
  expect(axisOf([]).domain).toEqual([0, 1]);
});

test("text is broken between words, cut where there is no room, and never markup", () => {
  expect(textLines("one two three", 50)).toEqual(["one two", "three"]);
  expect(textLines("incomprehensibilities", 60, 1)[0]).toMatch(/^incomp.*…$/);
  expect(textLines("a\u0000b\nc", 100)).toEqual(["a\ufffdb c"]);
  expect(textLines("", 10)).toEqual([""]);
});
