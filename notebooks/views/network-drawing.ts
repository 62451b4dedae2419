import { type Network } from "../../models/core/index.ts";
import { svgElement } from "../element.ts";
import { groundOf } from "./download.ts";
import { coloursOf, neutralPlace, readColours, type Scale } from "./palette.ts";
import { type Positions } from "./positions.ts";

/** With more ties a drawing would be a file of megabytes that few programs open. */
export const MOST_DRAWN = 20_000;
const SIDE = 800;
const MARGIN = 12;

/** How large a node is on a picture so wide. */
export const radiusOf = (side: number, size: number): number =>
  Math.min(9, Math.max(1.5, (0.25 * side) / Math.sqrt(size)));
/** How strong a tie is; many strong ones would be one stain. */
export const tieAlpha = (edges: number): number => Math.min(0.45, Math.max(0.08, 1000 / edges));
/** Whether a colour stands for what has not happened; such nodes are smaller. */
export const isQuiet = (scale: Scale, colour: number): boolean =>
  scale.kind === "ramp" ? colour === scale.never : colour === neutralPlace(scale.values);

export interface NetworkLook {
  network: Network;
  positions: Positions;
  /** The value of each node. */
  frame: ArrayLike<number>;
  scale: Scale;
  colours: readonly string[];
  edge: string;
  ground: string;
}

/** How a figure looks where it stands in the page. */
export const lookIn = (root: Element, scale: Scale): Pick<NetworkLook, "scale" | "colours" | "edge" | "ground"> => ({
  scale,
  colours: coloursOf(scale, root),
  edge: readColours(root)("edge"),
  ground: groundOf(root),
});

/** A network at one moment as a drawing of its own, a path a colour. Throws `RangeError` above `MOST_DRAWN` ties. */
export function networkDrawing({
  network,
  positions,
  frame,
  scale,
  colours,
  edge,
  ground,
}: NetworkLook): SVGSVGElement {
  const { size, edges, directed, out } = network;
  if (edges > MOST_DRAWN)
    throw new RangeError(`network drawing: a network must have at most ${MOST_DRAWN} ties, got ${edges}`);
  const at = (place: number): string => (MARGIN + place * (SIDE - 2 * MARGIN)).toFixed(1);
  const ties: string[] = [];
  for (let i = 0; i < size; i++) {
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) {
      const j = out.targets[e];
      if (directed || i < j)
        ties.push(
          `M${at(positions[2 * i])} ${at(positions[2 * i + 1])}L${at(positions[2 * j])} ${at(positions[2 * j + 1])}`,
        );
    }
  }
  const dots = colours.map((): string[] => []);
  for (let i = 0; i < size; i++)
    dots[scale.of(frame[i])].push(`M${at(positions[2 * i])} ${at(positions[2 * i + 1])}h0`); // a line of no length with round ends is a disc
  const radius = radiusOf(SIDE, size);
  const discs = dots.flatMap((parts, colour) => {
    const width = 2 * (isQuiet(scale, colour) ? 0.65 * radius : radius);
    return parts.length === 0
      ? []
      : [
          svgElement("path", {
            d: parts.join(""),
            stroke: colours[colour],
            "stroke-width": width,
            "stroke-linecap": "round",
            fill: "none",
          }),
        ];
  });
  return svgElement(
    "svg",
    { viewBox: `0 0 ${SIDE} ${SIDE}`, width: SIDE, height: SIDE },
    svgElement("rect", { width: SIDE, height: SIDE, fill: ground }),
    svgElement("path", {
      d: ties.join(""),
      stroke: edge,
      "stroke-opacity": tieAlpha(edges),
      "stroke-width": edges > 2000 ? 0.5 : 1,
      fill: "none",
    }),
    ...discs,
  );
}
