import fc from "fast-check";
import { expect, test } from "vitest";
import { bayesChoice, cascade, type Tie, updated } from "../../../models/cascades/herds/evidence.ts";

const anyTie = fc.constantFrom<Tie[]>("coin", "own", "adopt");
const anyEvidence = fc.integer({ min: -12, max: 12 });

test("a cascade holds exactly where either signal and either side of the coin lead to the same choice", () => {
  fc.assert(
    fc.property(anyEvidence, anyTie, (evidence, tie) => {
      const choices = [0, 1].flatMap((signal) => [0, 0.75].map((coin) => bayesChoice(evidence, signal, tie, coin)));
      const sure = new Set(choices).size === 1;
      expect(cascade(evidence, tie)).toBe(sure ? (choices[0] === 1 ? 1 : -1) : 0);
    }),
  );
});

test("a choice never lowers the evidence for what was chosen, nor counts for more than one signal", () => {
  fc.assert(
    fc.property(anyEvidence, anyTie, fc.constantFrom(0, 1), (evidence, tie, choice) => {
      const gain = (updated(evidence, choice, tie) - evidence) * (choice === 1 ? 1 : -1);
      expect(gain).toBeGreaterThanOrEqual(0);
      expect(gain).toBeLessThanOrEqual(2);
      if (cascade(evidence, tie) === 0) expect(gain).toBeGreaterThan(0);
    }),
  );
});

test("a second choice like the first starts a cascade; against the first, all is as at the start", () => {
  for (const tie of ["coin", "own"] as const) {
    expect(cascade(updated(updated(0, 1, tie), 1, tie), tie)).toBe(1);
    expect(updated(updated(0, 1, tie), 0, tie)).toBe(0);
  }
  expect(cascade(updated(0, 1, "adopt"), "adopt")).toBe(1); // the undecided adopt, so one choice is enough
  expect(cascade(updated(0, 0, "adopt"), "adopt")).toBe(0);
});
