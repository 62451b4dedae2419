import { expect, test } from "vitest";
import { finish, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { market } from "../../models/market/market.ts";
import { runOff } from "../../models/market/leaving.ts";
import { type Market } from "../../models/market/state.ts";

/** Paid weeks of the one customer whose draw for staying is u, after a horizon of two weeks. */
function weeks(u: number, leaving: number): number {
  const run = start(market, generate("erdos-renyi:nodes=1,degree=0", "1"), {
    parameters: { customersAtStart: 1, leaving, horizon: 2, terminal: "none" },
    seed: "1",
  });
  finish(run, Infinity);
  run.state.holder[0] = 1;
  run.state.staySurvival[0] = (1 - leaving) ** 2;
  runOff({ ...run, week: 1, random: { stay: () => u } } as unknown as Market);
  return run.state.end[0];
}

test("the clock of leaving ends in the first week in which (1 − c)^weeks has fallen to the draw", () => {
  for (const u of [0.5, 0.9, 2 ** -31]) expect(weeks(u, 0.1)).toBe(Math.max(2, Math.ceil(Math.log(u) / Math.log(0.9))));
});

test("a draw of 0 ends too, later than the least other draw", () => {
  // ln 2^-32 ÷ ln(1 − c) weeks, but for the rounding of 32 bits.
  expect(weeks(0, 0.1)).toBe(Math.ceil((-32 * Math.LN2) / Math.log(0.9)));
  expect(weeks(0, 0.001) / ((-32 * Math.LN2) / Math.log(0.999))).toBeCloseTo(1, 3);
  expect(weeks(0, 0.1)).toBeGreaterThan(weeks(2 ** -31, 0.1));
});
