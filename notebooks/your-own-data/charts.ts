import { type ContactRow, contactChart, contactRows } from "../../models/studies/telling/charts/contacts.ts";
import { dotChart, type DotRow } from "../../models/studies/telling/charts/dots.ts";
import { worldsHistogram } from "../../models/studies/telling/charts/histogram.ts";
import { percent, plain } from "../exact.ts";
import { type Chart } from "../study/study.ts";
import { worldRows, summariesOf } from "../study/worlds.ts";
import { type Asking, type Found } from "./work.ts";

/** How many people have each number of contacts; none while they are being counted. */
const rowsOf = ({ contacts = new Uint32Array() }: Found): ContactRow[] => contactRows(contacts);

const steps = (distance: number): string => (distance === 1 ? "1 step" : `${distance} steps`);

const degreeRows = ({ degrees }: Found): (DotRow & { name: string })[] =>
  (degrees?.degrees ?? []).flatMap(({ distance, observed, expected, low, high }) => [
    { name: steps(distance), mean: observed, group: "as it is" },
    { name: steps(distance), mean: expected, low, high, group: "labels shuffled" },
  ]);

export const charts: Record<"contacts" | "degrees" | "reach", Chart<Found, Asking>> = {
  contacts: {
    caption:
      "Look at the lower right: are there a few with many times the contacts of everybody else? Then both axes run by powers of ten, and where points lie on a straight line there is no usual number of contacts.",
    text: ({ structure }) =>
      structure
        ? `Share of people who have at least each number of contacts: on average they have ${plain(structure.meanDegree)}, at most ${plain(structure.maxDegree)}.`
        : "Contacts are being counted.",
    rows: rowsOf,
    draw: (found, _, place) => contactChart(rowsOf(found), place),
  },
  degrees: {
    caption:
      "Look for the distance at which the first point enters the bar of the second. The bar holds the middle 95 % of what comes out when the same labels are dealt to people at random.",
    text: ({ degrees }) =>
      (degrees?.degrees ?? [])
        .map(
          ({ distance, observed, low, high }) =>
            `${steps(distance)}: ${percent(observed)}, shuffled ${percent(low)} to ${percent(high)}`,
        )
        .join("; "),
    rows: degreeRows,
    draw: (found, _, place) =>
      dotChart(degreeRows(found), {
        ...place,
        xLabel: "share who have it, among people at that distance from someone who has",
        percent: true,
      }),
  },
  reach: {
    caption:
      "Look for two hills: a cascade that dies at once, and one that does not. Where there are two, their mean describes neither.",
    text: ({ cascade }) =>
      `How many people ${cascade.done} cascades reach; the mean is ${plain(summariesOf(cascade).reach.mean)}.`,
    rows: ({ cascade }) => worldRows(cascade),
    draw: ({ cascade: { columns } }, _, place) =>
      worldsHistogram(columns.reach, { ...place, xLabel: "people reached, who begins included" }),
  },
};
