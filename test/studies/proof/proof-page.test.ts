import { expect, test } from "vitest";
import { sections } from "../../../models/studies/proof/sections.ts";
import { type ProofRow } from "../../../models/studies/proof/target.ts";
import { targets } from "../../../models/studies/proof/targets.ts";
import { formula } from "../../../models/studies/proof/formula.ts";
import { proofPage } from "../../../models/studies/proof/proof-page.ts";

const row = (target: string, pass: boolean, value: number, more: Partial<ProofRow> = {}): ProofRow => ({
  section: 4,
  target,
  formula: "1 + 1",
  symbols: "1: one <i>customer</i>",
  source: "somebody <b>bold</b> 1999",
  kind: "exact",
  expected: 2,
  tolerance: "± 0.5",
  got: value,
  pass,
  runs: [{ value, pass, allowed: 0.5 }],
  ...more,
});
const rows = [
  row("this one <u>holds</u>", true, 2.25),
  row("this one does not", false, 9, { formula: String.raw`\frac{1}{2}` }),
  row("this one holds too", true, 1, { runs: [{ value: 1, pass: true }] }),
];
const page = proofPage(rows, { seed: "1", version: "0" });
const after = page.slice(page.indexOf('id="section-4"'));

test("targets that do not hold come first, and are said not to", () => {
  expect(page).toContain("2 of 3 targets hold");
  expect(page).toContain("1 does not hold");
  expect(page.indexOf("this one does not – does not hold")).toBeLessThan(page.indexOf("this one holds too"));
  expect(proofPage([rows[0]], { seed: "1", version: "0" })).not.toContain("not hold");
});

test("a chart says how far the value lies on the scale of what is allowed, words where there is no such scale", () => {
  expect(page).toContain('aria-label="distance: 50 % of what is allowed"');
  expect(page).toContain('aria-label="distance: 1400 % of what is allowed"');
  expect(page).toMatch(/this one holds too<\/th>(?:(?!<\/tr>)[^])*data-is="distance">holds<\/td>/);
});

test("a formula stands once above the rows that follow from it, with where it is from", () => {
  expect(after.match(/<math/g)).toHaveLength(2);
  const order = ["<mn>1</mn>", "this one &lt;u&gt;holds", "this one holds too", "<mfrac>", "this one does not"].map(
    (text) => after.indexOf(text),
  );
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
  expect(
    proofPage([rows[0], row("another source", true, 2, { source: "somebody else" })], {
      seed: "1",
      version: "0",
    }).match(/<math/g),
  ).toHaveLength(2);
});

test("every formula of the proof table can be read, and every section says what it proves", () => {
  const faults = targets.flatMap(({ target, section, formula: tex, symbols }) => {
    try {
      return tex.trim() === "" ||
        symbols?.trim() === "" ||
        !formula(tex).html.startsWith("<math") ||
        !sections[section]?.claim
        ? [target]
        : [];
    } catch (error) {
      return [`${target}: ${String(error)}`];
    }
  });
  expect(faults).toEqual([]);
  expect(() => formula(String.raw`\frac{1}{`)).toThrow(RangeError);
  expect(() => formula(String.raw`\nosuchthing`)).toThrow(/formula: must be TeX, got \\nosuchthing/);
});

test("text is never markup, and nothing is asked of another host", () => {
  for (const tag of ["<b>bold", "<i>customer", "<u>holds"]) expect(page).not.toContain(tag);
  expect(page).toContain("somebody &lt;b&gt;bold");
  const whole = proofPage(
    targets.map(({ target, formula: tex }) => row(target, true, 2, { formula: tex })),
    { seed: "1", version: "0" },
  );
  for (const text of [page, whole]) expect(text).not.toMatch(/(src|href|url\()\s*=?\s*["']?(https?:)?\/\//);
  expect(whole).not.toMatch(/<script|@import|@font-face|\son\w+=/);
  expect(page).toContain("default-src 'none'");
});
