import { expect, test } from "vitest";
import { changeOfMind } from "../../../../models/studies/compare/report/caveats.ts";
import { decided, twoArms as brief } from "../../../support/decided.ts";

/** Worlds of which `boost` is in the lowest quarter of 0 to 4, nearly. */
const isLow = ({ boost }: Record<string, unknown>): boolean => (boost as number) < 1;

test("what turns the advice over is where the rule takes another choice, not where one program is worth less than none", async () => {
  // Bold loses where the boost is low and so is ruled out; where it is highest it pays in all worlds.
  const ruled = await decided(brief("{ boost: 0..4 }", "{ by: value, profitable: 0.99 }"), 80, (assumed) => [
    { npv: isLow(assumed) ? -1 : 10 },
    { npv: -5 },
  ]);
  expect(ruled.decision.advice.choose).toBe("none");
  expect(changeOfMind(ruled.decision)).toEqual([expect.stringMatching(/^boost is 3[.\d]* to 4 \(then “bold”\)$/)]);
  expect(ruled.page()).toMatch(/The advice changes where boost is 3[.\d]* to 4 \(then “bold”\)\./);
});

test("another program that is better at one end turns the advice over as well", async () => {
  const { decision } = await decided(brief("{ boost: 0..4 }"), 80, (assumed) => [
    { npv: isLow(assumed) ? 2 : 10 },
    { npv: 5 },
  ]);
  expect(decision.advice.choose).toBe("bold");
  expect(changeOfMind(decision)).toEqual([
    expect.stringMatching(/^boost is 0[.\d]* to (0\.9|1)[.\d]* \(then “safe”\)$/),
  ]);
  const same = await decided(brief("{ boost: 0..4 }"), 80, () => [{ npv: 10 }, { npv: 5 }]);
  expect(same.page()).toContain("The advice is the same at both ends of every assumption.");
});

test("the ends of a list are told as settings, those of a range as quarters", async () => {
  const list = await decided(brief("{ boost: [2, 4, 6] }"), 60, ({ boost }) => [
    { npv: boost === 2 ? -9 : Number(boost) },
    {},
  ]);
  expect(list.page()).toContain("“boost”: from its worst setting (2) to its best (6), the value moves from −9 to 6");
  expect(list.page()).toContain("or from the worst setting (orange) to the best (blue) where settings are listed");
  const range = (await decided(brief("{ boost: 2..6 }"), 60, ({ boost }) => [{ npv: Number(boost) }, {}])).page();
  expect(range).toContain("“boost”: from its lowest to its highest quarter, the value moves from");
  expect(range).not.toContain("setting (orange)");
});

test("an assumption whose ends chance may set apart is not said to matter without that", async () => {
  const chance = (await decided(brief("{ boost: 0..4 }"), 60, (_, world) => [{ npv: world % 7 }, {}])).page();
  expect(chance).toMatch(
    /moves from [\d.]+ \(.+ to .+\) to [\d.]+ \(.+ to .+\) EUR, a difference that these worlds cannot tell from chance\./,
  );
  const sure = (await decided(brief("{ boost: 0..4 }"), 60, ({ boost }) => [{ npv: Number(boost) }, {}])).page();
  expect(sure).not.toContain("cannot tell from chance");
});

test("whoever is a customer from the start is not said to join", async () => {
  const text = (await decided(`${brief("{}")}market: { customersAtStart: 1 }\n`, 5, () => [{ npv: 1 }, {}])).page();
  expect(text).toMatch(/ of 60 people are or become customers within 12 weeks\./);
  expect(text).not.toMatch(/\d join/);
});

test("a brief without assumptions is told apart from one with too few worlds at their ends", async () => {
  const few = await decided(brief("{ boost: 0..4 }"), 16, () => [{ npv: 1 }, {}]); // four in a quarter
  expect(few.page()).toContain("Too few worlds lie at the ends of the assumptions to show which of them matter.");
  expect(few.page()).not.toContain("The brief names no assumptions");
  const none = await decided(brief("{}"), 16, () => [{ npv: 1 }, {}]);
  expect(none.page()).toContain("The brief names no assumptions and takes every value as certain");
});
