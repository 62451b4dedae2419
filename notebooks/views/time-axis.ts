import { svgElement } from "../element.ts";

/**
 * Round numbers from 0 to `most`, `count` of them or fewer, in steps of 1, 2 or 5 times a power of ten; whole if
 * `whole`.
 */
export function ticks(most: number, count: number, whole = true): number[] {
  if (!(most > 0)) return [0];
  const raw = most / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(
    whole ? 1 : 0,
    [1, 2, 5, 10].map((part) => part * power).find((part) => part >= raw - 1e-12 * raw) ?? 10 * power,
  );
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, at) => at * step);
}

export interface TimeAxisOptions {
  /** The last moment. */
  last: number;
  x: (moment: number) => number;
  y: number;
  width: number;
  unit: string;
}

/** Moments along the foot of a drawing. */
export function timeAxis({ last, x, y, width, unit }: TimeAxisOptions): SVGGElement {
  const axis = svgElement("g", { class: "axis" }, svgElement("path", { d: `M${x(0)} ${y}H${x(Math.max(0, last))}` }));
  for (const moment of ticks(last, Math.min(10, width / 60))) {
    axis.append(svgElement("path", { d: `M${x(moment)} ${y}v4` }));
    axis.append(
      svgElement("text", { x: x(moment), y: y + 16, "text-anchor": "middle", "font-size": 11 }, String(moment)),
    );
  }
  axis.append(svgElement("text", { x: width - 2, y: y + 27, "text-anchor": "end", "font-size": 11 }, `${unit} →`));
  return axis;
}
