import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonFault } from "../../../models/networks/formats/json-fault.ts";

test.each([
  ['{"a": [1, }', 10],
  ['{"a" 1}', 5],
  ["[1 2]", 3],
  ["{,}", 1],
  ["[1]]", 3],
  ["[01]", 1],
  ['["a\n"]', 1],
  ["[1,", 3],
  ["[tru]", 1],
])("%j stops being JSON at %i", (text, at) => {
  expect(jsonFault(text)).toBe(at);
});

test("no fault is found in JSON, nor before a sign that breaks it where none may stand", () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom("]", "}", ",", ":", "x", "'"), (text, sign) => {
      expect(jsonFault(text)).toBe(text.length);
      expect(jsonFault(`[${text}, ${sign}`)).toBe(text.length + 3);
      expect(jsonFault(`${text} ${text}`)).toBe(text.length + 1);
    }),
  );
});
