import { type Network } from "../../models/core/index.ts";
import { svgElement } from "../element.ts";
import { shortened } from "./node-field.ts";
import { type Rings } from "./ring-places.ts";
import { MOST_TIED, nearestTo, neighbourOf, type RingsLayout, ringsLayout, widestGap } from "./rings-layout.ts";

export interface RingsDrawing {
  readonly svg: SVGSVGElement;
  /** Draws everybody anew for a figure so wide. */
  place(rings: Rings, centre: number, width: number): void;
  colour(of: (i: number) => string): void;
}

/** The people of one ring as they are drawn: dots, or a crowd. */
interface RingLayer {
  layer: SVGGElement;
  dots: ReadonlyMap<number, SVGElement>;
  crowd?: Crowd;
}
/** A ring of very many; it is drawn as a path a colour. */
interface Crowd {
  ring: readonly number[];
  layer: SVGGElement;
  radius: number;
}

const WALKED = {
  role: "application",
  "aria-roledescription": "rings: arrow keys move between people, Enter puts one in the middle",
  tabindex: 0,
};

/**
 * The drawing of the rings; `mark` hears who is under the pointer or the arrow keys, `choose` who is wanted in the
 * middle.
 */
export function ringsDrawing(
  network: Network,
  { mark, choose }: { mark: (i: number | undefined) => void; choose?: (i: number) => void },
): RingsDrawing {
  const svg = svgElement("svg", WALKED);
  const pointer = svgElement("circle", { class: "pointer", fill: "none", visibility: "hidden" });
  let layout: RingsLayout | undefined;
  let layers: readonly RingLayer[] = [];
  let pointed: number | undefined;

  function place(rings: Rings, centre: number, width: number): void {
    const made = (layout = ringsLayout(rings, width));
    resize(svg, made.side);
    layers = rings.rings.map((_, d) => ringLayer(network, made, d));
    svg.replaceChildren(
      ...ringLines(made),
      svgElement("path", { class: "ties", d: tiesPath(network, made) }),
      ...layers.map(({ layer }) => layer),
      ...countTexts(made),
      middleName(network.keys.key(centre), made.side),
      pointer,
    );
    point(undefined);
  }
  function colour(of: (i: number) => string): void {
    for (const { dots, crowd } of layers) {
      for (const [i, dot] of dots) dot.setAttribute("fill", of(i));
      crowd?.layer.replaceChildren(...crowdPaths(crowd, layout!.at, of));
    }
  }
  function point(i: number | undefined): void {
    pointed = i;
    pointer.setAttribute("visibility", i === undefined ? "hidden" : "visible");
    if (i !== undefined && layout) ringAround(pointer, layout, i);
  }
  function marks(i: number | undefined): void {
    if (i === pointed) return;
    point(i);
    mark(i);
  }
  /** Points where a key leads; false for other keys. */
  function walked(made: RingsLayout, key: string): boolean {
    const next = key === "Escape" ? undefined : neighbourOf(made, pointed ?? made.rings[0][0], key);
    if (next !== undefined || key === "Escape") marks(next);
    return next !== undefined || key === "Escape";
  }
  const under = (event: MouseEvent): number | undefined => layout && personUnder(event, svg, layout);
  svg.addEventListener("pointermove", (event) => marks(under(event)));
  svg.addEventListener("pointerleave", () => marks(undefined));
  svg.addEventListener("click", (event) => {
    const i = under(event);
    if (i !== undefined) choose?.(i);
  });
  svg.addEventListener("keydown", (event) => {
    if (!layout || event.altKey || event.ctrlKey || event.metaKey) return;
    if ((event.key === "Enter" || event.key === " ") && pointed !== undefined) choose?.(pointed);
    else if (!walked(layout, event.key)) return;
    event.preventDefault();
  });
  return { svg, place, colour };
}

