import { clean } from "./text.ts";
import { PAPER, TEXT } from "./charts/look.ts";

/** The face of charts: in a picture it comes with the project, in a page the reader's own may stand in. */
const FACE = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
const INK = "#1b2430";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&#160;" };
const escaped = (text: string): string => text.replace(/[&<>\u00a0]/g, (letter) => ENTITIES[letter]);
const quoted = (text: string): string => escaped(text).replaceAll('"', "&quot;");

/**
 * An element as text: the same from every document that holds the same, with attributes in the order of the alphabet.
 */
export function markupOf(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${quoted(value)}"`).sort();
  const inner = [...element.childNodes]
    .map((child) => ("attributes" in child ? markupOf(child as Element) : escaped(child.textContent ?? "")))
    .join("");
  return `<${element.localName}${attributes.join("")}${inner === "" ? " />" : `>${inner}</${element.localName}>`}`;
}

/** A drawing as text: its own looks go, for those of what it stands in. */
function svgOf(drawing: Element): string {
  for (const style of drawing.querySelectorAll("style")) style.remove();
  for (const svg of [drawing, ...drawing.querySelectorAll("svg")])
    for (const name of ["class", "style", "font-family", "font-size"]) svg.removeAttribute(name);
  return markupOf(drawing);
}

const NAMESPACE = "http://www.w3.org/2000/svg";

/**
 * Makes a drawing fit to stand alone and inside a page with others: ids numbered and prefixed by the
 * chart's name (libraries count through a whole process), a ground and an ink that a page can
 * replace, a name for screen readers. Only tags are rewritten, never text between them.
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

/** The same without variables of a page, for programs that know none: each is what it stands for otherwise. */
export const withoutVariables = (svg: string): string => svg.replace(/var\(--[\w-]+, ([^()]*)\)/g, "$1");
