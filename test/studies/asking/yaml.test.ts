import { expect, test } from "vitest";
import { readYaml } from "../../../models/studies/asking/yaml.ts";

const read = (text: string): unknown => readYaml(text, "job.yaml", "a job").value;

test("whole numbers beyond 2^53 keep their digits as text, wherever they stand; others are numbers", () => {
  expect(read("seed: 12345678901234567891\nseeds: [1436278513418522631, 7, -9007199254740993]\n")).toEqual({
    seed: "12345678901234567891",
    seeds: ["1436278513418522631", 7, "-9007199254740993"],
  });
  expect(read("[9007199254740991, 9007199254740992, 1.5, 1e3, 0x10, -0.5, true, null, '8']")).toEqual([
    ...[9007199254740991, "9007199254740992", 1.5, 1000, 16, -0.5, true, null, "8"],
  ]);
});

test("a key called __proto__ is refused with its line, in maps in one line too; other names of objects are keys", () => {
  expect(() => read("set: {__proto__: 1, probability: 0.1}\nvary:\n  __proto__: [1, 2]\n")).toThrow(
    "job.yaml:1: __proto__ cannot be a key or a name\njob.yaml:3: __proto__ cannot be a key or a name",
  );
  expect(Object.entries(read("constructor: 1\ntoString: 2\n") as object)).toEqual([
    ["constructor", 1],
    ["toString", 2],
  ]);
});
