import { base, BOLD, type Drawn, LINE, TEXT, textLines } from "./look.ts";

export interface Panel {
  name: string;
  draw(width: number): Element;
}

export interface PanelOptions extends Drawn {
  /** A drawing above all panels, such as a key. */
  head?: Element;
  /** The least width of a panel in pixels, where there is room for it. */
  least?: number;
}

/** Between panels, in pixels. */
const [COLUMN, ROW] = [20, 22];

/**
 * Draws the same chart several times, in as many columns as have room, each below its name. Panels of a row share a
 * baseline, so that their axes line up.
 */
export function panelChart(
  panels: readonly Panel[],
  { head, least = 200, width, document: given }: PanelOptions,
): Element {
  base("panels", { width });
  const room = Math.max(1, Math.floor((width + COLUMN) / (least + COLUMN)));
  const columns = panels.length === 4 ? Math.min(2, room) : Math.min(3, room, panels.length);
  const each = Math.floor((width - (columns - 1) * COLUMN) / columns);
  const document = given ?? globalThis.document;
  const made = (tag: string, facts: Record<string, string | number>): Element => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, fact] of Object.entries(facts)) element.setAttribute(name, String(fact));
    return element;
  };
  const placed: Element[] = [];
  const put = (drawing: Element, x: number, y: number): void => {
    drawing.setAttribute("x", String(x));
    drawing.setAttribute("y", String(y));
    placed.push(drawing);
  };
  let top = 0;
  if (head) {
    put(head, 0, 0);
    top = heightOf(head);
  }
  for (let first = 0; first < panels.length; first += columns) {
    const row = panels.slice(first, first + columns).map(({ name, draw }) => ({
      lines: textLines(name, each - 8, 3, BOLD),
      drawing: draw(each),
    }));
    const named = Math.max(...row.map(({ lines }) => lines.length)) * LINE + 6;
    const tall = Math.max(...row.map(({ drawing }) => heightOf(drawing)));
    row.forEach(({ lines, drawing }, at) => {
      const x = at * (each + COLUMN);
      const text = made("text", { "font-weight": 600, fill: "currentColor", class: "panel" });
      lines.forEach((line, l) => {
        const span = made("tspan", { x: x + 4, y: top + named - 6 - (lines.length - 1 - l) * LINE });
        span.append(line);
        text.append(span);
      });
      placed.push(text);
      put(drawing, x, top + named + tall - heightOf(drawing));
    });
    top += named + tall + ROW;
  }
  const height = top - ROW;
  const root = made("svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    fill: "currentColor",
    "text-anchor": "start",
    "font-size": TEXT,
    style: "font-family:var(--sans-serif, system-ui, sans-serif);overflow:visible",
  });
  root.append(...placed);
  return root;
}

const heightOf = (drawing: Element): number => Number(drawing.getAttribute("height"));
