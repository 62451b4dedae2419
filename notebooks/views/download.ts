import { harmless } from "../../models/networks/formats/table/formula.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { element } from "../element.ts";
import { parquetOf } from "./parquet.ts";

/**
 * A field by RFC 4180, quoted where it holds a comma, a quote or a line's end. Text that a spreadsheet
 * would compute gets an apostrophe before it; numbers stay as they are.
 */
function field(value: DataRow[string]): string {
  if (value === undefined || value === null || Number.isNaN(value)) return "";
  const text = typeof value === "string" ? harmless(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV at full precision, with every column that any of them has, in the order in which they come. */
export function csvText(rows: readonly DataRow[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return lines.map((line) => `${line.map(field).join(",")}\n`).join("");
}

/** What a drawing takes from its page, so that the file alone looks like it. */
const LOOKS = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
  "visibility",
  "display",
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
export function groundOf(from: Element): string {
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
  /** A canvas to be saved as it stands, for what is too large for a drawing. */
  picture?: HTMLCanvasElement | (() => HTMLCanvasElement);
  rows?: readonly DataRow[] | (() => readonly DataRow[]);
}

/** A file that a page can save. */
export interface Saved {
  file: string;
  type: string;
  make(): string | ArrayBuffer;
}
/** Buttons that save files; `files` are what they save, for who runs the page without pressing them. */
export type DownloadButtons = HTMLElement & { readonly files: readonly Saved[] };

/**
 * Buttons that save a chart as SVG, a canvas as PNG and rows as CSV and Parquet, all made in the page when asked for.
 */
export function downloads({ name, chart, picture, rows }: Downloads): DownloadButtons {
  const file =
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "") || "ovation";
  const rowsNow = (): readonly DataRow[] => (typeof rows === "function" ? rows() : (rows ?? []));
  const kinds: (Saved & { kind: string })[] = [];
  if (chart)
    kinds.push({
      kind: "SVG",
      file: `${file}.svg`,
      type: "image/svg+xml",
      make: () => svgText(drawingOf(name, chart)),
    });
  if (picture)
    kinds.push({
      kind: "PNG",
      file: `${file}.png`,
      type: "image/png",
      make: () => pngOf(typeof picture === "function" ? picture() : picture),
    });
  if (rows) {
    kinds.push({ kind: "CSV", file: `${file}.csv`, type: "text/csv", make: () => csvText(rowsNow()) });
    kinds.push({
      kind: "Parquet",
      file: `${file}.parquet`,
      type: "application/vnd.apache.parquet",
      make: () => parquetOf(rowsNow()),
    });
  }
  const root = element(
    "p",
    { class: "downloads" },
    ...kinds.map(({ kind, ...saved }) => saveButton(`Save as ${kind}`, name, saved)),
  );
  return Object.defineProperty(root, "files", { value: kinds }) as unknown as DownloadButtons;
}

/** A canvas on the ground that it stands on. Throws `RangeError` while it has no size. */
function pngOf(canvas: HTMLCanvasElement): ArrayBuffer {
  const copy = element("canvas", { width: canvas.width, height: canvas.height });
  const context = copy.getContext("2d");
  if (!context || canvas.width * canvas.height === 0)
    throw new RangeError(`downloads: a picture must have a size, got ${canvas.width} by ${canvas.height}`);
  context.fillStyle = groundOf(canvas);
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  const bytes = atob(copy.toDataURL("image/png").split(",")[1]);
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)).buffer;
}

function drawingOf(name: string, chart: NonNullable<Downloads["chart"]>): SVGSVGElement {
  const given = typeof chart === "function" ? chart() : chart;
  // a legend comes first
  const drawing = given instanceof SVGSVGElement ? given : [...given.querySelectorAll("svg")].at(-1);
  if (!drawing) throw new RangeError(`downloads: ${name} must hold a drawing, got none`);
  return drawing;
}

/**
 * A button that makes a file when it is pressed, and saves it; `name` says of what, for who does not see where it
 * stands.
 */
export function saveButton(text: string, name: string, { file, type, make }: Saved): HTMLButtonElement {
  const button = element("button", { type: "button", "aria-label": `${text}: ${name}` }, text);
  button.addEventListener("click", () => {
    const made = make();
    const address = URL.createObjectURL(
      new Blob([made], { type: typeof made === "string" ? `${type};charset=utf-8` : type }),
    );
    const link = element("a", { href: address, download: file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000); // some browsers read it only then
  });
  return button;
}
