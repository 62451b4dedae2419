import * as Plot from "@observablehq/plot";
import { textWidth } from "../../telling/charts/theme.ts";
import { plain } from "../../telling/format.ts";
import { clean, words } from "../../telling/labels.ts";
import { type Decision } from "../decision.ts";
import { type End, type Sensitivity } from "../sensitivity.ts";
import { money } from "../words.ts";
import { type Drawing, drawing, GAIN, grid, LOSS, rows, WIDE, zero } from "./charts.ts";
import { moneyScale } from "./scale.ts";

/** More assumptions than this stand in the table only. */
export const MOST_BARS = 12;

const shown = (value: unknown): string =>
  typeof value === "number" ? plain(value, 2) : clean(Array.isArray(value) ? value.join(", ") : String(value));

/** `0.05 to 0.11`, or one setting of a list. */
export const endText = ({ from, to }: Pick<End, "from" | "to">): string =>
  shown(from) === shown(to) ? shown(from) : `${shown(from)} to ${shown(to)}`;

/** What each assumption does to the worth of a program: from its lowest quarter to its highest, or from its worst setting to its best, widest first. */
export function tornadoChart(
  arm: Decision["arms"][number],
  all: readonly Sensitivity[],
  currency: string,
  document: Document,
): Drawing {
  const bars = all.slice(0, MOST_BARS);
  const { by, unit } = moneyScale(
    bars.flatMap(({ low, high }) => [low.npv.mean, high.npv.mean]),
    clean(currency),
  );
  const data = bars.flatMap(({ low, high }, at) => [
    { at, end: low.npv.mean / by, text: endText(low), hue: LOSS, left: low.npv.mean <= high.npv.mean },
    { at, end: high.npv.mean / by, text: endText(high), hue: GAIN, left: low.npv.mean > high.npv.mean },
  ]);
  const middle = arm.npv.mean / by;
  const ends = [middle, 0, ...data.map(({ end }) => end)];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const alt = `Which assumption matters for ${clean(arm.name)}. ${bars.map(({ name, low, high }) => `${words(name)}: ${money(low.npv.mean)} at ${endText(low)}, ${money(high.npv.mean)} at ${endText(high)}`).join("; ")}.`;
  return drawing({ name: "tornado", alt }, (width) => {
    const small = width < WIDE; // no room beside the bars: what they stand for goes with their names
    const names = bars.map(({ name, low, high }) =>
      small ? `${words(name)}: ${endText(low)}, then ${endText(high)}` : words(name),
    );
    const { base, above, narrow } = rows(names, width, {
      document,
      axis: small ? `worth (${unit})` : `worth of ${clean(arm.name)} (${unit})`,
      step: 30,
    });
    const text = Math.max(...data.map((bar) => textWidth(bar.text))) + 12;
    const inner = width - Number(base.marginLeft) - Number(base.marginRight);
    const room = (most - least) * (narrow ? 0.04 : text / Math.max(1, inner - 2 * text)) || 1;
    return Plot.plot({
      ...base,
      x: { ...(base.x as object), domain: [least - room, most + room], nice: false },
      marks: [
        grid(narrow ? 4 : 7),
        Plot.barX(data, { x1: () => middle, x2: "end", y: "at", fill: "hue", fillOpacity: 0.9 }),
        zero(),
        Plot.ruleX([middle], { strokeOpacity: 0.7, strokeDasharray: "3,3" }),
        ...(small ? [] : [true, false]).map((left) =>
          Plot.text(
            data.filter((bar) => bar.left === left),
            {
              x: ({ end }: { end: number }) => (left ? Math.min(end, middle) : Math.max(end, middle)),
              y: "at",
              text: "text",
              textAnchor: left ? "end" : "start",
              dx: left ? -5 : 5,
            },
          ),
        ),
        ...above,
      ],
    });
  });
}
