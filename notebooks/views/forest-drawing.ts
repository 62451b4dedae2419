import { svgElement } from "../element.ts";
import { type Drawn, type Forest } from "./cascade-forest.ts";
import { shortened } from "./node-field.ts";
import { timeAxis } from "./time-axis.ts";

export interface ForestDrawing {
  readonly svg: SVGSVGElement;
  /** Draws for a figure so wide. */
  fit(width: number): void;
  /** Shows whom the cascade has reached by a moment. */
  show(moment: number): void;
}

const HIGHEST = 640;
const ROW = 20;
const MARGIN = { top: 10, right: 58, bottom: 40, left: 14 };
/** The largest counts are written beside their marks, the others told by the mark's title. */
const MOST_COUNTS = 40;
/** A step needs so many pixels for names to stand beside people. */
const NAMED_STEP = 70;

interface Piece {
  when: number;
  parts: SVGElement[];
}

export function forestDrawing(forest: Forest, keys: { key(i: number): string }, unit: string): ForestDrawing {
  const svg = svgElement("svg", { role: "img" });
  let pieces: Piece[] = [];

  function fit(width: number): void {
    const { drawn, folds, last } = forest;
    const { x, y, pitch, height, radius, named } = placesIn(forest, width);
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${width} ${height}`, width, height }))
      svg.setAttribute(name, String(value));

    const [links, people, counts] = [
      svgElement("g", { class: pitch < 5 ? "links many" : "links" }),
      svgElement("g", { class: radius < 2.5 ? "tiny" : "" }),
      svgElement("g"),
    ];
    pieces = drawn.map((one) => {
      const from = one.parent < 0 ? undefined : drawn[one.parent];
      const parts: SVGElement[] = [];
      if (from) {
        const link = svgElement("path", { d: linkPath(x(from.when), y(from.row), x(one.when), y(one.row)) });
        links.append(link);
        parts.push(link);
      }
      const [dot, ...names] = person(one, keys.key(one.node), x(one.when), y(one.row), radius, named);
      people.append(dot, ...names);
      return { when: one.when, parts: [...parts, dot, ...names] };
    });
    const room = roomFor();
    for (const [rank, fold] of [...folds].sort((a, b) => b.count - a.count).entries()) {
      const from = fold.parent < 0 ? undefined : drawn[fold.parent];
      const [px, py] = [x(Math.min(last, Math.max(fold.when, from?.when ?? 0))), y(fold.row)];
      const size = Math.min(0.5 * pitch, 2 + Math.log2(1 + fold.count), 6);
      const mark = foldMark(px, py, size, foldText(fold.count, from && keys.key(from.node)));
      const parts: SVGElement[] = [mark];
      if (from) {
        const link = svgElement("path", { d: linkPath(x(from.when), y(from.row), px, py) });
        links.append(link);
        parts.push(link);
      }
      counts.append(mark);
      const text = fold.parent < 0 ? `+ ${fold.count} more, from the start` : `+ ${fold.count}`;
      const clear = Math.min(px + 1.6 * size + 3, width - 7 * text.length);
      if (rank < MOST_COUNTS && room(clear, py, 7 * text.length)) {
        const label = svgElement("text", { class: "name", x: clear, y: py + 4, "font-size": 11 }, text);
        counts.append(label);
        parts.push(label);
      }
      pieces.push({ when: fold.when, parts });
    }
    svg.replaceChildren(timeAxis({ last, x, y: height - MARGIN.bottom + 6, width, unit }), links, people, counts);
  }
  function show(moment: number): void {
    for (const { when, parts } of pieces) {
      const state = when > moment ? "later" : when > moment - 1 ? "new" : "";
      for (const part of parts) {
        part.classList.toggle("later", state === "later");
        part.classList.toggle("new", state === "new");
      }
    }
  }
  return { svg, fit, show };
}

/** Where moments and rows stand in a figure so wide, and how large people are drawn. */
function placesIn({ rows, last }: Forest, width: number) {
  const pitch = Math.min(ROW, Math.max(2, HIGHEST / Math.max(1, rows)));
  const step = (width - MARGIN.left - MARGIN.right) / Math.max(1, last);
  return {
    pitch,
    height: MARGIN.top + MARGIN.bottom + Math.max(40, rows * pitch),
    x: (when: number): number => MARGIN.left + when * step,
    y: (row: number): number =>
      MARGIN.top + (rows * pitch < 40 ? 20 - ((rows - 1) * pitch) / 2 : pitch / 2) + row * pitch,
    radius: Math.max(1.5, Math.min(5, 0.36 * pitch, 0.42 * step)),
    /** Whether names have room. */
    named: pitch >= 14 && step >= NAMED_STEP,
  };
}

/** The triangle of people folded away; its title says how many and after whom. */
function foldMark(x: number, y: number, size: number, title: string): SVGElement {
  const d = `M${x} ${y - size}l${1.6 * size} ${size}l${-1.6 * size} ${size}z`;
  return svgElement("path", { class: "fold", d }, svgElement("title", {}, title));
}

/** A square began a tree, a disc came through another; a title tells the name in full. */
function person(
  { parent, after, node, when }: Drawn,
  key: string,
  x: number,
  y: number,
  radius: number,
  named: boolean,
): SVGElement[] {
  const dot =
    parent < 0
      ? svgElement("rect", {
          class: "person first",
          x: x - radius,
          y: y - radius,
          width: 2 * radius,
          height: 2 * radius,
        })
      : svgElement("circle", { class: "person", cx: x, cy: y, r: radius });
  dot.append(svgElement("title", {}, `${key}, ${when}${after > 0 ? `; ${after} after` : ""}`));
  dot.setAttribute("data-node", String(node));
  if (!named) return [dot];
  const leaf = after === 0;
  const where = leaf ? { x: x + radius + 4, y: y + 4 } : { x: x + 2, y: y - radius - 3 };
  return [dot, svgElement("text", { class: "name", ...where, "font-size": 11 }, shortened(key, leaf ? 8 : 10))];
}

function linkPath(x0: number, y0: number, x1: number, y1: number): string {
  const middle = (x0 + x1) / 2;
  return `M${x0.toFixed(1)} ${y0.toFixed(1)}C${middle.toFixed(1)} ${y0.toFixed(1)} ${middle.toFixed(1)} ${y1.toFixed(1)} ${x1.toFixed(1)} ${y1.toFixed(1)}`;
}

const foldText = (count: number, parent: string | undefined): string =>
  parent === undefined ? `${count} more in trees of their own` : `${count} more after ${parent}`;

/** Says whether a text has room beside those before it, and then takes that room. */
function roomFor(): (x: number, y: number, width: number) => boolean {
  const taken: { x: number; y: number; width: number }[] = [];
  return (x, y, width) => {
    if (taken.some((other) => Math.abs(other.y - y) < 12 && x < other.x + other.width && other.x < x + width))
      return false;
    taken.push({ x, y, width });
    return true;
  };
}
