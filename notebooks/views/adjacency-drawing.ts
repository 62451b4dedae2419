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
  let [from, cell] = [0, 1];
  let place: [row: number, column: number] | undefined;

  function draw({ nodes: order, starts }: Ordered, width: number, colour?: (i: number) => string): void {
    nodes = order;
    const size = nodes.length;
    const side = Math.min(width, WIDEST);
    const strip = colour ? STRIP : 0;
    const named = size > 0 && (side - NAMES - strip) / size >= NAMED;
    from = (named ? NAMES : 2) + strip;
    cell = (side - from - 2) / Math.max(1, size);
    const to = from + size * cell;
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${side} ${side}`, width: side, height: side }))
      svg.setAttribute(name, String(value));
    svg.replaceChildren(
      svgElement("rect", { class: "ground", x: from, y: from, width: size * cell, height: size * cell }),
    );
    cellPaths(network, nodes, from, cell).forEach((d, shade) =>
      svg.append(svgElement("path", { class: "cells", d, "fill-opacity": 0.3 + (0.7 * shade) / (SHADES - 1) })),
    );
    if (starts.length > 1) {
      starts.forEach((start, block) => {
        const length = ((starts[block + 1] ?? size) - start) * cell;
        svg.append(
          svgElement("rect", {
            class: "block",
            x: from + start * cell,
            y: from + start * cell,
            width: length,
            height: length,
          }),
        );
      });
    }
    nodes.forEach((i, at) => {
      const middle = from + (at + 0.5) * cell;
      if (colour) {
        const fill = colour(i);
        svg.append(
          svgElement("rect", { x: from - strip, y: from + at * cell, width: strip - 2, height: cell, fill }),
          svgElement("rect", { x: from + at * cell, y: from - strip, width: cell, height: strip - 2, fill }),
        );
      }
      if (!named) return;
      const name = shortened(network.keys.key(i), 13);
      const facts = { class: "name", "font-size": Math.min(11, cell), "text-anchor": "end" };
      svg.append(svgElement("text", { ...facts, x: from - strip - 3, y: middle + 0.33 * Math.min(11, cell) }, name));
      svg.append(
        svgElement(
          "text",
          {
            ...facts,
            "text-anchor": "start",
            transform: `translate(${middle + 0.33 * Math.min(11, cell)} ${from - strip - 3}) rotate(-90)`,
          },
          name,
        ),
      );
    });
    pointer.replaceChildren(
      svgElement("rect", { x: from, y: from, width: to - from, height: cell }),
      svgElement("rect", { x: from, y: from, width: cell, height: to - from }),
    );
    svg.append(pointer);
    point(undefined);
  }
  function point(to: [row: number, column: number] | undefined): void {
    if (to?.[0] === place?.[0] && to?.[1] === place?.[1] && to !== undefined) return;
    place = to;
    pointer.setAttribute("visibility", to ? "visible" : "hidden");
    if (!to) {
      tell();
      return;
    }
    const [row, column] = to;
    pointer.children[0].setAttribute("y", String(from + row * cell));
    pointer.children[1].setAttribute("x", String(from + column * cell));
    tell(nodes[row], nodes[column]);
  }
  svg.addEventListener("pointermove", ({ clientX, clientY }) => {
    const box = svg.getBoundingClientRect();
    // a pixel is a unit of the drawing
    const [row, column] = [clientY - box.top, clientX - box.left].map((at) => Math.floor((at - from) / cell));
    point(row >= 0 && column >= 0 && row < nodes.length && column < nodes.length ? [row, column] : undefined);
  });
  svg.addEventListener("pointerleave", () => point(undefined));
  svg.addEventListener("keydown", (event) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (event.key === "Escape") point(undefined);
    if (!step || nodes.length === 0) return;
    event.preventDefault();
    const within = (at: number): number => Math.min(nodes.length - 1, Math.max(0, at));
    point(place ? [within(place[0] + step[0]), within(place[1] + step[1])] : [0, 0]);
  });
  return { svg, draw };
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
