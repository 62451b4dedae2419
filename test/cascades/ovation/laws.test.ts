import fc from "fast-check";
import { expect, test } from "vitest";
import { standingOvation } from "../../../models/cascades/standing-ovation.ts";
import { start } from "../../../models/core/index.ts";
import { anyShare } from "../../support/spread.ts";
import { anyNetwork } from "../../support/tiny.ts";
import { worlds } from "../../support/worlds.ts";

const ORDERS = ["synchronous", "random", "incentive"] as const;
const TIES = ["coin", "keep"] as const;

const anyJob = fc.record({
  order: fc.constantFrom(...ORDERS),
  tie: fc.constantFrom(...TIES),
  party: fc.integer({ min: 1, max: 4 }),
  shared: fc.constantFrom(0, 0.5, 1),
  loved: anyShare,
});

test("unanimous audiences stay as they are", () => {
  fc.assert(
    fc.property(
      anyNetwork,
      anyJob,
      fc.constantFrom(0, 1),
      fc.integer({ min: 1, max: 4 }),
      (network, job, quality, emphasis) => {
        const [row] = worlds(standingOvation, network, { ...job, emphasis, quality, noise: 0 }, 1);
        expect(row.slice(0, 6)).toEqual([quality, quality, 1 - quality, 1, 0, 0]);
      },
    ),
  );
});

test("a better show never has fewer people stand, at first or ever after, in the same world", () => {
  fc.assert(
    fc.property(
      anyNetwork,
      anyJob,
      fc.integer({ min: 1, max: 3 }),
      anyShare,
      anyShare,
      fc.string(),
      (network, job, emphasis, a, b, seed) => {
        const order = job.order === "incentive" ? "random" : job.order; // who looks first must not hang on who stands
        const going = (quality: number) =>
          start(standingOvation, network, { parameters: { ...job, order, emphasis, quality }, seed });
        const [worse, better] = [going(Math.min(a, b)), going(Math.max(a, b))];
        for (let t = 0; t <= 6; t++) {
          better.state.standing.forEach((stands, i) => expect(stands).toBeGreaterThanOrEqual(worse.state.standing[i]));
          worse.step();
          better.step();
        }
      },
    ),
  );
});

test("where ties keep, standing and sitting are alike: the mirrored audience stays the mirror", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, fc.string(), (network, job, seed) => {
      const going = () => start(standingOvation, network, { parameters: { ...job, tie: "keep" }, seed });
      const [plain, mirrored] = [going(), going()];
      mirrored.state.standing.forEach((stands, i) => (mirrored.state.standing[i] = 1 - stands));
      for (let t = 0; t < 5; t++) {
        plain.step();
        mirrored.step();
        expect([...mirrored.state.standing]).toEqual(Array.from(plain.state.standing, (stands) => 1 - stands));
      }
    }),
  );
});

test("parties of one and an emphasis of one change nothing, bit for bit", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, fc.string(), (network, { order, tie, shared, loved }, seed) => {
      const plain = worlds(standingOvation, network, { order, tie }, 2, { seed, steps: 20 });
      expect(
        worlds(standingOvation, network, { order, tie, party: 1, shared, loved, emphasis: 1 }, 2, { seed, steps: 20 }),
      ).toEqual(plain);
    }),
  );
});
