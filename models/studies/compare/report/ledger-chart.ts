import * as Plot from "@observablehq/plot";
import { clean } from "../../telling/labels.ts";
import { type Decision } from "../decision.ts";
import { isCost, type Line, LINES } from "../measures.ts";
import { money } from "../words.ts";
import { type Drawing, drawing, GAIN, grid, LOSS, rows, THIRD, zero } from "./charts.ts";
import { LINE_WORDS } from "./lines.ts";
import { moneyScale } from "./scale.ts";

/** The lines of the ledger that are not 0 for this program. */
export const linesOf = (arm: Decision["arms"][number]): Line[] =>
  LINES.filter((line) => arm.lines[line].mean !== 0 || arm.lines[line].high > arm.lines[line].low);

/** From nothing to the worth of a program, line by line: each bar begins where the one before it ended. */
export function ledgerChart(arm: Decision["arms"][number], at: number, currency: string, document: Document): Drawing {
  const lines = linesOf(arm);
  let sum = 0;
  const steps = lines.map((line, row) => {
    const amount = (isCost(line) ? -1 : 1) * arm.lines[line].mean;
    const from = sum;
    sum += amount;
    return { row, from, to: sum, amount, label: LINE_WORDS[line].name, hue: amount < 0 ? LOSS : GAIN };
  });
  const all = [
    ...steps,
    { row: lines.length, from: 0, to: arm.npv.mean, amount: arm.npv.mean, label: "worth of the program", hue: THIRD },
  ];
  const { by, unit } = moneyScale(
    all.flatMap(({ from, to }) => [from, to]),
    clean(currency),
  );
  const data = all.map((step) => ({
    ...step,
    from: step.from / by,
    to: step.to / by,
    text: `${step.amount > 0 && step.row < lines.length ? "+" : ""}${money(step.amount)}`,
  }));
  const [least, most] = [
    Math.min(0, ...data.flatMap(({ from, to }) => [from, to])),
    Math.max(0, ...data.flatMap(({ from, to }) => [from, to])),
  ];
  const room = (most - least) * 0.16 || 1;
  const alt = `${clean(arm.name)}: ${data.map(({ label, text }) => `${label} ${text}`).join(", ")}.`;
  return drawing({ name: `ledger-${at}`, alt }, (width) => {
    const { base, above, narrow } = rows(
      data.map(({ label }) => label),
      width,
      { document, axis: unit, step: 25 },
    );
    return Plot.plot({
      ...base,
      x: { ...(base.x as object), domain: [least, most + room * (narrow ? 1.6 : 1)], nice: false },
      marks: [
        grid(narrow ? 4 : 7),
        Plot.barX(data, { x1: "from", x2: "to", y: "row", fill: "hue", fillOpacity: 0.9 }),
        Plot.link(data.slice(0, -1), {
          x1: "to",
          x2: "to",
          y1: "row",
          y2: (step: { row: number }) => step.row + 1,
          strokeOpacity: 0.35,
        }),
        zero(),
        Plot.text(data, {
          x: ({ from, to }: { from: number; to: number }) => Math.max(from, to),
          y: "row",
          text: "text",
          textAnchor: "start",
          dx: 5,
        }),
        ...above,
      ],
    });
  });
}
