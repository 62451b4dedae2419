import * as Plot from "@observablehq/plot";
import { textWidth } from "./look.ts";

/**
 * A line through a chart at a value of x, with its name above it, `dy` pixels from the frame. The name is moved so that
 * it stays between the ends of the axis, which are `across` pixels apart.
 */
export function referenceLine(
  { value, label, dash = "4 3" }: { value: number; label: string; dash?: string },
  across: number,
  [low, high]: readonly [number, number],
  dy = -6,
): Plot.Markish[] {
  const at = ((value - low) / (high - low)) * across;
  const half = textWidth(label) / 2;
  const dx = Math.max(half - at, 0) + Math.min(across - at - half, 0);
  return [
    Plot.ruleX([value], { strokeDasharray: dash, strokeOpacity: 0.75 }),
    Plot.text([value], {
      x: (own: number) => own,
      frameAnchor: "top",
      text: () => label,
      dx,
      dy,
      lineAnchor: "bottom",
    }),
  ];
}
