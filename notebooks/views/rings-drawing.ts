import { type Network } from "../../models/core/index.ts";
import { svgElement } from "../element.ts";
import { shortened } from "./node-field.ts";
import { type Rings } from "./ring-places.ts";

/** A ring of more people is drawn as dots without ties. */
export const MOST_TIED = 400;
/** The picture is no wider, in pixels. */
const WIDEST = 620;
/** A click means the nearest person, at most so far away. */
const NEAR = 16;
/** Of so many people in a lane each can still be seen. */
const LANE = 250;
/** Room for names outside the last ring. */
const NAMES = 62;

export interface RingsDrawing {
  readonly svg: SVGSVGElement;
  /** Draws everybody anew for a figure so wide. */
  place(rings: Rings, centre: number, width: number): void;
  colour(of: (i: number) => string): void;
}

/**
 * The drawing of the rings; `mark` hears who is under the pointer or the arrow keys, `choose` who is wanted in the
 * middle.
 */
export function ringsDrawing(
  network: Network,
  { mark, choose }: { mark: (i: number | undefined) => void; choose?: (i: number) => void },
): RingsDrawing {
  const svg = svgElement("svg", {
    role: "application",
    "aria-roledescription": "rings: arrow keys move between people, Enter puts one in the middle",
    tabindex: 0,
  });
  const pointer = svgElement("circle", { class: "pointer", fill: "none", visibility: "hidden" });
  let at: Float64Array = new Float64Array();
  let rings: Rings | undefined;
  let middle = 0;
  let radii: number[] = [];
  let dots = new Map<number, SVGElement>();
  /** Rings of very many, a path a colour. */
  let crowds: { ring: readonly number[]; layer: SVGGElement; radius: number }[] = [];
  let pointed: number | undefined;

  function place(fresh: Rings, centre: number, width: number): void {
    [rings, middle] = [fresh, centre];
    const side = Math.min(width, WIDEST);
    const named = side >= 420;
    const step = (side / 2 - (named ? NAMES : 12)) / (rings.rings.length - 1);
    const radius = (d: number): number => d * step;
    at = placesOf(rings, side / 2, step);
    radii = rings.rings.map((ring, d) =>
      d === 0 ? 9 : Math.max(1.6, Math.min(6, (0.36 * 2 * Math.PI * radius(d)) / ring.length)),
    );
    svg.replaceChildren();
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${side} ${side}`, width: side, height: side }))
      svg.setAttribute(name, String(value));
    for (let d = 1; d < rings.rings.length; d++)
      svg.append(svgElement("circle", { class: "ring", cx: side / 2, cy: side / 2, r: radius(d) }));
    svg.append(svgElement("path", { class: "ties", d: tiesPath(network, rings, at) }));
    dots = new Map();
    crowds = [];
    rings.rings.forEach((ring, d) => {
      const layer = svgElement("g");
      svg.append(layer);
      if (ring.length > MOST_TIED) {
        crowds.push({ ring, layer, radius: radii[d] });
        return;
      }
      for (const i of ring) {
        const dot = svgElement("circle", {
          class: d === 0 ? "person middle" : "person",
          cx: at[2 * i],
          cy: at[2 * i + 1],
          r: radii[d],
        });
        dots.set(i, dot);
        layer.append(dot);
      }
      const room = (2 * Math.PI * radius(d)) / Math.max(1, ring.length);
      if (named && d > 0 && room >= 12) for (const i of ring) layer.append(nameOf(i, radii[d] + 3));
    });
    for (let d = 1; d < rings.rings.length; d++) {
      const gap = widestGap(rings.rings[d].map((i) => rings!.angle[i]));
      svg.append(
        svgElement(
          "text",
          {
            class: "count",
            x: side / 2 + radius(d) * Math.cos(gap),
            y: side / 2 + radius(d) * Math.sin(gap) + 4,
            "text-anchor": "middle",
            "font-size": 11,
          },
          `${d}: ${rings.rings[d].length}`,
        ),
      );
    }
    svg.append(
      svgElement(
        "text",
        { class: "name", x: side / 2, y: side / 2 + 22, "text-anchor": "middle", "font-size": 12, "font-weight": 600 },
        shortened(network.keys.key(centre), 20),
      ),
    );
    svg.append(pointer);
    point(undefined);
  }
  /** A name along the ray outward, upright on the left too. */
  function nameOf(i: number, gap: number): SVGElement {
    const angle = (rings!.angle[i] * 180) / Math.PI;
    const left = angle > 90 && angle < 270;
    const turn = `translate(${at[2 * i]} ${at[2 * i + 1]}) rotate(${left ? angle - 180 : angle})`;
    return svgElement(
      "text",
      {
        class: "name",
        transform: turn,
        x: left ? -gap : gap,
        y: 3.5,
        "text-anchor": left ? "end" : "start",
        "font-size": 10,
      },
      shortened(network.keys.key(i), 10),
    );
  }
  function colour(of: (i: number) => string): void {
    for (const [i, dot] of dots) dot.setAttribute("fill", of(i));
    for (const { ring, layer, radius } of crowds) {
      const paths = new Map<string, string[]>();
      for (const i of ring) {
        const one = `M${at[2 * i].toFixed(1)} ${at[2 * i + 1].toFixed(1)}h0`;
        const own = of(i);
        const others = paths.get(own);
        if (others) others.push(one);
        else paths.set(own, [one]);
      }
      layer.replaceChildren(
        ...[...paths].map(([own, parts]) =>
          svgElement("path", {
            class: "crowd",
            d: parts.join(""),
            stroke: own,
            "stroke-width": 2 * radius,
            "stroke-linecap": "round",
          }),
        ),
      );
    }
  }
  function point(i: number | undefined): void {
    pointed = i;
    pointer.setAttribute("visibility", i === undefined ? "hidden" : "visible");
    if (i !== undefined && rings) {
      for (const [name, value] of Object.entries({ cx: at[2 * i], cy: at[2 * i + 1], r: radii[rings.distance[i]] + 4 }))
        pointer.setAttribute(name, String(value));
    }
  }
  function marks(i: number | undefined): void {
    if (i === pointed) return;
    point(i);
    mark(i);
  }
  function nearestTo({ clientX, clientY }: MouseEvent): number | undefined {
    const box = svg.getBoundingClientRect();
    const [x, y] = [clientX - box.left, clientY - box.top]; // a pixel is a unit of the drawing
    let [best, least]: [number | undefined, number] = [undefined, NEAR * NEAR];
    for (const ring of rings?.rings ?? []) {
      for (const i of ring) {
        const square = (at[2 * i] - x) ** 2 + (at[2 * i + 1] - y) ** 2;
        if (square < least) [best, least] = [i, square];
      }
    }
    return best;
  }
  svg.addEventListener("pointermove", (event) => marks(nearestTo(event)));
  svg.addEventListener("pointerleave", () => marks(undefined));
  svg.addEventListener("click", (event) => {
    const found = nearestTo(event);
    if (found !== undefined) choose?.(found);
  });
  svg.addEventListener("keydown", (event) => {
    if (!rings || event.altKey || event.ctrlKey || event.metaKey) return;
    if ((event.key === "Enter" || event.key === " ") && pointed !== undefined) choose?.(pointed);
    else if (event.key === "Escape") marks(undefined);
    else {
      const next = neighbourOf(rings, pointed ?? middle, event.key);
      if (next === undefined) return;
      marks(next);
    }
    event.preventDefault();
  });
  return { svg, place, colour };
}

/** The middle of the widest gap between angles that rise, straight up where there are none. */
function widestGap(angles: readonly number[]): number {
  let [middle, widest] = [-Math.PI / 2, 0];
  angles.forEach((angle, at) => {
    const before = at > 0 ? angles[at - 1] : angles[angles.length - 1] - 2 * Math.PI;
    if (angle - before > widest) [middle, widest] = [(angle + before) / 2, angle - before];
  });
  return middle;
}

/**
 * Where an arrow key leads: round the ring, or to the nearest direction on the ring outside or inside; undefined for
 * other keys.
 */
function neighbourOf({ rings, distance, angle }: Rings, from: number, key: string): number | undefined {
  const d = distance[from];
  const round = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (round !== undefined) return rings[d][(rings[d].indexOf(from) + round + rings[d].length) % rings[d].length];
  const outward = { ArrowUp: 1, ArrowDown: -1 }[key];
  if (outward === undefined) return undefined;
  const ring = rings[d + outward] as readonly number[] | undefined;
  const away = (i: number): number => 1 - Math.cos(angle[i] - angle[from]);
  return (
    ring?.reduce<number | undefined>((best, i) => (best === undefined || away(i) < away(best) ? i : best), undefined) ??
    from
  );
}

/** Very many on one ring stand in lanes side by side, that they do not hide each other. */
function placesOf({ rings, angle }: Rings, half: number, step: number): Float64Array {
  const at = new Float64Array(2 * angle.length).fill(NaN);
  rings.forEach((ring, d) => {
    const lanes = ring.length > MOST_TIED ? Math.max(3, Math.ceil(ring.length / LANE)) : 1;
    ring.forEach((i, place) => {
      const lane = lanes > 1 ? (((place * 7) % lanes) / (lanes - 1) - 0.5) * 0.5 : 0;
      const r = d === 0 ? 0 : (d + lane * (d === rings.length - 1 ? 0.5 : 1)) * step;
      at[2 * i] = half + r * Math.cos(angle[i]);
      at[2 * i + 1] = half + r * Math.sin(angle[i]);
    });
  });
  return at;
}

/** Ties between people on rings that are not too full, each once. */
function tiesPath({ size, directed, out }: Network, { rings, distance }: Rings, at: Float64Array): string {
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
