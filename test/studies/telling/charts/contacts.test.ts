import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { generate } from "../../../../models/networks/specification.ts";
import { degreeCounts } from "../../../../models/networks/structure/degrees.ts";
import { projection } from "../../../../models/networks/structure/projection.ts";
import {
  contactChart,
  type ContactRow,
  contactRows,
  isWide,
} from "../../../../models/studies/telling/charts/contacts.ts";

const { document } = parseHTML("<!doctype html><body></body>");
const rowsOf = (spec: string): ContactRow[] => contactRows(degreeCounts(projection(generate(spec, 1)).out));
const drawn = (rows: readonly ContactRow[]): Element => contactChart(rows, { width: 400, document });
const texts = (rows: readonly ContactRow[]): string[] =>
  [...drawn(rows).querySelectorAll("text")].map(({ textContent }) => textContent);

test("shares of people with at least so many contacts fall from all, and a star is wide", () => {
  const star = rowsOf("star:nodes=20");
  expect(star).toEqual([
    { contacts: 1, people: 19, share: 19 / 20, atLeast: 1 },
    { contacts: 19, people: 1, share: 1 / 20, atLeast: 1 / 20 },
  ]);
  expect([isWide(star), isWide(rowsOf("ring:nodes=20,degree=4"))]).toEqual([true, false]);
});

test("axes run by powers of ten only where contacts differ widely, and who has none is drawn only where there is a place for 0", () => {
  const dots = (rows: readonly ContactRow[]): number => drawn(rows).querySelectorAll("circle").length;
  const [wide, narrow] = [
    contactRows(Uint32Array.of(30, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10)),
    contactRows(Uint32Array.of(10, 20, 10)),
  ];
  expect(texts(wide)).toEqual(expect.arrayContaining(["1", "10", "100", "10\u00a0%", "100\u00a0%"]));
  expect(dots(wide)).toBe(2);
  expect(texts(narrow)).toEqual(expect.arrayContaining(["0", "1", "2", "0\u00a0%", "20\u00a0%"]));
  expect(dots(narrow)).toBe(3);
});

test("where nobody has a contact, or nothing is counted yet, a sentence says that there is nothing to draw", () => {
  for (const counts of [Uint32Array.of(7), new Uint32Array()])
    expect(texts(contactRows(counts)).join(" ")).toContain("nobody has a contact");
});
