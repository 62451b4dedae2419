import fc from "fast-check";
import { expect, test } from "vitest";
import { parties } from "../../../models/cascades/ovation/parties.ts";
import { generate } from "../../../models/networks/specification.ts";
import { anyNetwork, tiny } from "../../support/tiny.ts";

test("parties sit in one row, and what is left over of a row is a smaller party", () => {
  const theatre = generate("seats:rows=2,columns=5", 1);
  expect([...parties(theatre, 2)]).toEqual([0, 0, 2, 2, 4, 5, 5, 7, 7, 9]);
  expect([...parties(theatre, 10)]).toEqual([0, 0, 0, 0, 0, 5, 5, 5, 5, 5]);
  expect([...parties(theatre, 1)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("seeing without being seen is no friendship", () => {
  expect([
    ...parties(
      tiny(
        3,
        [
          [0, 1],
          [1, 2],
          [2, 1],
        ],
        true,
      ),
      3,
    ),
  ]).toEqual([0, 1, 1]);
});

test("on any network a party is a run of at most so many", () => {
  fc.assert(
    fc.property(anyNetwork, fc.integer({ min: 1, max: 5 }), (network, most) => {
      const first = parties(network, most);
      first.forEach((lead, i) => {
        expect(first[lead]).toBe(lead);
        expect(i - lead).toBeLessThan(most);
        if (i > 0) expect([i, first[i - 1]]).toContain(lead);
      });
    }),
  );
});
