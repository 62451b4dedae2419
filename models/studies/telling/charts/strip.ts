import { html, type Html } from "../page/html.ts";
import { GAIN, LOSS, QUIET } from "./look.ts";

const WIDTH = 144;
const HEIGHT = 18;
/** The share of the width that the band takes; dots beyond the ends are drawn there. */
const BAND = 0.7;

export interface StripOptions {
  /** The chart in words. */
  label: string;
  /** Dots have the hue of a loss, not of a gain. */
  loss?: boolean;
}

/**
 * Draws values as dots on a strip small enough for a cell of a table: 0 is the line in the middle, and the band
 * reaches from −1 to 1.
 */
export function stripChart(values: readonly number[], { label, loss = false }: StripOptions): Html {
  const half = (WIDTH / 2 - 4) * BAND;
  const place = (value: number): string =>
    (WIDTH / 2 + Math.max(-1 / BAND, Math.min(1 / BAND, value)) * half).toFixed(1);
  const dots = values.map((value) => html`<circle cx="${place(value)}" cy="${HEIGHT / 2}" r="3.5" />`);
  return html`<svg
    width="${WIDTH}"
    height="${HEIGHT}"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="${label}"
  >
    <rect
      x="${place(-1)}"
      y="4"
      width="${(2 * half).toFixed(1)}"
      height="${HEIGHT - 8}"
      rx="3"
      fill="${QUIET}"
      fill-opacity=".15"
    />
    <path d="M${WIDTH / 2},1V${HEIGHT - 1}" stroke="${QUIET}" />
    <g fill="${loss ? LOSS : GAIN}" fill-opacity=".8">${dots}</g>
  </svg>`;
}
