import { expect, test } from "vitest";
import fc from "fast-check";
import { indices, numberKeys, textKeys } from "../../models/core/index.ts";

test("numbered names are found only as they are written", () => {
  const keys = numberKeys(12);
  expect(["0", "11", "12", "-1", "01", "1.0", "", " 1", "1e1"].map((key) => keys.find(key))).toEqual([
    0, 11, -1, -1, -1, -1, -1, -1, -1,
  ]);
  expect([keys.size, keys.key(11), keys.texts]).toEqual([12, "11", null]);
});

test("every name is found where it stands, and no other is", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.string(), (texts, other) => {
      const keys = textKeys(texts);
      expect(texts.map((text) => keys.find(text))).toEqual([...texts.keys()]);
      expect(texts.map((_, i) => keys.key(i))).toEqual(texts);
      expect(keys.find(other)).toBe(texts.indexOf(other));
      expect([keys.size, keys.texts]).toEqual([texts.length, texts]);
    }),
  );
});

test("names that objects have by birth are names like others", () => {
  expect(textKeys(["__proto__", "constructor"]).find("toString")).toBe(-1);
  expect(textKeys(["__proto__", "constructor"]).find("__proto__")).toBe(0);
});

test("a name given twice is refused when first looked for", () => {
  expect(() => textKeys(["ann", "bob", "ann"]).find("bob")).toThrow("keys: every name must be unique, got ann twice");
});

test("wanted customers are found in order; all unknown ones are told at once, with the nearest name", () => {
  const keys = textKeys(["anna", "berta", "clara"]);
  expect(indices(keys, ["clara", "anna", "clara"], "seeds")).toEqual([2, 0, 2]);
  expect(() => indices(keys, ["anna", "brta", "zzz"], "seeds")).toThrow(
    "seeds: brta is not a node; did you mean berta? known: anna, berta, clara\nseeds: zzz is not a node; known: anna, berta, clara",
  );
  const many = Array.from({ length: 100 }, (_, k) => `x${k}`);
  expect(() => indices(keys, many, "seeds")).toThrow(
    /^(seeds: x\d+ is not a node; known: anna, berta, clara\n){20}seeds: 80 more are not nodes$/,
  );
});
