import { expect, test } from "vitest";
import { type Attribute, network } from "../../../models/core/index.ts";
import { traitFrom, traitOf } from "../../../models/influence/degrees/trait.ts";
import { path4 } from "../../support/tiny.ts";

const attributes: Record<string, Attribute> = {
  adopted: { kind: "number", values: Float64Array.of(1, 0, NaN, 1) },
  year: { kind: "number", values: Float64Array.of(1950, 1960, 1970, NaN) },
  owner: { kind: "category", codes: Uint32Array.of(1, 2, 1, 0), labels: ["", "yes", "no"] },
  village: { kind: "category", codes: Uint32Array.of(2, 1, 2, 0), labels: ["", "a", "b"] },
};
const net = network({ directed: false, out: path4.out, attributes });

test("numbers 0 and 1, a value, a threshold and a category each make a trait; not known stays out", () => {
  expect(traitOf(net, { trait: "adopted" })).toEqual(traitFrom("adopted", [1, 0, NaN, 1]));
  expect([...traitOf(net, { trait: "adopted", value: "0" }).has]).toEqual([0, 1, 0, 0]);
  expect([...traitOf(net, { trait: "year", threshold: 1960 }).has]).toEqual([0, 1, 1, 0]);
  expect([...traitOf(net, { trait: "year", value: "1950" }).has]).toEqual([1, 0, 0, 0]);
  expect([...traitOf(net, { trait: "owner", value: "no" }).has]).toEqual([0, 1, 0, 0]);
  expect([...traitOf(net, { trait: "owner", value: "no" }).known]).toEqual([1, 1, 1, 0]);
});

test("who has no block is left out where blocks are asked for", () => {
  const trait = traitOf(net, { trait: "adopted", blocks: "village" });
  expect([...trait.known]).toEqual([1, 1, 0, 0]);
  expect([...trait.has]).toEqual([1, 0, 0, 0]);
  expect([...trait.block.subarray(0, 2)]).toEqual([0, 1]);
  expect(trait.blocks).toBe(2);
});

test("a wrong trait is refused with the nearest right name, all faults at once", () => {
  expect(() => traitOf(net, { trait: "adopt", blocks: "vilage" })).toThrow(
    /did you mean adopted\?.*\n.*did you mean village\?/,
  );
  expect(() => traitOf(path4, { trait: "adopted" })).toThrow("use --nodes people.csv to add attributes");
  expect(() => traitOf(net, { trait: "year" })).toThrow(
    "year must be 0 or 1 unless value or threshold says who has it, got 1950",
  );
  expect(() => traitOf(net, { trait: "owner" })).toThrow("value must say who has the trait; owner has yes, no");
  expect(() => traitOf(net, { trait: "owner", value: "yess" })).toThrow("did you mean yes?");
  expect(() => traitOf(net, { trait: "owner", threshold: 2 })).toThrow("threshold requires an attribute with numbers");
  expect(() => traitOf(net, { trait: "adopted", value: "many" })).toThrow(
    "value must be a number, as adopted is, got many",
  );
  expect(() => traitOf(net, { trait: "adopted", value: "1", threshold: 1 })).toThrow(
    "only one of value and threshold may be given, got both",
  );
  expect(() => traitOf(net, { trait: "year", threshold: 2000 })).toThrow(
    "some people must have the trait year and some must not, got 0 of 3 known",
  );
});
