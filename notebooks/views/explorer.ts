import { significant } from "../../models/studies/telling/numbers.ts";
import { type Network } from "../../models/core/index.ts";
import { element } from "../element.ts";
import { groundOf } from "./download.ts";
import { asText, columnChoice, legend, momentsOf, momentText, type Shown } from "./figure.ts";
import { networkDrawing } from "./network-drawing.ts";
import { networkView } from "./network.ts";
import { nodeField, shortened } from "./node-field.ts";
import { coloursOf, readColours, scaleOf, whenThemeChanges } from "./palette.ts";
import { type Positions } from "./positions.ts";
import { stage, type Stage } from "./stage.ts";

export interface ExplorerOptions {
  network: Network;
  /** As `positionsInWorker` makes them. */
  positions: Positions;
  /** Columns of one moment, by name; people are coloured by the first at first. */
  columns: Readonly<Record<string, Shown>>;
  /** What the picture shows and what to look for. */
  caption: string;
}

/**
 * A figure to walk about in; its value is the key of the person chosen, undefined for none, and it sends `input` when
 * that changes.
 */
export type Explorer = HTMLElement & {
  readonly value: string | undefined;
  /** Whether the browser draws it; where it cannot, a still network stands there. */
  readonly walkable: boolean;
  /** Fulfilled once everybody is drawn. */
  readonly ready: Promise<void>;
  /** A copy of what is in sight; empty before anybody is drawn. */
  readonly canvas: HTMLCanvasElement;
  /**
   * All of it as a drawing for a file, in the colours of the column shown; throws `RangeError` above `MOST_DRAWN` ties.
   */
  drawing(): SVGSVGElement;
};

/** So many neighbours of a person are listed, and so many people in the table. */
const MOST_LISTED = 60;

/**
 * A large network to zoom, pan and search. A click or the field chooses a person and tells what is known
 * of them and whom they are tied to; the others fade. Arrow keys move the picture, + and − zoom, 0 shows
 * all. It fills by turns, but handing 20,000 people and 60,000 ties to the drawing holds the page once,
 * for 0.3 s. Where the browser has no WebGL it is a `networkView` that says so. Throws `RangeError` where
 * sizes do not fit.
 */
