import { element, ownId, svgElement } from "../element.ts";
import { momentsOf, momentTable, momentText } from "./figure.ts";
import { type Frames } from "./frames.ts";
import { player as makePlayer, type Player } from "./player.ts";

export interface TheatreOptions {
  rows: number;
  /** Seats in a row. */
  columns: number;
  /** 1 = stands, 0 = sits, at each moment; seat = row · columns + column, row 0 in front. */
  standing: Frames;
  /** Quality as each perceived it; shown as shade where the reader asks for it. */
  perceived?: ArrayLike<number>;
  /** What the picture shows and what to look for. */
  caption: string;
  player?: Player;
}
/** A figure of an audience through time; its player has the moment. */
export type TheatreView = HTMLElement & { readonly player: Player; readonly svg: SVGSVGElement };

const SEAT = 20;
const STAGE = 34;
const LABELS = { 0: "sits", 1: "stands" };
/** Shades of perceived quality; more could not be told apart. */
const SHADES = 5;
/** A head above a seat, and a whole person: told apart by shape as well as by colour. */
const SITS = "M10 10 m-4.5 0 a4.5 4.5 0 1 0 9 0 a4.5 4.5 0 1 0 -9 0 z";
const STANDS =
  "M10 1 a3.6 3.6 0 0 1 3.6 3.6 q0 1.6 -1 2.6 q4.4 .8 4.4 5.3 v6 h-14 v-6 q0 -4.5 4.4 -5.3 q-1 -1 -1 -2.6 a3.6 3.6 0 0 1 3.6 -3.6 z";

/**
 * The theatre from above, the stage at the foot: who stands is a whole figure, who sits a head. Only
 * those who change are drawn again. Throws `RangeError` where seats and columns do not fit.
 */
export function theatreView({
  rows,
  columns,
  standing,
  perceived,
  caption,
  player: shared,
}: TheatreOptions): TheatreView {
  for (const [name, value] of Object.entries({ rows, columns })) {
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`theatre: ${name} must be a whole number of at least 1, got ${value}`);
  }
  const size = rows * columns;
  if (perceived && perceived.length !== size)
    throw new RangeError(`theatre: perceived must have ${size} values, got ${perceived.length}`);
  const shown = { frames: standing, labels: LABELS, about: "people who sit and stand" };
  const length = momentsOf("theatre", { standing: shown }, size, shared);
  const player = shared ?? makePlayer({ length, unit: "sweep", speed: 5 });
  const scale = {
    kind: "categories" as const,
    values: [0, 1],
    size: 3,
    of: (value: number) => (value === 0 || value === 1 ? value : 2),
  };
  const now = element("p", { class: "now" });
  const { svg, seats } = house(rows, columns, perceived && shadesOf(perceived));
  const root = element("figure", { class: "view theatre" }, ...(perceived ? [shadeChoice(svg)] : []), svg, now);
  if (!shared) root.append(player);
  root.append(element("figcaption", {}, caption), momentTable(scale, shown, "sweep"));

  let drawn: ArrayLike<number> | undefined;
  function draw(): void {
    const frame = standing[player.value];
    for (let seat = 0; seat < size; seat++) {
      if (frame[seat] === drawn?.[seat]) continue;
      seats[seat].setAttribute("class", frame[seat] === 1 ? "stands" : "sits");
      seats[seat].setAttribute("d", frame[seat] === 1 ? STANDS : SITS);
    }
    drawn = frame;
    const text = momentText(scale, shown, player.value);
    now.textContent = text;
    if (!player.playing)
      svg.setAttribute("aria-label", `Theatre of ${rows} rows of ${columns} seats, sweep ${player.value}. ${text}`);
  }
  player.addEventListener("input", draw);
  player.addEventListener("pause", draw);
  draw();
  return Object.defineProperties(root, { player: { value: player }, svg: { value: svg } }) as TheatreView;
}

/** The empty theatre: its seats, row 0 next to the stage. */
function house(
  rows: number,
  columns: number,
  shades: readonly number[] | undefined,
): { svg: SVGSVGElement; seats: SVGElement[] } {
  const seats = Array.from({ length: rows * columns }, (_, seat) => {
    const [row, column] = [Math.floor(seat / columns), seat % columns];
    return svgElement("path", {
      "data-shade": shades?.[seat],
      transform: `translate(${column * SEAT} ${(rows - 1 - row) * SEAT})`,
    });
  });
  const [width, depth] = [columns * SEAT, rows * SEAT];
  const stage = svgElement("path", {
    class: "stage",
    d: `M0 ${depth + 8} Q${width / 2} ${depth - 4} ${width} ${depth + 8} V${depth + STAGE} H0 Z`,
  });
  const word = svgElement(
    "text",
    { class: "stage-name", x: width / 2, y: depth + 24, "text-anchor": "middle", "font-size": 13 },
    "Stage",
  );
  const svg = svgElement(
    "svg",
    { role: "img", viewBox: `0 0 ${width} ${depth + STAGE}`, width, height: depth + STAGE },
    ...seats,
    stage,
    word,
  );
  return { svg, seats };
}

/** A fifth of the range from the least to the most perceived quality for each seat, 0 to 4. */
function shadesOf(perceived: ArrayLike<number>): number[] {
  const values = Array.from(perceived);
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const width = values.reduce((most, value) => Math.max(most, value), -Infinity) - low;
  return values.map((value) => (width > 0 ? Math.min(SHADES - 1, Math.floor(((value - low) / width) * SHADES)) : 0));
}

function shadeChoice(svg: SVGSVGElement): HTMLElement {
  const id = ownId("shade");
  const box = element("input", { id, type: "checkbox" });
  box.addEventListener("input", (event) => {
    event.stopPropagation();
    svg.classList.toggle("shaded", box.checked);
  });
  return element(
    "p",
    { class: "column" },
    box,
    element("label", { for: id }, " Shade by perceived quality, pale to strong"),
  );
}
