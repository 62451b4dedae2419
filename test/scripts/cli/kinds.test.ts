import { expect, expectTypeOf, test } from "vitest";
import { command } from "../../../scripts/cli/command.ts";
import * as kinds from "../../../scripts/cli/kinds.ts";

const about = "a";

test("a whole number is read as written, or refused with what must hold", () => {
  const { read, must } = kinds.whole({ min: 1, about });
  expect(read("1e3")).toBe(1000);
  for (const text of ["", " ", "0", "-3", "1.5", "ten", "NaN"])
    expect([read(text), must(text)]).toEqual([undefined, "a whole number of at least 1"]);
  expect(read("Infinity")).toBeUndefined();
  expect([read("1e300"), must("1e300")]).toEqual([undefined, "a whole number from 1 to 9007199254740991"]);
  const few = kinds.whole({ min: 1, max: 256, about });
  expect([few.read("256"), few.read("257"), few.must()]).toEqual([256, undefined, "a whole number from 1 to 256"]);
});

test("a real number has its ends, or lies between them where it is open", () => {
  const closed = kinds.real({ min: 0, max: 1, about });
  expect([closed.read("0"), closed.read(".5"), closed.read("1"), closed.read("1.1"), closed.read("")]).toEqual([
    0,
    0.5,
    1,
    undefined,
    undefined,
  ]);
  const open = kinds.real({ min: 0, max: 1, open: true, about });
  expect([open.read("0"), open.read(".5"), open.read("1")]).toEqual([undefined, 0.5, undefined]);
  expect(open.must()).toBe("a number above 0 and below 1");
  expect(kinds.real({ about }).read("-7")).toBe(-7);
});

test("a setting must have a name; a word of its own may stand for a number; several make a list", () => {
  const set = kinds.settings({ about });
  expect([set.read("a=b=c"), set.read("a="), set.read("=b"), set.read("a")]).toEqual([
    ["a=b=c"],
    ["a="],
    undefined,
    undefined,
  ]);
  const egos = kinds.or("all", kinds.whole({ min: 2, about }));
  expect([egos.read("all"), egos.read("7"), egos.read("1"), egos.must()]).toEqual([
    "all",
    7,
    undefined,
    "all or a whole number of at least 2",
  ]);
  expect(kinds.several(kinds.file({ about })).read("x.csv")).toEqual(["x.csv"]);
});

test("what act gets is inferred: sure with a fallback or where required, else it may be missing", () => {
  command({
    name: "x",
    about,
    arguments: { model: kinds.model({ about }), brief: kinds.optional(kinds.file({ about })) },
    options: {
      seed: kinds.text({ fallback: "1", about }),
      out: kinds.file({ required: true, about }),
      count: kinds.whole({ min: 1, about }),
      ties: kinds.choice(["chance", "index"], { fallback: "chance", about }),
      set: kinds.settings({ about }),
      json: kinds.flag(about),
    },
    examples: ["x"],
    act(given) {
      expectTypeOf(given.model).toEqualTypeOf<string>();
      expectTypeOf(given.brief).toEqualTypeOf<string | undefined>();
      expectTypeOf(given.seed).toEqualTypeOf<string>();
      expectTypeOf(given.out).toEqualTypeOf<string>();
      expectTypeOf(given.count).toEqualTypeOf<number | undefined>();
      expectTypeOf(given.ties).toEqualTypeOf<"chance" | "index">();
      expectTypeOf(given.set).toEqualTypeOf<string[] | undefined>();
      expectTypeOf(given.json).toEqualTypeOf<true | undefined>();
    },
  });
});
