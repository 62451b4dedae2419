import { type Row } from "./target.ts";
import { html, type Html, trusted } from "../telling/page/html.ts";

const WIDTH = 144;
const HEIGHT = 18;
/** The allowed band takes this share of the width; what lies beyond the edge is drawn at it. */
const BAND = 0.7;

/**
 * What each seed gave, as dots on the scale of what is allowed around the known value; words where there is no
 * distance.
 */
export function proofChart({ expected, runs, pass }: Row): Html {
  if (runs.some(({ allowed }) => allowed === undefined)) return html`${pass ? "holds" : "does not hold"}`;
  const shares = runs.map(({ value, allowed = 0 }) => {
    if (value === expected) return 0;
    return allowed === 0 ? Math.sign(value - expected) * 2 : (value - expected) / allowed;
  });
  const place = (share: number): string =>
    (WIDTH / 2 + Math.max(-1 / BAND, Math.min(1 / BAND, share)) * (WIDTH / 2 - 4) * BAND).toFixed(1);
  const band = `<rect x="${place(-1)}" y="4" width="${(Number(place(1)) - Number(place(-1))).toFixed(1)}" height="${HEIGHT - 8}" rx="3" fill="var(--mark)" stroke="var(--line)"/>`;
  const line = `<path d="M${WIDTH / 2},1V${HEIGHT - 1}" stroke="var(--soft)"/>`;
  const dots = shares.map(
    (share) =>
      `<circle cx="${place(share)}" cy="${HEIGHT / 2}" r="3.5" fill="${pass ? "var(--accent)" : "var(--warn)"}" fill-opacity=".8"/>`,
  );
  const told = shares.map((share) => `${Math.round(Math.abs(share) * 100)} % of what is allowed`).join(", ");
  return trusted(
    `<svg width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="distance: ${told}">${band}${line}${dots.join("")}</svg>`,
  );
}
