import { clean } from "./text.ts";
import { PAPER, TEXT } from "./charts/look.ts";

/** The typeface of charts: a picture has the one that comes with the project, a page may use the reader's own. */
const FACE = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
const INK = "#1b2430";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&#160;" };
const escaped = (text: string): string => text.replace(/[&<>\u00a0]/g, (letter) => ENTITIES[letter]);
const quoted = (text: string): string => escaped(text).replaceAll('"', "&quot;");

/**
 * An element as text, with attributes in alphabetical order: equal elements give equal text in any document.
 */
export function markupOf(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${quoted(value)}"`).sort();
  const inner = [...element.childNodes]
    .map((child) => ("attributes" in child ? markupOf(child as Element) : escaped(child.textContent ?? "")))
    .join("");
  return `<${element.localName}${attributes.join("")}${inner === "" ? " />" : `>${inner}</${element.localName}>`}`;
}

/** A drawing as text without its own styles, so that it takes those of its surroundings. */
function svgOf(drawing: Element): string {
  for (const style of drawing.querySelectorAll("style")) style.remove();
  for (const svg of [drawing, ...drawing.querySelectorAll("svg")])
    for (const name of ["class", "style", "font-family", "font-size"]) svg.removeAttribute(name);
  return markupOf(drawing);
}

const NAMESPACE = "http://www.w3.org/2000/svg";

/**
 * Makes a drawing fit to stand alone, and in a page with others: ids are numbered and prefixed by the name of the chart
 * (libraries count through a whole process), background and ink can be replaced by a page, and there is a name for
 * screen readers. Only tags are rewritten, never the text between them.
 */
export function standing(drawing: Element | string, { name, alt }: { name: string; alt: string }): string {
  const svg = typeof drawing === "string" ? drawing : svgOf(drawing);
  const ids = new Map<string, string>();
  const idOf = (id: string): string => {
    if (!ids.has(id)) ids.set(id, `${name}-${ids.size + 1}`);
    return ids.get(id)!;
  };
  const renamed = svg.replace(/<[a-zA-Z][^>]*>/g, (tag) =>
    tag
      .replace(/ id="([^"]*)"/g, (_, id: string) => ` id="${idOf(id)}"`)
      .replace(/url\((?:&quot;|')?#([^)"'&]*)(?:&quot;|')?\)/g, (_, id: string) => `url(#${idOf(id)})`)
      .replace(/ class="[^"]*"/g, ""),
  );
  const [, opening, body] = /^<svg([^>]*)>([\s\S]*)$/.exec(renamed)!;
  const own = (key: string, otherwise: string): string =>
    new RegExp(` ${key}="([^"]*)"`).exec(opening)?.[1] ?? otherwise;
  const [width, height] = [own("width", "640"), own("height", "400")];
  const attributes = [
    `xmlns="${NAMESPACE}"`,
    `width="${width}"`,
    `height="${height}"`,
    `viewBox="${own("viewBox", `0 0 ${width} ${height}`)}"`,
    `role="img"`,
    `aria-label="${attribute(alt)}"`,
    `color="${INK}"`,
    `fill="${own("fill", "none")}"`,
    `text-anchor="${own("text-anchor", "start")}"`,
    `font-family="${FACE}"`,
    `font-size="${TEXT}"`,
  ];
  return `<svg ${attributes.join(" ")}><rect class="ground" width="100%" height="100%" fill="${PAPER}"/>${body}`;
}

const attribute = (text: string): string => quoted(clean(text));

/** A drawing with the variables of a page replaced by their defaults, for programs that do not support variables. */
export const withoutVariables = (svg: string): string => svg.replace(/var\(--[\w-]+, ([^()]*)\)/g, "$1");
