import { expect, test } from "vitest";
import { columnList, f32, f64, i32, makeColumns, mean, total, u16, u32, u8 } from "../../models/core/index.ts";

test("each kind of column is a typed array of that kind, zero at first, in the order of the definition", () => {
  const state = { a: f64(""), b: f32(""), c: i32(""), d: u32(""), e: u16(""), f: u8("") };
  const columns = makeColumns(state, 3);
  expect(Object.values(columns).map((column) => column.constructor)).toEqual([
    Float64Array,
    Float32Array,
    Int32Array,
    Uint32Array,
    Uint16Array,
    Uint8Array,
  ]);
  for (const [at, column] of columnList(columns).entries()) {
    expect([...column]).toEqual([0, 0, 0]);
    expect(column).toBe(Object.values(columns)[at]);
  }
  expect(Object.values(state).map(({ type }) => type)).toEqual(["f64", "f32", "i32", "u32", "u16", "u8"]);
});

test("totals are taken in index order; the mean of nobody is not a number", () => {
  expect(total([1e16, 1, -1e16])).toBe(0);
  expect(total([1e16, -1e16, 1])).toBe(1);
  expect([total([]), mean([]), mean([1, 2, 6])]).toEqual([0, NaN, 3]);
});
