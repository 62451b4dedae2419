import { type Network } from "../../models/core/index.ts";
import { element } from "../element.ts";
import { type ColumnPaint, columnPaint } from "./column-paint.ts";
import { atEachWidth, columnChoice, momentText, type Shown } from "./figure.ts";
import { whenThemeChanges } from "./palette.ts";
import { type Player } from "./player.ts";
import { ringsDrawing } from "./rings-drawing.ts";
import { type Rings } from "./ring-places.ts";
import { markedText, ringsSummary } from "./rings-text.ts";

export interface RingsPictureOptions {
  network: Network;
  columns: Readonly<Record<string, Shown>>;
  player: Player | undefined;
  /** Puts a person in the middle; none where the reader may not. */
  choose: ((i: number) => void) | undefined;
  /** Hears that other values are shown. */
  changed: () => void;
}

/** The drawing of the rings with its colours, its key and its words. */
export interface RingsPicture {
  readonly svg: SVGSVGElement;
  /** What stands in the figure, in order. */
  readonly parts: readonly (HTMLElement | SVGElement)[];
  /** The values shown of some people; undefined without columns. */
  readonly values: ((members: readonly number[]) => string) | undefined;
  /** Draws other rings. */
  put(rings: Rings, centre: number): void;
  draw(): void;
  /** Draws whenever the figure's width or the page's theme changes. */
  follow(root: HTMLElement): void;
}

export function ringsPicture({ network, columns, player, choose, changed }: RingsPictureOptions): RingsPicture {
  const { keys } = network;
  const names = Object.keys(columns);
  const paint = columnPaint(columns, network.size);
  let now: { rings: Rings; centre: number } | undefined;
  let figure: HTMLElement | undefined;
  let wide = 0;

  const summary = element("p", { class: "now", "aria-live": "polite" });
  const marked = element("p", { class: "now marked", "aria-live": "polite" });
  const drawing = ringsDrawing(network, { mark: tellMarked, choose });
  const moment = (): number => Math.min(player?.value ?? 0, paint.shown.frames.length - 1);
  const values = names.length > 0 ? (members: readonly number[]) => valuesOf(paint, moment(), members) : undefined;

  function tellMarked(i: number | undefined): void {
    marked.textContent =
      i === undefined || !now ? "" : markedText(keys.key(i), now.rings.distance[i], values?.([i]), !!choose);
  }
  function draw(): void {
    if (paint.colours.length === 0 || !now) return;
    drawing.colour(paint.at(moment()));
    if (player?.playing) return;
    summary.textContent = ringsSummary(now.rings, keys.key(now.centre), values);
    drawing.svg.setAttribute("aria-label", `Rings of distance. ${summary.textContent}`);
  }
  function recolour(): void {
    if (!figure?.isConnected) return;
    paint.refresh(figure);
    draw();
  }
  function put(rings: Rings, centre: number): void {
    now = { rings, centre };
    if (wide === 0) return; // it is placed once it has a width
    drawing.place(rings, centre, wide);
    tellMarked(undefined);
    draw();
  }
  function follow(root: HTMLElement): void {
    figure = root;
    whenThemeChanges(root, recolour);
    atEachWidth(root, (width) => {
      wide = width;
      if (now) drawing.place(now.rings, now.centre, width);
      if (paint.colours.length === 0) recolour();
      else draw();
    });
  }
  const menu = columnChoice(names, (name) => {
    paint.choose(name);
    recolour();
    changed();
  });
  return { svg: drawing.svg, parts: [...menu, drawing.svg, paint.key, summary, marked], values, put, draw, follow };
}

function valuesOf({ scale, shown }: ColumnPaint, moment: number, members: readonly number[]): string {
  const frame = shown.frames[moment];
  return momentText(scale, { ...shown, frames: [members.map((i) => frame[i])] }, 0);
}
