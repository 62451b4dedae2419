import { type Network } from "../../models/core/index.ts";
import { svgElement } from "../element.ts";
import { type Ordered } from "./adjacency-order.ts";
import { shortened } from "./node-field.ts";

export interface MatrixDrawing {
  readonly svg: SVGSVGElement;
  /** Draws for a figure so wide, with a strip of colours along both sides where people have any. */
  draw(ordered: Ordered, width: number, colour?: (i: number) => string): void;
}

const WIDEST = 780;
/** Shades of weight; more could not be told apart. */
const SHADES = 5;
const STRIP = 8;
/** Names are written where a cell is so high at least. */
const NAMED = 8;
const NAMES = 84;

/** Rows and columns that an arrow key moves by. */
const STEPS: Readonly<Record<string, readonly [number, number] | undefined>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a matrix stands in its drawing, in pixels. */
interface Grid {
  /** The length of a side of the whole drawing. */
  side: number;
  /** Where the first cell begins. */
  from: number;
  cell: number;
  /** The width of the strip of colours; 0 without any. */
  strip: number;
  named: boolean;
}

function gridOf(size: number, width: number, coloured: boolean): Grid {
  const side = Math.min(width, WIDEST);
  const strip = coloured ? STRIP : 0;
  const named = size > 0 && (side - NAMES - strip) / size >= NAMED;
  const from = (named ? NAMES : 2) + strip;
  return { side, from, cell: (side - from - 2) / Math.max(1, size), strip, named };
}

