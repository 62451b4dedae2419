import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hash } from "../../../models/studies/work/hash.ts";

const nodes = (text: string): string => createHash("sha256").update(text).digest("hex");

test("the digest is SHA-256 of the value as JSON, as Node's own gives it", () => {
  expect(hash("abc")).toBe(nodes('"abc"'));
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => hash(text) === nodes(JSON.stringify(text))),
  );
});

test("equal values have one digest, in whatever order their names came; what is undefined does not count", () => {
  expect(hash({ b: [1, { d: null, c: 2 }], a: true, e: undefined })).toBe(nodes('{"a":true,"b":[1,{"c":2,"d":null}]}'));
  expect(hash({ a: 1 })).not.toBe(hash({ a: 2 }));
});
