import * as Plot from "@observablehq/plot";
import { framed } from "../charts/axes.ts";
import { dotChart, type DotRow } from "../charts/dots.ts";
import { worldsHistogram } from "../charts/histogram.ts";
import { base, GRID, hueOf, percentTick, tickText } from "../charts/look.ts";
import { sentence } from "../charts/sentence.ts";
import { percent, plain } from "../exact.ts";
import { type Chart, type Place } from "../study/study.ts";
import { worldRows, summariesOf } from "../study/worlds.ts";
import { type Asking, type Found } from "./work.ts";

type ContactRow = { contacts: number; people: number; "at least": number };

/** How many people have each number of contacts, and which share has at least so many. */
function contactRows({ contacts = new Uint32Array() }: Found): ContactRow[] {
  const all = contacts.reduce((sum, people) => sum + people, 0);
  let left = all;
  return Array.from(contacts, (people, k) => {
    const row = { contacts: k, people, "at least": left / all };
    left -= people;
    return row;
  }).filter(({ people }) => people > 0);
}

const powers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => Number(`1e${from + at}`));

/** Both axes count in tens, so that a power law is a straight line. */
function contactChart(rows: readonly ContactRow[], { width, document }: Place): Element {
  const seen = rows.filter(({ contacts }) => contacts > 0);
  const who = "contacts";
  if (seen.length === 0) return sentence(who, { width, document }, "There is nothing to draw: nobody has a contact.");
  const most = Math.ceil(Math.log10(Math.max(2, seen[seen.length - 1].contacts)));
  const least = Math.floor(Math.log10(Math.min(0.5, seen[seen.length - 1]["at least"])));
  const [x, y] = [powers(0, most), powers(least, 0)].map((ticks) => ({ domain: [ticks[0], ticks[ticks.length - 1]] as [number, number], ticks }));
  const { options, titles } = framed({ width, height: 240, x, y, xLabel: "contacts, at least", yLabel: "share of people", xText: tickText, yText: percentTick });
  return Plot.plot({
    ...base(who, { width, document }), ...options, x: { ...options.x, type: "log" }, y: { ...options.y, type: "log" },
    marks: [Plot.gridX(x.ticks, GRID), Plot.gridY(y.ticks, GRID), Plot.dot(seen, { x: "contacts", y: "at least", r: 3.5, fill: hueOf(0) }), ...titles],
  });
}

const steps = (distance: number): string => (distance === 1 ? "1 step" : `${distance} steps`);

const degreeRows = ({ degrees }: Found): (DotRow & { name: string })[] =>
  (degrees?.degrees ?? []).flatMap(({ distance, observed, expected, low, high }) => [
    { name: steps(distance), mean: observed, group: "as it is" },
    { name: steps(distance), mean: expected, low, high, group: "labels shuffled" },
  ]);

export const charts: Record<"contacts" | "degrees" | "reach", Chart<Found, Asking>> = {
  contacts: {
    caption: "Look at the lower right: are there a few with many times the contacts of everybody else? Where the points lie on a straight line there is no usual number of contacts.",
    text: ({ structure }) => (structure ? `Share of people who have at least each number of contacts: on average they have ${plain(structure.meanDegree)}, at most ${plain(structure.maxDegree)}.` : "Contacts are being counted."),
    rows: contactRows,
    draw: (found, _, place) => contactChart(contactRows(found), place),
  },
  degrees: {
    caption: "Look for the distance at which the first point enters the bar of the second. The bar holds the middle 95 % of what comes out when the same labels are dealt to people at random.",
    text: ({ degrees }) => (degrees?.degrees ?? []).map(({ distance, observed, low, high }) => `${steps(distance)}: ${percent(observed)}, shuffled ${percent(low)} to ${percent(high)}`).join("; "),
    rows: degreeRows,
    draw: (found, _, place) => dotChart(degreeRows(found), { ...place, xLabel: "share who have it, among people at that distance from somebody who has", percent: true }),
  },
  reach: {
    caption: "Look for two hills: a cascade that dies at once, and one that does not. Where there are two, their mean describes neither.",
    text: ({ cascade }) => `How many people ${cascade.done} cascades reach; the mean is ${plain(summariesOf(cascade).reach.mean)}.`,
    rows: ({ cascade }) => worldRows(cascade),
    draw: ({ cascade: { columns } }, _, place) => worldsHistogram(columns.reach, { ...place, xLabel: "people reached, who begins included" }),
  },
};
