import { type Network } from "../../models/core/index.ts";
import { element } from "../element.ts";
import { columnPaint } from "./column-paint.ts";
import { columnChoice, momentsOf, momentTable, momentText, type Shown } from "./figure.ts";
import { isQuiet, lookIn, networkDrawing, radiusOf, tieAlpha } from "./network-drawing.ts";
import { readColours, type Scale, whenThemeChanges } from "./palette.ts";
import { player as makePlayer, type Player } from "./player.ts";
import { type Positions } from "./positions.ts";

export interface NetworkOptions {
  network: Network;
  positions: Positions;
  /** Columns of state through time, by name; the first is shown at first. All of as many moments. */
  columns: Readonly<Record<string, Shown>>;
  /** What the picture shows and what to look for. */
  caption: string;
  /** A player that several views share; one of its own unless given. */
  player?: Player;
  /** What a moment is called. */
  unit?: string;
}

/** A figure of a network through time; its player has the moment. */
export type NetworkView = HTMLElement & {
  readonly player: Player;
  readonly canvas: HTMLCanvasElement;
  /** The present moment as a drawing for a file; throws `RangeError` above `MOST_DRAWN` ties. */
  drawing(): SVGSVGElement;
};

/** Above this pixels cost more than sharpness is worth. */
const SHARPEST = 2;
const MARGIN = 10;
/** Thousands of small discs are drawn twice as fast in memory as by an emulated graphics card. */
const IN_MEMORY: CanvasRenderingContext2DSettings = { willReadFrequently: true };

/**
 * A network whose nodes take their colour from a column of state, moment by moment. Ties are drawn once
 * on a canvas of their own; nodes colour by colour. Nodes never reached (−1, else 0) are smaller too, so
 * colour never speaks alone. Throws `RangeError` where sizes or moments do not fit.
 */
export function networkView(options: NetworkOptions): NetworkView {
  const { network, positions, columns, caption, unit = "step", player: shared } = options;
  if (positions.length !== 2 * network.size)
    throw new RangeError(`network view: positions must be ${2 * network.size} numbers, got ${positions.length}`);
  const length = momentsOf("network view", columns, network.size, shared);
  const player = shared ?? makePlayer({ length, unit });
  const about = `Network of ${network.size} nodes and ${network.edges} ties`;
  const canvas = element("canvas", { role: "img", "aria-label": about }); // named before it is drawn
  const now = element("p", { class: "now" });
  const names = Object.keys(columns);
  const paint = columnPaint(columns, network.size);
  let table: HTMLElement = element("details");

  const root = element("figure", { class: "view network" }, ...columnChoice(names, choose), canvas, paint.key, now);
  const picture = pictureOn(canvas, network, positions, () => readColours(root)("edge"));
  if (!shared) root.append(player);
  root.append(element("figcaption", {}, caption), table);

  function choose(name: string): void {
    paint.choose(name);
    const text = momentTable(paint.scale, paint.shown, unit);
    table.replaceWith(text);
    table = text;
    recolour();
  }
  function recolour(): void {
    paint.refresh(root);
    picture.forget();
    draw();
  }
  function draw(): void {
    const { shown, scale, colours } = paint;
    if (canvas.width === 0 || colours.length === 0 || !root.isConnected) return;
    if (!picture.draw(shown.frames[player.value], scale, colours)) return;
    const text = (now.textContent = momentText(scale, shown, player.value));
    if (!player.playing) canvas.setAttribute("aria-label", `${about}, ${unit} ${player.value}. ${text}`);
  }
  function fit(): void {
    if (!sharpen(canvas)) return;
    picture.forget();
    if (paint.colours.length > 0) draw();
    else choose(names[0]); // colours are known once it stands in the page
  }
  player.addEventListener("input", draw);
  player.addEventListener("pause", draw);
  whenThemeChanges(root, recolour);
  new ResizeObserver(fit).observe(canvas);
  function drawing(): SVGSVGElement {
    const frame = paint.shown.frames[player.value];
    return networkDrawing({ network, positions, frame, ...lookIn(root, paint.scale) });
  }
  return Object.defineProperties(root, {
    player: { value: player },
    canvas: { value: canvas },
    drawing: { value: drawing },
  }) as NetworkView;
}

