import { expect, test } from "vitest";
import { seventh, standardized } from "../../../models/studies/proof/seven-levels.ts";
import { expectNear } from "../../support/near.ts";

test("every three of the five parameters meet in all their settings, once", () => {
  const places = seventh();
  for (let a = 0; a < 5; a++) {
    for (let b = 0; b < a; b++) {
      for (let c = 0; c < b; c++)
        expect(new Set(places.map((place) => [place[a], place[b], place[c]].join())).size).toBe(343);
    }
  }
});

test("weights are those of the line that made the values, in standard deviations", () => {
  const slopes = [3, -4, 0, 12, 0];
  standardized(
    seventh(),
    seventh().map((place) => 7 + place.reduce((sum, level, k) => sum + slopes[k] * level, 0)),
  ).forEach((weight, k) => expectNear(weight, slopes[k] / 13, 1e-12));
});

test("what two parameters do together is not laid to a third", () => {
  const weights = standardized(
    seventh(),
    seventh().map(([a, b]) => (a - 3) * (b - 3)),
  );
  weights.forEach((weight) => expectNear(weight, 0, 1e-12));
});
