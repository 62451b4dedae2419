import { type Network } from "../../models/core/index.ts";
import { element } from "../element.ts";
import { columnPaint } from "./column-paint.ts";
import { columnChoice, momentsOf, momentText, type Shown } from "./figure.ts";
import { lookIn, networkDrawing } from "./network-drawing.ts";
import { networkView } from "./network.ts";
import { nodeField, shortened } from "./node-field.ts";
import { whenThemeChanges } from "./palette.ts";
import { bestTied, button, personFacts } from "./person-facts.ts";
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

/**
 * A large network to zoom, pan and search. A click or the field chooses a person and tells what is known
 * of them and whom they are tied to; the others fade. Arrow keys move the picture, + and − zoom, 0 shows
 * all. It fills by turns, but handing 20,000 people and 60,000 ties to the drawing holds the page once,
 * for 0.3 s. Where the browser has no WebGL it is a `networkView` that says so. Throws `RangeError` where
 * sizes do not fit.
 */
export function explorer(options: ExplorerOptions): Explorer {
  const { network, positions, columns, caption } = options;
  const { size, keys } = network;
  check(size, positions, columns);
  if (!hasWebGL()) return still(options);
  const paint = columnPaint(columns, size);
  let chosen: number | undefined;

  const box = walkBox(network, momentText(paint.scale, paint.shown, 0));
  const now = element("p", { class: "now" });
  const facts = element("div", { class: "facts", "aria-live": "polite" });
  const field = nodeField({ network, label: "Find a person", choose: (i) => choose(i, true) });
  const root = element("figure", { class: "view explorer" });
  const held = stageIn(root, box, () => {
    tellColours();
    const look = { label: (i: number) => shortened(keys.key(i), 30), colour: paint.at(0) };
    const made = stage({ network, positions, box, ...look, choose: (i) => choose(i, false) });
    void made.ready.then(() => made.choose(chosen));
    return made;
  });
  const menus = element("div", { class: "menus" }, field, ...columnChoice(Object.keys(columns), colourBy));
  root.append(menus, box, moveButtons(held), paint.key, now, facts);
  root.append(element("figcaption", {}, caption), bestTied(network, columns));

  function colourBy(name: string): void {
    paint.choose(name);
    tellColours();
  }
  function tellColours(): void {
    paint.refresh(root);
    now.textContent = momentText(paint.scale, paint.shown, 0);
    held.stage?.colour(paint.at(0));
  }
  function choose(i: number | undefined, go: boolean): void {
    chosen = i;
    held.stage?.choose(i);
    if (i !== undefined) {
      field.show(i);
      if (go) held.stage?.visit(i);
    }
    facts.replaceChildren(...(i === undefined ? [] : personFacts(network, columns, i, goTo)));
    root.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function goTo(i: number): void {
    choose(i, true);
    box.focus(); // the list that held the focus is gone
  }
  movedByKeys(box, held, { chosen: () => chosen !== undefined, leave: () => choose(undefined, false) });
  whenThemeChanges(root, () => {
    held.stage?.theme();
    tellColours();
  });
  return Object.defineProperties(root, {
    value: { get: () => (chosen === undefined ? undefined : keys.key(chosen)) },
    walkable: { value: true },
    ready: { value: held.ready },
    canvas: { get: () => held.stage?.picture() ?? element("canvas", { width: 0, height: 0 }) },
    drawing: {
      value: () => networkDrawing({ network, positions, frame: paint.shown.frames[0], ...lookIn(root, paint.scale) }),
    },
  }) as Explorer;
}

/** Where the network is drawn; has the keyboard. */
const walkBox = ({ size, edges }: Network, words: string): HTMLElement =>
  element("div", {
    class: "walk",
    role: "application",
    tabindex: 0,
    "aria-roledescription": "network: arrow keys move it, plus and minus zoom, 0 shows all",
    "aria-label": `Network of ${size} people and ${edges} ties. ${words}`,
  });

const moveButtons = (held: Pick<Held, "stage">): HTMLElement =>
  element(
    "p",
    { class: "tools" },
    button("Zoom in", () => held.stage?.zoom(1 / 1.5)),
    button("Zoom out", () => held.stage?.zoom(1.5)),
    button("Show all", () => held.stage?.fit()),
  );

/** A stage while there is one, and a promise fulfilled once the first is filled. */
interface Held {
  readonly stage: Stage | undefined;
  readonly ready: Promise<void>;
}

/** Keeps a stage in a box while the box is in the page: a browser has room for few such drawings at once. */
function stageIn(root: HTMLElement, box: HTMLElement, make: () => Stage): Held {
  let made: Stage | undefined;
  let filled: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (filled = resolve));
  new ResizeObserver(() => {
    if (!root.isConnected) {
      made?.end();
      made = undefined;
    } else if (!made && box.clientWidth > 0) {
      made = make();
      void made.ready.then(filled);
    }
  }).observe(box);
  return {
    get stage() {
      return made;
    },
    ready,
  };
}

/** Throws `RangeError` unless every person has a place and every column one moment. */
function check(size: number, positions: Positions, columns: ExplorerOptions["columns"]): void {
  if (positions.length !== 2 * size)
    throw new RangeError(`explorer: positions must be ${2 * size} numbers, got ${positions.length}`);
  const moments = momentsOf("explorer", columns, size);
  if (moments > 1) throw new RangeError(`explorer: columns must have one moment, got ${moments}`);
}

/** Lets keys move the picture; `leave` hears Escape while someone is chosen. */
function movedByKeys(
  box: HTMLElement,
  held: Held,
  { chosen, leave }: { chosen: () => boolean; leave: () => void },
): void {
  box.addEventListener("keydown", (event) => {
    if (!held.stage || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && chosen()) leave();
    else if (!moved(held.stage, event.key)) return;
    event.preventDefault();
  });
}

/** Moves the picture as a key says; false for other keys. */
function moved(made: Stage, key: string): boolean {
  const pan = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key];
  if (pan) made.pan(pan[0], pan[1]);
  else if (key === "+" || key === "=") made.zoom(1 / 1.5);
  else if (key === "-") made.zoom(1.5);
  else if (key === "0") made.fit();
  else return false;
  return true;
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
