import { element } from "../element.ts";

/** Rows of a table; a missing value, NaN included, is an empty field. */
export type Row = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What a spreadsheet would take for a formula, were it to open the file. */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * A field by RFC 4180, quoted where it holds a comma, a quote or a line's end. Text that a spreadsheet
 * would compute gets an apostrophe before it; numbers stay as they are.
 */
function field(value: Row[string]): string {
  if (value === undefined || value === null || Number.isNaN(value)) return "";
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV at full precision, with every column that any of them has, in the order in which they come. */
export function csvText(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return lines.map((line) => `${line.map(field).join(",")}\n`).join("");
}

/** What a drawing takes from its page, so that the file alone looks like it. */
const LOOKS = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
  "opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "paint-order", "visibility", "display",
];

/** A drawing of the page as a file: its styles written into it, on the ground that it stands on. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  originals.forEach((original, at) => {
    const style = getComputedStyle(original);
    const looks = LOOKS.map((name) => [name, style.getPropertyValue(name)]).filter(([, look]) => look !== "");
    copies[at].removeAttribute("style");
    for (const [name, look] of looks) copies[at].setAttribute(name, look);
  });
  for (const unwanted of copy.querySelectorAll("script, style, foreignObject")) unwanted.remove();
  const { width, height } = svg.viewBox.baseVal;
  const box = svg.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width || box.width));
  copy.setAttribute("height", String(height || box.height));
  copy.setAttribute("style", `background: ${groundOf(svg)}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** The first ground behind an element that can be seen; white where there is none. */
function groundOf(from: Element): string {
  for (let at: Element | null = from; at; at = at.parentElement) {
    const ground = getComputedStyle(at).backgroundColor;
    if (ground !== "transparent" && ground !== "rgba(0, 0, 0, 0)") return ground;
  }
  return "white";
}

export interface Downloads {
  /** What the files are called, without ending; what no file system takes becomes a hyphen. */
  name: string;
  /** The drawing, or an element with one in it. */
  chart?: Element | (() => Element);
  rows?: readonly Row[] | (() => readonly Row[]);
}

/** Buttons that save a chart as SVG and its rows as CSV, both made in the page when asked for. */
export function downloads({ name, chart, rows }: Downloads): HTMLElement {
  const file = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "ovation";
  const root = element("p", { class: "downloads" });
  if (chart) {
    root.append(saving(`Save as SVG`, `${file}.svg`, "image/svg+xml", name, () => {
      const given = typeof chart === "function" ? chart() : chart;
      const drawing = given instanceof SVGSVGElement ? given : [...given.querySelectorAll("svg")].at(-1); // a legend comes first
      if (!drawing) throw new RangeError(`downloads: ${name} must hold a drawing, got none`);
      return svgText(drawing);
    }));
  }
  if (rows) root.append(saving("Save as CSV", `${file}.csv`, "text/csv", name, () => csvText(typeof rows === "function" ? rows() : rows)));
  return root;
}

function saving(text: string, file: string, type: string, name: string, make: () => string): HTMLButtonElement {
  const button = element("button", { type: "button", "aria-label": `${text}: ${name}` }, text);
  button.addEventListener("click", () => {
    const address = URL.createObjectURL(new Blob([make()], { type: `${type};charset=utf-8` }));
    const link = element("a", { href: address, download: file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000); // some browsers read it only then
  });
  return button;
}
