import * as Plot from "@observablehq/plot";
import { fixed, plain } from "../../telling/format.ts";
import { clean } from "../../telling/labels.ts";
import { type Decision } from "../decision.ts";
import { type Drawing, drawing, GAIN, grid, rows, THIRD } from "./charts.ts";

/** Members times their contacts, against people: who could be reached and who was, at one, two and three degrees. */
export function reachChart(arm: Decision["arms"][number], at: number, document: Document): Drawing {
  const sum = (values: readonly { mean: number }[], most: number): number =>
    values.slice(0, most).reduce((total, { mean }) => total + mean, 0);
  const data = [
    { label: "members × their contacts", people: arm.contacts.mean, hue: "currentColor" },
    { label: "people with a member among their contacts", people: arm.reach[0].mean, hue: GAIN },
    { label: "people within two ties of a member", people: sum(arm.reach, 2), hue: GAIN },
    { label: "people within three ties of a member", people: sum(arm.reach, 3), hue: GAIN },
    { label: "people who heard of it from a member", people: arm.told[0].mean, hue: THIRD },
    { label: "… at second hand as well", people: sum(arm.told, 2), hue: THIRD },
    { label: "… at third hand as well", people: sum(arm.told, 3), hue: THIRD },
  ].map((row, place) => ({ ...row, place, text: fixed(row.people, 0) }));
  const most = Math.max(...data.map(({ people }) => people), 1);
  const alt = `${clean(arm.name)}: ${data.map(({ label, people }) => `${label} ${plain(people)}`).join("; ")}.`;
  return drawing({ name: `reach-${at}`, alt }, (width) => {
    const { base, above, narrow } = rows(
      data.map(({ label }) => label),
      width,
      { document, axis: "people", step: 24, right: 24 },
    );
    return Plot.plot({
      ...base,
      marginLeft: narrow ? base.marginLeft : 290,
      y: { ...(base.y as object), tickFormat: (place: number) => data[place].label },
      x: { ...(base.x as object), domain: [0, most * 1.14], nice: false },
      marks: [
        grid(narrow ? 4 : 7),
        Plot.barX(data, {
          x1: () => 0,
          x2: "people",
          y: "place",
          fill: "hue",
          fillOpacity: ({ hue }: { hue: string }) => (hue === "currentColor" ? 0.35 : 0.9),
        }),
        Plot.text(data, { x: "people", y: "place", text: "text", textAnchor: "start", dx: 5 }),
        ...above,
      ],
    });
  });
}
