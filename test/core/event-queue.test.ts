import fc from "fast-check";
import { expect, test } from "vitest";
import { eventQueue } from "../../models/core/event-queue.ts";

const SIZE = 12;

test("events come in the order of their moments, equal ones by index", () => {
  const queue = eventQueue(5);
  for (const [i, moment] of [
    [3, 2],
    [1, 2],
    [4, 1],
    [0, 5],
    [2, 2],
  ])
    queue.set(i, moment);
  expect(queue.soonest).toBe(1);
  expect(Array.from({ length: 6 }, () => queue.pop())).toEqual([4, 1, 2, 3, 0, -1]);
  expect([queue.length, queue.soonest]).toEqual([0, Infinity]);
});

test("a moment can be moved both ways and taken back", () => {
  const queue = eventQueue(3);
  [7, 8, 9].forEach((moment, i) => queue.set(i, moment));
  queue.set(2, 1);
  queue.set(0, 10);
  queue.drop(1);
  queue.drop(1);
  expect([queue.pop(), queue.pop(), queue.pop()]).toEqual([2, 0, -1]);
});

test("after any course of changes the queue gives what a sorted list gives", () => {
  const change = fc.oneof(
    fc.record({ what: fc.constant("set" as const), i: fc.nat(SIZE - 1), moment: fc.nat(6) }), // few moments, many ties
    fc.record({ what: fc.constantFrom("drop" as const, "pop" as const), i: fc.nat(SIZE - 1), moment: fc.constant(0) }),
    fc.record({ what: fc.constant("clear" as const), i: fc.constant(0), moment: fc.constant(0) }),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
      const queue = eventQueue(SIZE);
      const list = new Map<number, number>();
      const first = (): number => [...list].sort(([i, a], [j, b]) => a - b || i - j)[0]?.[0] ?? -1;
      for (const { what, i, moment } of changes) {
        if (what === "set") {
          queue.set(i, moment);
          list.set(i, moment);
        } else if (what === "drop") {
          queue.drop(i);
          list.delete(i);
        } else if (what === "pop") {
          const next = first();
          list.delete(next);
          expect(queue.pop()).toBe(next);
        } else {
          queue.clear();
          list.clear();
        }
        expect(queue.length).toBe(list.size);
        expect(queue.soonest).toBe(list.get(first()) ?? Infinity);
      }
    }),
    { numRuns: 500 },
  );
});
