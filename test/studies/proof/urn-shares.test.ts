import { expect, test } from "vitest";
import { gini, unpredictability } from "../../../models/cascades/markets/shares.ts";
import {
  expectedInequality,
  expectedUnpredictability,
  shareVariance,
  timesDrawn,
  type Urn,
} from "../../../models/studies/proof/urn-shares.ts";
import { outcomes } from "../../support/market-chain.ts";
import { expectNear } from "../../support/near.ts";

/** Pólya's urn with one copy of each song and the same without copies, drawn out course by course. */
const cases: [urn: Urn, influence: number, headStart: number][] = [
  [{ weights: [1, 1, 1], added: 1, draws: 7 }, 1, 1],
  [{ weights: [0.3, 0.3], added: 1, draws: 9 }, 1, 0.3],
  [{ weights: [1.6, 1, 0.4], added: 0, draws: 7 }, 0, 1],
];

test("variance, inequality and unpredictability of urns are those of all courses enumerated", () => {
  for (const [urn, influence, headStart] of cases) {
    const all = outcomes({
      listeners: urn.draws,
      influence,
      ranked: false,
      headStart,
      appeal: urn.weights,
      liked: urn.weights.map(() => 1),
    });
    const mean = (of: (sold: number[]) => number): number =>
      all.reduce((sum, { sold, chance }) => sum + chance * of(sold), 0);
    const p = urn.weights[0] / urn.weights.reduce((sum, weight) => sum + weight);
    expectNear(
      shareVariance(urn, 0),
      mean((sold) => (sold[0] / urn.draws - p) ** 2),
      1e-12,
    );
    expectNear(expectedInequality(urn), mean(gini), 1e-12);
    expectNear(
      expectedUnpredictability(urn),
      mean((one) => mean((other) => unpredictability([one, other]))),
      1e-12,
    );
  }
});

test("two songs with one copy each share the draws uniformly; without copies binomially", () => {
  timesDrawn(1, 1, 1, 9).forEach((chance) => expectNear(chance, 1 / 10, 1e-12));
  [1, 4, 6, 4, 1].forEach((ways, k) => expectNear(timesDrawn(2, 2, 0, 4)[k], ways / 16, 1e-12));
  // two uniform shares
  expect(expectedUnpredictability({ weights: [1, 1], added: 1, draws: 400 })).toBeCloseTo(1 / 3, 2);
});
