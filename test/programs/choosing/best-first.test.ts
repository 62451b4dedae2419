import fc from "fast-check";
import { expect, test } from "vitest";
import { bestFirst } from "../../../models/programs/choosing/best-first.ts";

test("they come out by falling key, equals by rank and then by index", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(2)), { maxLength: 60 }), (items) => {
      const heap = bestFirst((i) => items[i][1]);
      items.forEach(([key], i) => heap.push(i, key));
      const order: number[] = [];
      for (let i = heap.top((k) => items[k][0]); i >= 0; i = heap.top((k) => items[k][0])) {
        order.push(i);
        heap.pop();
      }
      const right = items
        .map((_, i) => i)
        .sort((a, b) => items[b][0] - items[a][0] || items[a][1] - items[b][1] || a - b);
      expect(order).toEqual(right);
    }),
  );
});

test("who has fallen since is put back in its place", () => {
  const keys = [9, 8, 7];
  const heap = bestFirst((i) => i);
  keys.forEach((key, i) => heap.push(i, key));
  keys[0] = 1;
  expect(heap.top((i) => keys[i])).toBe(1);
  heap.pop();
  expect(heap.top((i) => keys[i])).toBe(2);
  heap.pop();
  expect(heap.top((i) => keys[i])).toBe(0);
  heap.pop();
  expect(heap.top((i) => keys[i])).toBe(-1);
});