/** The drawing of a matrix; `tell` hears the pair of nodes under the pointer or the arrow keys, or nothing. */
export function matrixDrawing(
  network: Network,
  { tell }: { tell: (row?: number, column?: number) => void },
): MatrixDrawing {
  const svg = svgElement("svg", {
    role: "application",
    "aria-roledescription": "matrix: arrow keys move between pairs",
    tabindex: 0,
  });
  const pointer = svgElement("g", { class: "pointer", visibility: "hidden" });
  let nodes: readonly number[] = [];
  let grid: Grid = gridOf(0, 3, false);
  let place: [row: number, column: number] | undefined;

  function draw({ nodes: order, starts }: Ordered, width: number, colour?: (i: number) => string): void {
    nodes = order;
    grid = gridOf(nodes.length, width, colour !== undefined);
    const { side, from, cell } = grid;
    const whole = nodes.length * cell;
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${side} ${side}`, width: side, height: side }))
      svg.setAttribute(name, String(value));
    svg.replaceChildren(svgElement("rect", { class: "ground", x: from, y: from, width: whole, height: whole }));
    cellPaths(network, nodes, from, cell).forEach((d, shade) =>
      svg.append(svgElement("path", { class: "cells", d, "fill-opacity": 0.3 + (0.7 * shade) / (SHADES - 1) })),
    );
    if (starts.length > 1) svg.append(...blockFrames(starts, nodes.length, grid));
    nodes.forEach((i, at) => {
      if (colour) svg.append(...stripsOf(at, colour(i), grid));
      if (grid.named) svg.append(...namesOf(network.keys.key(i), at, grid));
    });
    pointer.replaceChildren(
      svgElement("rect", { x: from, y: from, width: whole, height: cell }),
      svgElement("rect", { x: from, y: from, width: cell, height: whole }),
    );
    svg.append(pointer);
    point(undefined);
  }
  function point(to: [row: number, column: number] | undefined): void {
    if (to?.[0] === place?.[0] && to?.[1] === place?.[1] && to !== undefined) return;
    place = to;
    pointer.setAttribute("visibility", to ? "visible" : "hidden");
    const [row, column] = to ?? [];
    if (row !== undefined && column !== undefined) {
      pointer.children[0].setAttribute("y", String(grid.from + row * grid.cell));
      pointer.children[1].setAttribute("x", String(grid.from + column * grid.cell));
      tell(nodes[row], nodes[column]);
    } else tell();
  }
  const size = (): number => nodes.length;
  svg.addEventListener("pointermove", (event) => point(pairUnder(event, svg, grid, size())));
  svg.addEventListener("pointerleave", () => point(undefined));
  svg.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (event.key === "Escape") point(undefined);
    if (!step || size() === 0) return;
    event.preventDefault();
    const within = (at: number): number => Math.min(size() - 1, Math.max(0, at));
    point(place ? [within(place[0] + step[0]), within(place[1] + step[1])] : [0, 0]);
  });
  return { svg, draw };
}

/** The row and column under the pointer; undefined outside the matrix. */
function pairUnder(
  { clientX, clientY }: MouseEvent,
  svg: SVGSVGElement,
  { from, cell }: Grid,
  size: number,
): [row: number, column: number] | undefined {
  const box = svg.getBoundingClientRect();
  // a pixel is a unit of the drawing
  const [row, column] = [clientY - box.top, clientX - box.left].map((at) => Math.floor((at - from) / cell));
  return row >= 0 && column >= 0 && row < size && column < size ? [row, column] : undefined;
}

/** A frame around the cells of each community with itself. */
function blockFrames(starts: readonly number[], size: number, { from, cell }: Grid): SVGElement[] {
  return starts.map((start, block) => {
    const length = ((starts[block + 1] ?? size) - start) * cell;
    const corner = from + start * cell;
    return svgElement("rect", { class: "block", x: corner, y: corner, width: length, height: length });
  });
}

/** The colour of a person, left of their row and above their column. */
function stripsOf(at: number, fill: string, { from, cell, strip }: Grid): SVGElement[] {
  return [
    svgElement("rect", { x: from - strip, y: from + at * cell, width: strip - 2, height: cell, fill }),
    svgElement("rect", { x: from + at * cell, y: from - strip, width: cell, height: strip - 2, fill }),
  ];
}

/** The name of a person, left of their row and above their column. */
function namesOf(key: string, at: number, { from, cell, strip }: Grid): SVGElement[] {
  const name = shortened(key, 13);
  const middle = from + (at + 0.5) * cell;
  const facts = { class: "name", "font-size": Math.min(11, cell) };
  const base = middle + 0.33 * Math.min(11, cell);
  const outside = from - strip - 3;
  return [
    svgElement("text", { ...facts, "text-anchor": "end", x: outside, y: base }, name),
    svgElement(
      "text",
      { ...facts, "text-anchor": "start", transform: `translate(${base} ${outside}) rotate(-90)` },
      name,
    ),
  ];
}

/**
 * The filled cells, a path a shade from pale to strong by the root of the weight, for most ties are weak; all strong
 * where ties have no weights, or one.
 */
function cellPaths(
  { out, nodes: { length } }: Network,
  nodes: readonly number[],
  from: number,
  cell: number,
): string[] {
  const place = new Uint32Array(length);
  nodes.forEach((i, at) => (place[i] = at));
  const { weights } = out;
  let [low, high] = [Infinity, -Infinity];
  for (const weight of weights ?? []) [low, high] = [Math.min(low, weight), Math.max(high, weight)];
  const parts = Array.from({ length: SHADES }, (): string[] => []);
  const gap = cell > 4 ? 0.5 : 0;
  nodes.forEach((i, row) => {
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) {
      const shade =
        weights && high > low
          ? Math.min(SHADES - 1, Math.floor(Math.sqrt((weights[e] - low) / (high - low)) * SHADES))
          : SHADES - 1;
      const side = (cell - 2 * gap).toFixed(2);
      parts[shade].push(
        `M${(from + place[out.targets[e]] * cell + gap).toFixed(2)} ${(from + row * cell + gap).toFixed(2)}h${side}v${side}h-${side}z`,
      );
    }
  });
  return parts.map((shade) => shade.join(""));
}
