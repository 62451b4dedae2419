/**
 * The colours of all drawings, on pages and in reports: `0` is neutral, `1` to `6` are hues of categories after
 * Okabe & Ito 2008 (Color Universal Design), the light ones darkened so that each keeps a contrast of 3:1 to its
 * ground; then the ends of the ramp, missing values, and edges. A page can replace each by the CSS variable
 * `--view-` and its name.
 */
export const LIGHT = {
  0: "#b9c1ca",
  1: "#0072b2",
  2: "#d55e00",
  3: "#00966d",
  4: "#b5578c",
  5: "#b87f00",
  6: "#1b2430",
  low: "#d3dde7",
  high: "#08306b",
  missing: "#f2b8a0",
  edge: "#8893a0",
} as const;
export type ColourName = keyof typeof LIGHT;

/** The hues lightened for a dark background; the ramp runs the other way, so that high values always stand out. */
export const DARK: Readonly<Record<ColourName, string>> = {
  0: "#4a5563",
  1: "#4aa6e0",
  2: "#f08a3c",
  3: "#1fbf92",
  4: "#d585b3",
  5: "#e0b040",
  6: "#e8ebef",
  low: "#2b3a4a",
  high: "#b5dcff",
  missing: "#8a4b33",
  edge: "#66717e",
};

/** The colour of that name as the page sets it, else that of a light page, so that a drawing can stand alone. */
export const colour = (name: ColourName): string => `var(--view-${name}, ${LIGHT[name]})`;

/** The rules of a style sheet for the colours: light, dark where the reader prefers it, and light on paper. */
export function colourStyle(): string {
  const rule = (colours: Readonly<Record<ColourName, string>>): string =>
    `:root{${Object.entries(colours)
      .map(([name, value]) => `--view-${name}:${value}`)
      .join(";")}}`;
  return `${rule(LIGHT)}\n@media screen and (prefers-color-scheme:dark){${rule(DARK)}}\n`;
}
