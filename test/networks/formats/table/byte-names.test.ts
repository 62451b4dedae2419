import fc from "fast-check";
import { expect, test } from "vitest";
import { byteNames } from "../../../../models/networks/formats/table/byte-names.ts";

const encoder = new TextEncoder();

test("names are numbered in the order they first come, whatever they are", () => {
  // Few letters, so that names repeat; many names, so that every table grows; numbers on both sides of the limit.
  const name = fc.oneof(
    fc.nat(5000).map(String),
    fc.nat(3000).map((n) => `0${n}`),
    fc.stringMatching(/^[ab0é]{1,5}$/),
    fc.nat(2 ** 31).map(String),
  );
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 4000, size: "max" }),
      fc.constantFrom(2 ** 10, 2 ** 12),
      (names, direct) => {
        const table = byteNames(direct);
        const expected = new Map<string, number>();
        for (const text of names) {
          if (!expected.has(text)) expected.set(text, expected.size);
          const padded = encoder.encode(`<${text}>`);
          expect(table.place(padded, 1, padded.length - 1)).toBe(expected.get(text));
        }
        expect(table.texts()).toEqual([...expected.keys()]);
        expect(table.size).toBe(expected.size);
      },
    ),
    { numRuns: 20 },
  );
}, 30_000);
