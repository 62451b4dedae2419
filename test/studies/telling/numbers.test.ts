import { expect, test } from "vitest";
import { count, decimalsFor, estimate, fixed, plain, range } from "../../../models/studies/telling/numbers.ts";

test.each([
  [0, 0, "0"],
  [-0, 1, "0.0"],
  [1234.5, 1, "1,234.5"],
  [1234567.891, 2, "1,234,567.89"],
  [-3, 1, "−3.0"],
  [-0.04, 1, "0.0"],
  [999.96, 1, "1,000.0"],
  [NaN, 2, "–"],
  [Infinity, 0, "∞"],
  [-Infinity, 0, "−∞"],
  [123, 0, "123"],
])("%d to %d decimals is %s", (value, decimals, text) => {
  expect(fixed(value, decimals)).toBe(text);
});

test.each([
  [0, "0"],
  [0.1, "0.1"],
  [0.10000000000000003, "0.1"],
  [1 / 3, "0.3333"],
  [12345.678, "12,346"],
  [1e6, "1,000,000"],
  [0.5, "0.5"],
  [100, "100"],
  [1.5e-7, "1.50e−7"],
  [-2e20, "−2.00e20"],
  [0.00012346, "0.0001235"],
  [NaN, "–"],
  [-1.25, "−1.25"],
])("%d alone is %s", (value, text) => {
  expect(plain(value)).toBe(text);
});

// The unit of the last digit is at most a third of the width, and ten times it is more.
test.each([
  [0.7, 1],
  [2.4, 1],
  [3, 0],
  [0.3, 1],
  [0.29, 2],
  [240, 0],
  [0.0003, 4],
  [1e-9, 10],
])("a width of %d is worth %d decimals", (width, decimals) => {
  expect(decimalsFor(width)).toBe(decimals);
});

test.each([[0], [NaN], [Infinity], [-1]])("a width of %d says nothing about decimals", (width) => {
  expect(decimalsFor(width)).toBeNull();
});

test.each([
  [3.56, 3.2, 3.9, "3.6", "3.2", "3.9"],
  [28.13, 27.9, 28.4, "28.1", "27.9", "28.4"],
  [1234.5, 1100, 1369, "1,235", "1,100", "1,369"],
  [0.4213, 0.4201, 0.4225, "0.4213", "0.4201", "0.4225"],
  [0.45, 0.01, 0.89, "0.45", "0.01", "0.89"],
  [34, 34, 34, "34", "34", "34"],
  [7.25, NaN, NaN, "7.25", "–", "–"],
  [NaN, NaN, NaN, "–", "–", "–"],
])("%d between %d and %d shows as %s, %s, %s", (mean, low, high, ...texts) => {
  const shown = estimate({ mean, low, high });
  expect([shown.mean, shown.low, shown.high]).toEqual(texts);
});

test("counts agree in number, ranges close up where they are one number", () => {
  expect([count(1, "world"), count(0, "world"), count(12000, "world")]).toEqual([
    "1 world",
    "0 worlds",
    "12,000 worlds",
  ]);
  expect([range([400, 400]), range([380, 400, 390]), range([])]).toEqual(["400", "380 to 400", "–"]);
});
