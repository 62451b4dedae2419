import { expect, test } from "vitest";
import { independentCascade } from "../../../models/cascades/independent-cascade.ts";
import { resolve } from "../../../models/core/index.ts";
import { readSet } from "../../../models/studies/asking/settings.ts";

test("settings are read by what each parameter is", () => {
  expect(readSet(independentCascade, ["probability=0.2", "seeds=1,2", "seedCount=3"])).toEqual({
    probability: 0.2,
    seeds: ["1", "2"],
    seedCount: 3,
  });
});

test("no name is lost on the way to the check of names, not even one of every object's own", () => {
  for (const name of ["__proto__", "toString", "constructor", "nothing"]) {
    expect(() => resolve("m", independentCascade.parameters, readSet(independentCascade, [`${name}=3`]))).toThrow(
      `${name} is not a parameter`,
    );
  }
});

test("every setting that is not name=value, and every name given twice, is told at once", () => {
  expect(() => readSet(independentCascade, ["seeds", "=1", "seeds=1", "seeds=2"])).toThrow(
    /got seeds\n.*got =1\n.*seeds more than once/,
  );
});
