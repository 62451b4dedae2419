import { expect, test } from "vitest";
import { headline, pairOf as pairIn } from "../../../models/studies/compare/headline.ts";
import { decision } from "../../support/decision.ts";

test("the headline names the choice, its worth, how often it pays and how it stands to the next", () => {
  const told = headline(decision({ by: "value" }, { low: [100, 110, 90, 100], high: [200, 210, 190, 200] })).replaceAll(
    "\u00a0",
    " ",
  );
  expect(told).toBe(
    "Choose “high”: in this model it is worth 200 EUR more than no program (95 % interval 187 to 213) and pays off in 100 % of 4 worlds. It beats “low” in 100 % of worlds, by 100 EUR on average.",
  );
});

test("programs that cannot be told apart are said to be so", () => {
  expect(headline(decision({ by: "value" }, { a: [100, 0, 90, 10], b: [0, 100, 20, 60] }))).toContain(
    "It cannot be told apart from “b”: the difference is",
  );
});

test("what is worth more and ruled out is named with the reason", () => {
  const arms = { bold: [-30, 500, 510, 490, 505], safe: [10, 20, 21, 20, 19] };
  expect(headline(decision({ by: "value", profitable: 0.9 }, arms))).toMatch(
    /^Choose “safe”.*(“bold” is worth more on average, by \d+ EUR, but the brief's rule excludes it because it pays off in too few worlds\.|cannot be told apart)/,
  );
  expect(headline(decision({ by: "value", profitable: 0.9 }, { bold: arms.bold }))).toContain(
    "Run no program: “bold” is worth 400 EUR on average",
  );
  expect(headline(decision({ by: "value", profitable: 0.9 }, { bold: arms.bold }))).toContain(
    "but the brief's rule excludes it because it pays off in too few worlds.",
  );
});

test("a program that is worth more than none and passed over by regret is said to be regretted more, with how much", () => {
  // In one world of ten it loses 50, in the others it wins 10.
  const bold = Array.from({ length: 40 }, (_, world) => (world % 10 === 0 ? -50 : 10));
  const told = headline(decision({ by: "regret" }, { bold })).replaceAll("\u00a0", " ");
  expect(told).toMatch(
    /^Run no program: “bold” is worth 4 EUR on average .* pays off in 90 % of 40 worlds, but the brief's rule goes by regret: in the worst world in 20 it loses 50 EUR against the best choice, and no program loses 10\.$/,
  );
  const two = { bold: bold.map((worth) => (worth < 0 ? -40 : 60)), safe: bold.map(() => 30) };
  expect(headline(decision({ by: "regret" }, two)).replaceAll("\u00a0", " ")).toMatch(
    /“bold” is worth more on average, by 20 EUR, but the brief's rule goes by regret: in the worst world in 20 it loses 70 EUR against the best choice, and “safe” loses 30\.$/,
  );
});

test("where every program loses, none is run", () => {
  expect(headline(decision({ by: "value" }, { a: [-10, -12, -9, -11] }))).toMatch(
    /^Run no program: “a” is worth −10 EUR on average/,
  );
});

test("what chance may have made is not told as worth something", () => {
  const told = headline(decision({ by: "value" }, { sampling: [-90, 100, -80, 90, -10, 20] })).replaceAll(
    "\u00a0",
    " ",
  );
  expect(told).toMatch(
    /^The brief's rule selects “sampling”, though these worlds cannot tell it apart from no program: in this model it is worth 10 EUR more than no program \(95 % interval −/,
  );
  expect(headline(decision({ by: "value" }, { a: [-100, 90, -110, 110] }))).toMatch(
    /^Run no program: .*; these worlds cannot tell whether that is above 0\.$/,
  );
});

test("a program that is worth exactly as much as none is not run", () => {
  expect(headline(decision({ by: "value" }, { sampling: [0, 0, 0], other: [0, 0, 0] })).replaceAll("\u00a0", " ")).toBe(
    "Run no program: “sampling”, the best of them, is worth 0 EUR on average (95 % interval 0 to 0) and pays off in 0 % of 3 worlds.",
  );
  for (const by of ["value", "regret"] as const)
    expect(decision({ by }, { sampling: [0, 0, 0] }).advice).toMatchObject({ choose: "none", next: "sampling" });
});

test("a pair told the other way round changes sides and signs, line by line", () => {
  const one = decision({ by: "value" }, { a: [1, 2, 6], b: [4, 1, 1] });
  const [there, back] = [pairIn(one, "a", "b"), pairIn(one, "b", "a")];
  expect(there.lines.own).toMatchObject({ mean: 1 });
  expect(back).toMatchObject({
    beats: there.loses,
    loses: there.beats,
    difference: { mean: -1, low: -there.difference.high },
  });
  expect(back.lines.own).toEqual({ mean: -1, low: -there.lines.own.high, high: -there.lines.own.low });
});