function resize(svg: SVGSVGElement, side: number): void {
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${side} ${side}`, width: side, height: side }))
    svg.setAttribute(name, String(value));
}

/** Puts the pointer's ring around a person. */
function ringAround(pointer: SVGElement, { at, radii, distance }: RingsLayout, i: number): void {
  for (const [name, value] of Object.entries({ cx: at[2 * i], cy: at[2 * i + 1], r: radii[distance[i]] + 4 }))
    pointer.setAttribute(name, String(value));
}

function personUnder({ clientX, clientY }: MouseEvent, svg: SVGSVGElement, layout: RingsLayout): number | undefined {
  const box = svg.getBoundingClientRect();
  return nearestTo(layout, clientX - box.left, clientY - box.top); // a pixel is a unit of the drawing
}

/** The circles on which people stand. */
const ringLines = ({ rings, side, step }: RingsLayout): SVGElement[] =>
  rings
    .slice(1)
    .map((_, at) => svgElement("circle", { class: "ring", cx: side / 2, cy: side / 2, r: (at + 1) * step }));

/** The people of one ring: a dot each, with names where there is room, or a crowd. */
function ringLayer({ keys }: Network, layout: RingsLayout, d: number): RingLayer {
  const { rings, at, radii, step, named } = layout;
  const ring = rings[d];
  const layer = svgElement("g");
  if (ring.length > MOST_TIED) return { layer, dots: new Map(), crowd: { ring, layer, radius: radii[d] } };
  const kind = d === 0 ? "person middle" : "person";
  const dots = new Map(
    ring.map((i) => [i, svgElement("circle", { class: kind, cx: at[2 * i], cy: at[2 * i + 1], r: radii[d] })]),
  );
  layer.append(...dots.values());
  const room = (2 * Math.PI * d * step) / Math.max(1, ring.length);
  if (named && d > 0 && room >= 12) layer.append(...ring.map((i) => nameOf(keys.key(i), layout, i, radii[d] + 3)));
  return { layer, dots };
}

/** A name along the ray outward, upright on the left too. */
function nameOf(key: string, { at, angle }: RingsLayout, i: number, gap: number): SVGElement {
  const degrees = (angle[i] * 180) / Math.PI;
  const left = degrees > 90 && degrees < 270;
  return svgElement(
    "text",
    {
      class: "name",
      transform: `translate(${at[2 * i]} ${at[2 * i + 1]}) rotate(${left ? degrees - 180 : degrees})`,
      x: left ? -gap : gap,
      y: 3.5,
      "text-anchor": left ? "end" : "start",
      "font-size": 10,
    },
    shortened(key, 10),
  );
}

/** How many people stand on each ring, written where it has the widest gap. */
function countTexts({ rings, angle, side, step }: RingsLayout): SVGElement[] {
  return rings.slice(1).map((ring, at) => {
    const gap = widestGap(ring.map((i) => angle[i]));
    const radius = (at + 1) * step;
    const [x, y] = [side / 2 + radius * Math.cos(gap), side / 2 + radius * Math.sin(gap) + 4];
    const facts = { class: "count", x, y, "text-anchor": "middle", "font-size": 11 };
    return svgElement("text", facts, `${at + 1}: ${ring.length}`);
  });
}

function middleName(key: string, side: number): SVGElement {
  const facts = { class: "name", x: side / 2, y: side / 2 + 22, "text-anchor": "middle", "font-size": 12 };
  return svgElement("text", { ...facts, "font-weight": 600 }, shortened(key, 20));
}

/** The dots of a crowd, a path a colour. */
function crowdPaths({ ring, radius }: Crowd, at: Float64Array, colourOf: (i: number) => string): SVGElement[] {
  const paths = new Map<string, string[]>();
  for (const i of ring) {
    const one = `M${at[2 * i].toFixed(1)} ${at[2 * i + 1].toFixed(1)}h0`;
    const colour = colourOf(i);
    const others = paths.get(colour);
    if (others) others.push(one);
    else paths.set(colour, [one]);
  }
  return [...paths].map(([stroke, parts]) =>
    svgElement("path", {
      class: "crowd",
      d: parts.join(""),
      stroke,
      "stroke-width": 2 * radius,
      "stroke-linecap": "round",
    }),
  );
}

/** Ties between people on rings that are not too full, each once. */
function tiesPath({ size, directed, out }: Network, { rings, distance, at }: RingsLayout): string {
  const tied = (i: number): boolean =>
    distance[i] >= 0 && distance[i] < rings.length && rings[distance[i]].length <= MOST_TIED;
  const parts: string[] = [];
  for (let i = 0; i < size; i++) {
    if (!tied(i)) continue;
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) {
      const j = out.targets[e];
      if ((directed || i < j) && tied(j))
        parts.push(
          `M${at[2 * i].toFixed(1)} ${at[2 * i + 1].toFixed(1)}L${at[2 * j].toFixed(1)} ${at[2 * j + 1].toFixed(1)}`,
        );
    }
  }
  return parts.join("");
}
