import { parseHTML } from "linkedom";
import { beforeEach, expect, test, vi } from "vitest";
import { type Decision, type Late } from "../../models/studies/compare/decision.ts";
import { meanOf } from "../../models/studies/compare/measures.ts";
import { later, matters, verdict } from "../../notebooks/test-a-program/found.ts";
import { decision } from "../support/decision.ts";

beforeEach(() => void vi.stubGlobal("document", parseHTML("<!doctype html><body></body>").document));

const textsOf = (parts: readonly HTMLElement[]): string[] =>
  parts.map(({ textContent }) => textContent.replaceAll("\u00a0", " "));
const mean = (...values: number[]): ReturnType<typeof meanOf> => meanOf(Float64Array.from(values));

test("a program that loses is worth less than none, and its interval has the same sign", () => {
  const [heading, finding] = textsOf(verdict(decision({ by: "value" }, { few: [-160, -180, -170, -170] })));
  expect(heading).toBe("Run no program: few is worth 170 EUR less than none");
  expect(finding).toMatch(
    /^In this model few is worth 170 EUR less than no program over 104 weeks.*\(95 % interval 157 to 183\), and pays in 0 % of 4 worlds\./,
  );
  expect(textsOf(verdict(decision({ by: "value" }, { few: [160, 180, 170, 170] })))[0]).toBe(
    "Choose few: it is worth 170 EUR more than none",
  );
});

test("a program that is worth more but not advised is shown with the reason, never as beaten by a negative amount", () => {
  // Bold is worth 240 more on average, and in three worlds of forty loses more than safe ever does beside it.
  const [, regretted] = textsOf(
    verdict(
      decision(
        { by: "regret" },
        { safe: Array<number>(40).fill(500), bold: Array.from({ length: 40 }, (_, world) => (world < 3 ? 0 : 800)) },
      ),
    ),
  );
  expect(regretted).toMatch(
    /bold is worth more on average, by 240 EUR \(95 % interval 1\d\d to 3\d\d\), but it would be regretted more if it were the wrong choice: .* it loses 500 EUR compared with the best choice, and safe 300\.$/,
  );
  // Of forty worlds bold loses in three: the worst of twenty is below what the rule allows.
  const passed = {
    safe: Array<number>(40).fill(500),
    bold: Array.from({ length: 40 }, (_, world) => (world < 3 ? -200 : 800)),
  };
  const [, ruledOut] = textsOf(verdict(decision({ by: "value", tail: 0 }, passed)));
  expect(ruledOut).toMatch(
    /bold is worth more on average, by 230 EUR \(95 % interval 1\d\d to 3\d\d\), but the brief's rule excludes it: it loses too much in its worst world in 20\.$/,
  );
});

const assumed = (low: ReturnType<typeof meanOf>, high: ReturnType<typeof meanOf>): Decision =>
  ({
    ...decision({ by: "value" }, { few: [1, 2, 3] }),
    sensitivity: {
      arm: "few",
      of: [
        { name: "leaving", by: "quarter", low: { npv: low, worlds: 10 }, high: { npv: high, worlds: 10 }, swing: 250 },
      ],
    },
  }) as unknown as Decision;

test("an assumption is said to matter most only if its ends differ by more than chance", () => {
  const [apart, both] = textsOf(matters(assumed(mean(-20, -40, -30), mean(-280, -290, -270))));
  expect(apart).toBe("What matters most is leaving");
  expect(both).toMatch(/goes from −30 \(95 % interval −5\d to −5\) to −280 \(95 % interval −30\d to −25\d\) EUR/);
  expect(textsOf(matters(assumed(mean(-300, 300, -93), mean(-280, -290, -270))))[0]).toBe(
    "The ends of leaving are farthest apart, but these worlds cannot tell that from chance",
  );
});

/** The line of new customers in each world, at the horizon and at twice that. */
function watched(near: number[], far: number[]): string[] {
  const late = (values: number[]): Late => ({
    npv: mean(...values),
    expansion: mean(...values),
    acceleration: mean(...values),
  });
  const one = decision({ by: "value" }, { few: [1, 2, 3] });
  const change = mean(...far.map((value, world) => value - near[world]));
  return textsOf(
    later(
      {
        ...one,
        longer: {
          horizon: 208,
          worlds: near.length,
          arms: [{ name: "few", near: late(near), far: late(far), change }],
        },
      },
      one.arms[0],
    ),
  );
}

test("over twice the horizon, new customers are worth less only if they are world by world", () => {
  // The means' intervals overlap in both; in the first every world loses as much.
  const [less, why] = watched([100, 200, 300, 400], [70, 171, 270, 369]);
  expect(less).toBe("Over twice the horizon, new customers are worth less");
  expect(why).toMatch(
    /World by world it changes by −30\.?\d* \(95 % interval −31\.\d* to −28\.?\d*\): some who seemed won would have come a little later anyway\.$/,
  );
  expect(watched([100, 200, 300, 400], [300, 70, 90, 410])[0]).toBe(
    "Over twice the horizon, new customers may be worth more or less",
  );
  expect(watched([100, 200, 300, 400], [130, 231, 330, 429])[0]).toBe(
    "Over twice the horizon, new customers are worth more",
  );
});
