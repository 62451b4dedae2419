import fc from "fast-check";
import { expect, test } from "vitest";
import { choice, flag, nodes, real, whole } from "../../models/core/index.ts";
import { axisFromText } from "../../models/experiments/axis-text.ts";

const parameters = {
  p: real(0.1, { min: 0, max: 1, about: "chance" }),
  k: whole(1, { min: 1, max: Infinity, about: "number" }),
  on: flag(false, { about: "switch" }),
  truth: choice(["1", "0", "random"], { about: "state" }),
  seeds: nodes({ about: "first customers" }),
};
const read = (text: string): unknown => axisFromText(text, parameters);

test("ranges are read with their count and scale", () => {
  expect(read("p=0..1/5")).toEqual({ name: "p", from: 0, to: 1, count: 5 });
  expect(read("p = .001 .. 1e0 / 4 / log")).toEqual({ name: "p", from: 0.001, to: 1, count: 4, scale: "log" });
  expect(read("p=0.1..0.9/log")).toEqual({ name: "p", from: 0.1, to: 0.9, scale: "log" });
  expect(read("k=1..9")).toEqual({ name: "k", from: 1, to: 9, whole: true });
  expect(axisFromText("x=-1..-.5/3")).toEqual({ name: "x", from: -1, to: -0.5, count: 3 });
});

test("lists are read as the parameter's kind says", () => {
  expect(read("p=0, .5,1e-3")).toEqual({ name: "p", values: [0, 0.5, 0.001] });
  expect(read("on=true,false")).toEqual({ name: "on", values: [true, false] });
  expect(read("truth=1,random")).toEqual({ name: "truth", values: ["1", "random"] });
  expect(read("seeds=0+1,33")).toEqual({ name: "seeds", values: [["0", "1"], ["33"]] });
  expect(axisFromText("new=1,true,word")).toEqual({ name: "new", values: [1, true, "word"] });
});

test("what does not parse as a value stays text, for the check that names the fault", () => {
  expect(read("p=0.1,high")).toEqual({ name: "p", values: [0.1, "high"] });
  expect(read("truth=0..1")).toEqual({ name: "truth", values: ["0..1"] });
});

test("text that is no axis is refused with the forms there are", () => {
  const forms = "a..b, a..b/n, a..b/n/log or a list a,b,c";
  for (const text of ["p=0..1/5/cubic", "p=0..", "p=..1", "p=0..1/2.5"]) {
    expect(() => read(text)).toThrow(`vary: p must be ${forms}, got ${text.slice(2)}`);
  }
  expect(() => read("p=")).toThrow(`vary: p must be ${forms}, got nothing`);
  expect(() => read("p")).toThrow(`vary: must be name=${forms}, got p`);
});

test("every range of numbers is read as it is written", () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(number, number, fc.integer({ min: 1, max: 999 }), (from, to, count) => {
      expect(axisFromText(`x=${from}..${to}/${count}`)).toEqual({
        name: "x",
        from: Number(String(from)),
        to: Number(String(to)),
        count,
      });
    }),
  );
});
