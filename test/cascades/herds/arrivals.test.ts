import fc from "fast-check";
import { expect, test } from "vitest";
import { arrange, peopleFaults, peopleOf, strangers } from "../../../models/cascades/herds/arrivals.ts";
import { path4, tiny } from "../../support/tiny.ts";

test("people arrive as numbered, or by rising draw with equal draws as numbered", () => {
  const order = new Int32Array(4);
  arrange(order);
  expect([...order]).toEqual([0, 1, 2, 3]);
  arrange(order, (i) => [0.5, 0.1, 0.5, 0.2][i]);
  expect([...order]).toEqual([1, 3, 0, 2]);
});

test("any draws make an order of everybody", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (draws) => {
      const order = new Int32Array(draws.length);
      arrange(order, (i) => draws[i]);
      expect([...order].sort((a, b) => a - b)).toEqual([...draws.keys()]);
    }),
  );
});

test("0 people are all of the network, and there cannot be more or none", () => {
  expect(peopleOf({ network: path4, parameters: { people: 0 } })).toBe(4);
  expect(peopleOf({ network: path4, parameters: { people: 3 } })).toBe(3);
  expect(peopleFaults({ network: path4, parameters: { people: 5 } })).toEqual([
    "people must be at most 4, the size of the network, got 5",
  ]);
  expect(peopleFaults({ network: tiny(0, []), parameters: { people: 0 } })).toEqual([
    "the network must have at least 1 person, got none",
  ]);
  expect(strangers({ people: 0 })).toBe("erdos-renyi:nodes=100,degree=0");
  expect(strangers({ people: 7 })).toBe("erdos-renyi:nodes=7,degree=0");
});
