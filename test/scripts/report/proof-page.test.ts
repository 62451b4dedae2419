import { expect, test } from "vitest";
import { type Row } from "../../../scripts/proof/target.ts";
import { proofPage } from "../../../scripts/report/proof-page.ts";

const row = (target: string, pass: boolean, value: number): Row => ({
  section: 4,
  target,
  formula: "1 + 1",
  source: "somebody <b>bold</b> 1999",
  kind: "exact",
  expected: 2,
  tolerance: "± 0.5",
  got: value,
  pass,
  runs: [{ value, pass, allowed: 0.5 }],
});
const page = proofPage([row("this one holds", true, 2.25), row("this one does not", false, 9)], { seed: "1", version: "0" });

test("targets that do not hold come first, and are said not to", () => {
  expect(page).toContain("1 of 2 targets hold");
  expect(page.indexOf("this one does not – does not hold")).toBeLessThan(page.indexOf("this one holds"));
});

test("a chart says how far the value lies on the scale of what is allowed", () => {
  expect(page).toContain('aria-label="distance: 50 % of what is allowed"');
  expect(page).toContain('aria-label="distance: 1400 % of what is allowed"');
});

test("text is never markup, and nothing is asked of another host", () => {
  expect(page).not.toContain("<b>bold");
  expect(page).not.toMatch(/(src|href|url\()\s*=?\s*["']?(https?:)?\/\//);
  expect(page).toContain("default-src 'none'");
});
