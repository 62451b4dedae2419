import { expect, test } from "vitest";
import { type Assumption, drawn, valueAt } from "../../../models/studies/brief/assumptions.ts";

test("the first worlds, however many a power of two, meet every part of a range equally often", () => {
  const draw = drawn(
    [
      { name: "talk", axis: { name: "talk", from: 2, to: 10 } },
      { name: "use", axis: { name: "use", values: ["a", "b"] } },
    ],
    "1",
  );
  for (const worlds of [8, 64]) {
    const values = Array.from({ length: worlds }, (_, world) => draw(world));
    for (let part = 0; part < 8; part++)
      expect(values.filter(({ talk }) => Math.floor(talk as number) === 2 + part)).toHaveLength(worlds / 8);
    expect(values.filter(({ use }) => use === "a")).toHaveLength(worlds / 2);
  }
});

test("a world assumes the same however often it is asked, and another seed something else", () => {
  const talk: Assumption = { name: "talk", axis: { name: "talk", from: 0, to: 1 } };
  expect(drawn([talk], "1")(7)).toEqual(drawn([talk], "1")(7));
  expect(drawn([talk], "1")(7)).not.toEqual(drawn([talk], "2")(7));
  const beside = drawn([talk, { name: "use", axis: { name: "use", from: 0, to: 1 } }], "1");
  expect(beside(7).talk).toBe(drawn([talk], "1")(7).talk); // an assumption more moves no other
});

test("a triangle has its ends, its middle and its mean where they should be", () => {
  const triangle: Assumption = { name: "use", axis: { name: "use", from: 0, to: 10 }, likely: 2 };
  expect(valueAt(triangle, 0)).toBe(0);
  expect(valueAt(triangle, 0.2)).toBeCloseTo(2, 12); // (likely − from) / (to − from) lies below the likeliest
  expect(valueAt(triangle, 1)).toBe(10);
  const mean =
    Array.from({ length: 10_000 }, (_, k) => valueAt(triangle, (k + 0.5) / 10_000) as number).reduce(
      (sum, value) => sum + value,
      0,
    ) / 10_000;
  expect(mean).toBeCloseTo(4, 5); // (0 + 10 + 2) / 3
  expect(valueAt({ ...triangle, likely: 0 }, 0)).toBe(0);
  expect(valueAt({ ...triangle, likely: 10 }, 1)).toBe(10);
});
