import { expect, test } from "vitest";
import { cascadeShares } from "../../../models/cascades/herds/closed-form.ts";
import { herdChain } from "../../support/herd-chain.ts";

const TIES = ["coin", "own", "adopt"] as const;

test("the closed form is Bayes' rule on every course of events, after any number of people", () => {
  for (const tie of TIES) {
    for (const accuracy of [0.55, 0.6, 2 / 3, 0.8, 0.95]) {
      for (const people of [1, 2, 3, 4, 7, 12]) {
        const { right, wrong, none } = cascadeShares(tie, accuracy, people);
        const law = herdChain({ tie, accuracy, people });
        expect(right).toBeCloseTo(law.up, 12);
        expect(wrong).toBeCloseTo(law.down, 12);
        expect(none).toBeCloseTo(law.none, 12);
      }
    }
  }
});

test("published values: 63.2 % of crowds are right at accuracy .6, and two leave none in 24 %", () => {
  for (const [accuracy, right] of [
    [0.55, 0.5664],
    [0.6, 0.6316],
    [0.7, 0.7532],
    [0.8, 0.8571],
  ]) {
    expect(cascadeShares("coin", accuracy, 200).right).toBeCloseTo(right, 4);
  }
  expect(cascadeShares("coin", 0.6, 2).none).toBeCloseTo(0.24, 12);
  const six = cascadeShares("own", 2 / 3, 6);
  expect([six.right, six.none, six.wrong].map((share) => share.toFixed(4))).toEqual(["0.7298", "0.0878", "0.1824"]);
});

test("a signal that says nothing leads anywhere alike, and a sure one never astray", () => {
  for (const tie of ["coin", "own"] as const) {
    const { right, wrong } = cascadeShares(tie, 0.5, 30);
    expect(right).toBeCloseTo(wrong, 12);
  }
  for (const tie of TIES) expect(cascadeShares(tie, 1, 2)).toEqual({ right: 1, wrong: 0, none: 0 });
});
