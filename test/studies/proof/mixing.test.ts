import { expect, test } from "vitest";
import { mixed } from "../../../models/studies/proof/mixing.ts";
import { expectNear } from "../../support/near.ts";

const published = { exposedInfection: 4 * 0.05, infection: 1.25 * 0.06, onset: 1 / 15, recovery: 1 / 15, first: 0.01 };

test("the differential equation gives the final share, the peak and its day that are printed", () => {
  const { final, peak, day } = mixed(published);
  expect(final).toBeCloseTo(0.982823, 6);
  expect(peak).toBeCloseTo(0.27063, 5);
  expect(day).toBeCloseTo(48.12, 2);
});

test("its final share solves z = 1 − s·e^(−R z) at other points too", () => {
  for (const each of [
    published,
    { ...published, first: 0.1 },
    { exposedInfection: 0, infection: 0.3, onset: 0.5, recovery: 0.2, first: 0.001 },
  ]) {
    const reproduction = each.exposedInfection / each.onset + each.infection / each.recovery;
    const { final } = mixed(each);
    expectNear(final, 1 - (1 - each.first) * Math.exp(-reproduction * final), 1e-9);
  }
});
