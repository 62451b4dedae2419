import { expect, test } from "vitest";
import { firstCustomers } from "../../models/cascades/first-customers.ts";
import { sequence } from "../../models/core/index.ts";
import { cycle5, tiny } from "../support/tiny.ts";

const source = (word: number) => () => sequence(Int32Array.of(word, 2, 3, 4));

test("named customers come as named, whatever the world", () => {
  const first = firstCustomers(cycle5, { seeds: ["3", "1"], seedCount: 1 });
  expect(first(source(1))).toEqual([3, 1]);
  expect(first(source(2))).toEqual([3, 1]);
});

test("in the same world, more drawn customers contain fewer", () => {
  for (let word = 0; word < 50; word++) {
    const five = firstCustomers(cycle5, { seeds: [], seedCount: 5 })(source(word));
    expect([...five].sort()).toEqual([0, 1, 2, 3, 4]);
    for (let count = 0; count < 5; count++) {
      expect(firstCustomers(cycle5, { seeds: [], seedCount: count })(source(word))).toEqual(five.slice(0, count));
    }
  }
});

test("a neighbourhood is a customer and everyone it can influence, each once", () => {
  const around = { seedNeighbourhood: true, seedCount: 1 };
  expect(firstCustomers(cycle5, { ...around, seeds: ["0", "1"] })(source(1))).toEqual([0, 1, 4, 2]);
  const chain = tiny(3, [[0, 1], [1, 2]], true);
  expect(firstCustomers(chain, { ...around, seeds: ["1"] })(source(1))).toEqual([1, 2]);
});
