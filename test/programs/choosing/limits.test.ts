import { expect, test } from "vitest";
import { degreeCosts, mostThatFit } from "../../../models/programs/choosing/limits.ts";

test("a cost may rise with contacts", () => {
  expect(degreeCosts([0, 3, 1], 2, 0.5)).toEqual(Float64Array.of(2, 3.5, 2.5));
});

test("the cheapest tell how many can fit", () => {
  const costs = Float64Array.of(5, 1, 3, 2);
  expect(mostThatFit({ count: Infinity, budget: 6, costs }, [0, 1, 2, 3])).toBe(3);
  expect(mostThatFit({ count: 2, budget: 6, costs }, [0, 1, 2, 3])).toBe(2);
  expect(mostThatFit({ count: Infinity, budget: 6, costs }, [0, 2])).toBe(1);
  expect(mostThatFit({ count: Infinity, budget: 0.5, costs }, [0, 1])).toBe(0);
  expect(mostThatFit({ count: 9, budget: Infinity, costs: null }, [0, 1])).toBe(2);
});
