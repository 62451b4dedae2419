import { element, svgElement } from "../element.ts";
import { checkMoments, countsOf, momentsOf } from "./cascade-tree.ts";
import { asText, atEachWidth, momentsTold } from "./figure.ts";
import { player as makePlayer, type Player } from "./player.ts";
import { ticks, timeAxis } from "./time-axis.ts";

export interface TimelineOptions {
  /** When each customer was reached; −1 for never. */
  when: ArrayLike<number>;
  /** What the picture shows and what to look for. */
  caption: string;
  player?: Player;
  unit?: string;
}

/** A figure of a cascade's course; its player has the moment. */
export type Timeline = HTMLElement & { readonly player: Player; readonly svg: SVGSVGElement };

const HEIGHT = 264;
const MARGIN = { top: 18, right: 16, bottom: 38, left: 46 };
/** The two panels, from their top to their foot. */
const TOTAL = { top: MARGIN.top, foot: 118 };
const FRESH = { top: 150, foot: HEIGHT - MARGIN.bottom };

/**
 * How many are reached: all so far as a line, newly at each moment as bars below, each on its own scale
 * from 0, with the player's moment marked. Throws `RangeError` where moments do not fit.
 */
export function timeline({ when, caption, player: shared, unit = "step" }: TimelineOptions): Timeline {
  let last = -1;
  for (let i = 0; i < when.length; i++) {
    if (!(Number.isFinite(when[i]) && (when[i] >= 0 || when[i] === -1)))
      throw new RangeError(`timeline: when must be a moment from 0, or -1 for never, got ${when[i]} at node ${i}`);
    last = Math.max(last, when[i]);
  }
  const player = shared ?? makePlayer({ length: momentsOf(last), unit });
  checkMoments("timeline", last, player);
  const counts = countsOf(when, player.length);
  const reached = counts[player.length - 1].total;
  const svg = svgElement("svg", { role: "img" });
  const now = element("p", { class: "now" });
  const mark = svgElement("path", { class: "moment" });
  const text = asText(() => {
    const { moments, stride } = momentsTold(player.length);
    return {
      caption: stride > 1 ? `At each ${stride}th ${unit} and the last` : `At each ${unit}`,
      head: [unit, "newly reached", "so far"],
      rows: moments.map((moment) => [String(moment), String(counts[moment].fresh), String(counts[moment].total)]),
    };
  });
  const root = element("figure", { class: "view timeline" }, svg, now);
  if (!shared) root.append(player);
  root.append(element("figcaption", {}, caption), text);

  let x = (moment: number): number => moment;
  function fit(width: number): void {
    const slot = (width - MARGIN.left - MARGIN.right) / player.length;
    x = (moment) => MARGIN.left + (moment + 0.5) * slot;
    const most = counts.reduce((high, { fresh }) => Math.max(high, fresh), 1);
    const high = (panel: typeof TOTAL, share: number): number => panel.foot - share * (panel.foot - panel.top);
    const line = counts
      .map(
        ({ total }, moment) =>
          `${moment === 0 ? "M" : "L"}${x(moment).toFixed(1)} ${high(TOTAL, total / Math.max(1, reached)).toFixed(1)}`,
      )
      .join("");
    const bar = Math.max(0.8, Math.min(28, 0.8 * slot));
    const bars = counts
      .flatMap(({ fresh }, moment) =>
        fresh > 0
          ? [
              `M${(x(moment) - bar / 2).toFixed(1)} ${FRESH.foot}h${bar.toFixed(1)}V${high(FRESH, fresh / most).toFixed(1)}h${(-bar).toFixed(1)}z`,
            ]
          : [],
      )
      .join("");
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT }))
      svg.setAttribute(name, String(value));
    svg.replaceChildren(
      scaleOfPanel(TOTAL, Math.max(1, reached), "reached so far", width),
      scaleOfPanel(FRESH, most, "newly reached", width),
      svgElement("path", { class: "total", d: line, fill: "none" }),
      ...(player.length === 1
        ? [svgElement("circle", { class: "only", cx: x(0), cy: high(TOTAL, reached > 0 ? 1 : 0), r: 3 })]
        : []),
      svgElement("path", { class: "fresh", d: bars }),
      timeAxis({ last: player.length - 1, x, y: FRESH.foot + 2, width, unit }),
      mark,
    );
    draw();
  }
  function draw(): void {
    const moment = player.value;
    mark.setAttribute("d", `M${x(moment)} ${TOTAL.top}V${FRESH.foot}`);
    const { fresh, total } = counts[moment];
    now.textContent = `${unit} ${moment}: ${fresh} newly reached, ${total} of ${when.length} so far.`;
    if (!player.playing)
      svg.setAttribute("aria-label", `Course of the cascade. ${now.textContent} In the end ${reached}.`);
  }
  player.addEventListener("input", draw);
  player.addEventListener("pause", draw);
  atEachWidth(root, fit);
  draw();
  return Object.defineProperties(root, { player: { value: player }, svg: { value: svg } }) as Timeline;
}

function scaleOfPanel({ top, foot }: typeof TOTAL, most: number, title: string, width: number): SVGGElement {
  const panel = svgElement(
    "g",
    { class: "axis" },
    svgElement("text", { x: MARGIN.left, y: top - 6, "font-size": 11 }, title),
  );
  for (const value of ticks(most, 3)) {
    const y = foot - (value / most) * (foot - top);
    panel.append(svgElement("path", { d: `M${MARGIN.left} ${y}H${width - MARGIN.right}` }));
    panel.append(
      svgElement(
        "text",
        { x: MARGIN.left - 6, y: y + 4, "text-anchor": "end", "font-size": 11 },
        value.toLocaleString("en-US"),
      ),
    );
  }
  return panel;
}
