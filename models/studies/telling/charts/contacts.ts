import * as Plot from "@observablehq/plot";
import { axisOf, framed, powers } from "./axes.ts";
import { base, type Drawn, GRID, hueOf } from "./look.ts";
import { percentTick } from "../shares.ts";
import { tickText } from "../numbers.ts";
import { sentence } from "./sentence.ts";

/**
 * A number of contacts that someone has: how many people have it, their share, and the share of people with at least
 * that many.
 */
export type ContactRow = Readonly<{ contacts: number; people: number; share: number; atLeast: number }>;

/** Both axes are logarithmic where someone has more than this many times the mean. */
const WIDE = 4;

/**
 * A row for each number of contacts that someone has, in rising order, from the number of people with 0, 1, 2, …
 * contacts.
 */
export function contactRows(counts: Uint32Array): ContactRow[] {
  const all = counts.reduce((sum, people) => sum + people, 0);
  let left = all;
  return Array.from(counts).flatMap((people, contacts) => {
    const row = { contacts, people, share: people / all, atLeast: left / all };
    left -= people;
    return people > 0 ? [row] : [];
  });
}

/** True where numbers of contacts differ so much that only powers of ten show them all. */
export function isWide(rows: readonly ContactRow[]): boolean {
  const mean = rows.reduce((sum, { contacts, share }) => sum + contacts * share, 0);
  return (rows.at(-1)?.contacts ?? 0) > WIDE * mean;
}

/**
 * Draws the share of people with at least so many contacts. Where contacts differ widely both axes are logarithmic, so
 * that a power law is a straight line; people without contacts have no place on those.
 */
export function contactChart(rows: readonly ContactRow[], drawn: Drawn): Element {
  const last = rows.at(-1);
  if (!last || last.contacts === 0)
    return sentence("contacts", drawn, "There is nothing to draw: nobody has a contact.");
  const wide = isWide(rows);
  const shown = wide ? rows.filter(({ contacts }) => contacts > 0) : rows;
  const x = wide
    ? powers(1, Math.max(2, last.contacts))
    : axisOf(
        shown.map(({ contacts }) => contacts),
        { most: 8, whole: true },
      );
  const y = wide ? powers(Math.min(0.5, last.atLeast), 1) : axisOf([0, 1], { most: 5 });
  const { options, titles } = framed({
    width: drawn.width,
    height: 240,
    x,
    y,
    xLabel: "contacts",
    yLabel: "people with at least that many",
    xText: tickText,
    yText: percentTick,
  });
  return Plot.plot({
    ...base("contacts", drawn),
    ...options,
    marks: [
      Plot.gridX(x.ticks, GRID),
      Plot.gridY(y.ticks, GRID),
      Plot.line(shown, { x: "contacts", y: "atLeast", stroke: hueOf(0), strokeWidth: 1.5, curve: "step-before" }),
      Plot.dot(shown, { x: "contacts", y: "atLeast", fill: hueOf(0), r: 3.5 }),
      ...titles,
    ],
  });
}