/** Gives a canvas as many pixels as its place on the screen has, at most `SHARPEST` a unit; false if it has them. */
function sharpen(canvas: HTMLCanvasElement): boolean {
  const scale = Math.min(devicePixelRatio, SHARPEST);
  const [width, height] = [Math.round(canvas.clientWidth * scale), Math.round(canvas.clientHeight * scale)];
  if (width === canvas.width && height === canvas.height) return false;
  [canvas.width, canvas.height] = [width, height];
  return true;
}

interface Picture {
  /** Draws a moment; false where the canvas cannot be drawn on. */
  draw(frame: ArrayLike<number>, scale: Scale, colours: readonly string[]): boolean;
  /** Has the ties drawn again, in another size or colour, with the next moment. */
  forget(): void;
}

/** The network on a canvas, with its ties kept on another. */
function pictureOn(canvas: HTMLCanvasElement, network: Network, positions: Positions, colour: () => string): Picture {
  let ties: HTMLCanvasElement | undefined;
  let at: Positions = new Float32Array();
  return {
    draw(frame, scale, colours) {
      const context = canvas.getContext("2d", IN_MEMORY);
      if (!context) return false;
      if (!ties) {
        at = places(canvas, positions);
        ties = drawTies(canvas, network, at, colour());
      }
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.drawImage(ties, 0, 0);
      drawNodes(context, at, frame, scale, colours);
      return true;
    },
    forget: () => (ties = undefined),
  };
}

/** Where node i stands on the canvas: the unit square in the middle of it, as large as it goes. */
function places({ width, height }: HTMLCanvasElement, positions: Positions): Float32Array {
  const side = Math.max(1, Math.min(width, height) - 2 * MARGIN);
  const offset = [(width - side) / 2, (height - side) / 2];
  return positions.map((place, at) => offset[at % 2] + place * side);
}

function drawTies(
  canvas: HTMLCanvasElement,
  { size, edges, out }: Network,
  at: Float32Array,
  colour: string,
): HTMLCanvasElement {
  const sheet = element("canvas", { width: canvas.width, height: canvas.height });
  const context = sheet.getContext("2d", IN_MEMORY);
  if (!context) return sheet;
  context.strokeStyle = colour;
  context.globalAlpha = tieAlpha(edges);
  context.lineWidth = edges > 2000 ? 0.5 : 1;
  context.beginPath();
  for (let i = 0; i < size; i++) {
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) {
      const j = out.targets[e];
      context.moveTo(at[2 * i], at[2 * i + 1]);
      context.lineTo(at[2 * j], at[2 * j + 1]);
    }
  }
  context.stroke();
  return sheet;
}

/** One path a colour; below two pixels squares, which look the same and cost a third. */
function drawNodes(
  context: CanvasRenderingContext2D,
  at: Float32Array,
  frame: ArrayLike<number>,
  scale: Scale,
  colours: readonly string[],
): void {
  const side = Math.min(context.canvas.width, context.canvas.height);
  const radius = radiusOf(side, frame.length);
  const batches: number[][] = colours.map(() => []);
  for (let i = 0; i < frame.length; i++) batches[scale.of(frame[i])].push(i);
  batches.forEach((members, colour) => {
    if (members.length === 0) return;
    const r = isQuiet(scale, colour) ? 0.65 * radius : radius;
    context.fillStyle = colours[colour];
    context.beginPath();
    for (const i of members) {
      const [x, y] = [at[2 * i], at[2 * i + 1]];
      if (r < 2) context.rect(x - r, y - r, 2 * r, 2 * r);
      else {
        context.moveTo(x + r, y);
        context.arc(x, y, r, 0, 2 * Math.PI);
      }
    }
    context.fill();
  });
}