export function explorer({ network, positions, columns, caption }: ExplorerOptions): Explorer {
  const { size, keys, directed, out } = network;
  if (positions.length !== 2 * size)
    throw new RangeError(`explorer: positions must be ${2 * size} numbers, got ${positions.length}`);
  const moments = momentsOf("explorer", columns, size);
  if (moments > 1) throw new RangeError(`explorer: columns must have one moment, got ${moments}`);
  if (!hasWebGL()) return still({ network, positions, columns, caption });
  const names = Object.keys(columns);
  let shown = columns[names[0]];
  let scale = scaleOf(shown.frames);
  let chosen: number | undefined;
  let made: Stage | undefined;
  let key: HTMLElement = element("ul");
  let drawn: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (drawn = resolve));

  const box = element("div", {
    class: "walk",
    role: "application",
    tabindex: 0,
    "aria-roledescription": "network: arrow keys move it, plus and minus zoom, 0 shows all",
    "aria-label": `Network of ${size} people and ${network.edges} ties. ${momentText(scale, shown, 0)}`,
  });
  const button = (text: string, act: () => void): HTMLButtonElement => {
    const one = element("button", { type: "button" }, text);
    one.addEventListener("click", act);
    return one;
  };
  const tools = element(
    "p",
    { class: "tools" },
    button("Zoom in", () => made?.zoom(1 / 1.5)),
    button("Zoom out", () => made?.zoom(1.5)),
    button("Show all", () => made?.fit()),
  );
  const now = element("p", { class: "now" });
  const facts = element("div", { class: "facts", "aria-live": "polite" });
  const field = nodeField({ network, label: "Find a person", choose: (i) => choose(i, true) });
  const text = asText(() => ({
    caption: `${size > MOST_LISTED ? `The ${MOST_LISTED}` : "All"} people with the most ties`,
    head: ["who", directed ? "influences" : "ties", ...names],
    rows: Array.from(network.nodes)
      .sort((a, b) => out.degree(b) - out.degree(a) || a - b)
      .slice(0, MOST_LISTED)
      .map((i) => [keys.key(i), String(out.degree(i)), ...names.map((name) => valueText(columns[name], i))]),
  }));
  const root = element(
    "figure",
    { class: "view explorer" },
    element("div", { class: "menus" }, field, ...columnChoice(names, colourBy)),
    box,
    tools,
    key,
    now,
    facts,
    element("figcaption", {}, caption),
    text,
  );

  function colourBy(name: string): void {
    shown = columns[name];
    scale = scaleOf(shown.frames);
    tellColours();
    made?.colour(colourNow());
  }
  function colourNow(): (i: number) => string {
    const colours = coloursOf(scale, root);
    const [frame] = shown.frames;
    return (i) => colours[scale.of(frame[i])];
  }
  function tellColours(): void {
    const colours = coloursOf(scale, root);
    const fresh = legend(scale, colours, shown);
    key.replaceWith(fresh);
    key = fresh;
    now.textContent = momentText(scale, shown, 0);
  }
  function choose(i: number | undefined, go: boolean): void {
    chosen = i;
    made?.choose(i);
    if (i !== undefined) {
      field.show(i);
      if (go) made?.visit(i);
    }
    facts.replaceChildren(...(i === undefined ? [] : factsOf(i)));
    root.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function factsOf(i: number): HTMLElement[] {
    const values = names.map((name) => `${name}: ${valueText(columns[name], i)}`).join("; ");
    const lists = directed
      ? [listOf("Influences", out, i), listOf("Is influenced by", network.in, i)]
      : [listOf("Tied with", out, i)];
    return [element("p", {}, element("strong", {}, keys.key(i)), `. ${values}.`), ...lists];
  }
  function listOf(word: string, { offsets, targets }: Network["out"], i: number): HTMLElement {
    const others = [...targets.subarray(offsets[i], offsets[i + 1])];
    const items = others.slice(0, MOST_LISTED).map((j) =>
      element(
        "li",
        {},
        button(keys.key(j), () => {
          choose(j, true);
          box.focus(); // the list that held the focus is gone
        }),
      ),
    );
    if (others.length > items.length) items.push(element("li", {}, `and ${others.length - items.length} more`));
    return element(
      "div",
      {},
      element("p", {}, `${word} ${others.length}:`),
      element("ul", { class: "people" }, ...items),
    );
  }
  box.addEventListener("keydown", (event) => {
    if (!made || event.altKey || event.ctrlKey || event.metaKey) return;
    const pan = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (pan) made.pan(pan[0], pan[1]);
    else if (event.key === "+" || event.key === "=") made.zoom(1 / 1.5);
    else if (event.key === "-") made.zoom(1.5);
    else if (event.key === "0") made.fit();
    else if (event.key === "Escape" && chosen !== undefined) choose(undefined, false);
    else return;
    event.preventDefault();
  });
  /** Stands while it is in the page; a browser has room for few such drawings at once. */
  new ResizeObserver(() => {
    if (!root.isConnected) {
      made?.end();
      made = undefined;
      return;
    }
    if (made || box.clientWidth === 0) return;
    made = stage({
      network,
      positions,
      box,
      label: (i) => shortened(keys.key(i), 30),
      colour: colourNow(),
      choose: (i) => choose(i, false),
    });
    tellColours();
    void made.ready.then(() => {
      if (chosen !== undefined) made?.choose(chosen);
      drawn();
    });
  }).observe(box);
  whenThemeChanges(root, () => {
    made?.theme();
    tellColours();
    made?.colour(colourNow());
  });
  function drawing(): SVGSVGElement {
    return networkDrawing({
      network,
      positions,
      frame: shown.frames[0],
      scale,
      colours: coloursOf(scale, root),
      edge: readColours(root)("edge"),
      ground: groundOf(root),
    });
  }
  return Object.defineProperties(root, {
    value: { get: () => (chosen === undefined ? undefined : keys.key(chosen)) },
    walkable: { value: true },
    ready: { value: ready },
    canvas: { get: () => made?.picture() ?? element("canvas", { width: 0, height: 0 }) },
    drawing: { value: drawing },
  }) as Explorer;
}

function valueText({ frames, labels = {} }: Shown, i: number): string {
  const value = frames[0][i];
  return Number.isNaN(value) ? "missing" : (labels[value] ?? significant(value, 4));
}

function still(options: ExplorerOptions): Explorer {
  const view = networkView(options);
  view.prepend(
    element(
      "p",
      { class: "now" },
      "This browser has no WebGL, so the network cannot be walked about in; it stands still.",
    ),
  );
  return Object.defineProperties(view, {
    value: { value: undefined },
    walkable: { value: false },
    ready: { value: Promise.resolve() },
  }) as unknown as Explorer;
}

function hasWebGL(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext(); // only asked, and there is room for few
  return context !== null;
}
