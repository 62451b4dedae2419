import { significant } from "../../models/studies/telling/numbers.ts";
import { type Network } from "../../models/core/index.ts";
import { element, ownId } from "../element.ts";
import { matrixDrawing } from "./adjacency-drawing.ts";
import { arcBetween, type Order, type Ordered, orderedNodes, ORDERS } from "./adjacency-order.ts";
import { asText, atEachWidth, columnChoice, legend, momentsOf, momentText, type Shown } from "./figure.ts";
import { coloursOf, scaleOf, whenThemeChanges } from "./palette.ts";

export interface AdjacencyOptions {
  network: Network;
  /** In what order people stand at first. */
  order?: Order;
  /** Columns of one moment that colour the edge of the matrix; the first is shown at first. */
  columns?: Readonly<Record<string, Shown>>;
  /** What the picture shows and what to look for. */
  caption: string;
  /** Larger networks are refused. */
  most?: number;
}

/** A figure of a network as a matrix; its value is the order, and it sends `input` when the reader takes another. */
export type AdjacencyView = HTMLElement & { readonly value: Order; readonly svg: SVGSVGElement };

const MOST = 200;

/**
 * A small network as a matrix: the person of a row influences the person of a column where their cell
 * is filled, the stronger the tie the darker. Hovering, or the arrow keys, tell each pair in words.
 * Throws `RangeError` where there are more people than `most`, or columns do not fit.
 */
export function adjacencyView(options: AdjacencyOptions): AdjacencyView {
  const { network, order = "community", columns = {}, caption, most = MOST } = options;
  const { size, directed } = network;
  check(network, order, columns, most);
  const names = Object.keys(columns);
  let by = order;
  let ordered: Ordered = orderedNodes(network, by);
  let shown: Shown | undefined = names.length > 0 ? columns[names[0]] : undefined;
  let key: HTMLElement = element("ul");
  let wide = 0;

  const usual = ruleOf(network);
  const pair = element("p", { class: "now", "aria-live": "polite" }, usual);
  const drawing = matrixDrawing(network, {
    tell: (row, column) =>
      (pair.textContent = row === undefined || column === undefined ? usual : pairText(network, row, column)),
  });
  const text = asText(() => ({
    caption: directed ? "Whom each person influences" : "With whom each person is tied",
    head: ["who", "how many", directed ? "influences" : "tied with"],
    rows: ordered.nodes.map((i) => contactsOf(network, i)),
  }));
  const menus = element("div", { class: "menus" }, orderChoice(by, orderBy), ...columnChoice(names, colourBy));
  const root = element("figure", { class: "view adjacency" }, menus, drawing.svg, key, pair);
  root.append(element("figcaption", {}, caption), text);

  function orderBy(to: Order): void {
    by = to;
    ordered = orderedNodes(network, by);
    draw();
    text.refresh();
    root.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function colourBy(name: string): void {
    shown = columns[name];
    draw();
  }
  function draw(): void {
    if (wide === 0) return;
    const scale = shown && scaleOf(shown.frames);
    const colours = scale && coloursOf(scale, root);
    const [frame] = shown?.frames ?? [];
    drawing.draw(ordered, wide, scale && colours ? (i) => colours[scale.of(frame[i])] : undefined);
    const fresh = scale && colours && shown ? legend(scale, colours, shown) : element("ul", { class: "legend" });
    key.replaceWith(fresh);
    key = fresh;
    const blocks = by === "community" ? `, in ${communities(ordered.starts.length)}` : "";
    const values = scale && shown ? ` ${momentText(scale, shown, 0)}.` : "";
    const label = `Matrix of ${size} people and ${network.edges} ties, ordered by ${by}${blocks}. ${usual}${values}`;
    drawing.svg.setAttribute("aria-label", label);
  }
  atEachWidth(root, (width) => {
    wide = width;
    draw();
  });
  whenThemeChanges(root, draw);
  return Object.defineProperties(root, { value: { get: () => by }, svg: { value: drawing.svg } }) as AdjacencyView;
}

/** Throws `RangeError` where the network is too large, the order unknown or a column has more than one moment. */
function check({ size }: Network, order: string, columns: Readonly<Record<string, Shown>>, most: number): void {
  if (size > most)
    throw new RangeError(
      `adjacency: a network must have at most ${most} nodes to be read as a matrix, got ${size}; show it by networkView or explorer`,
    );
  if (!(ORDERS as readonly string[]).includes(order))
    throw new RangeError(`adjacency: order must be one of ${ORDERS.join(", ")}, got ${order}`);
  const [first] = Object.values(columns) as (Shown | undefined)[];
  if (first && momentsOf("adjacency", columns, size) > 1)
    throw new RangeError(`adjacency: columns must have one moment, got ${first.frames.length}`);
}

/** A menu of the orders in which people can stand. */
function orderChoice(first: Order, take: (order: Order) => void): HTMLElement {
  const id = ownId("order");
  const select = element("select", { id }, ...ORDERS.map((name) => element("option", {}, name)));
  select.value = first;
  select.addEventListener("input", (event) => {
    event.stopPropagation();
    take(select.value as Order);
  });
  return element("p", { class: "column" }, element("label", { for: id }, "Order by "), select);
}

/** What a filled cell means, and what its shade does. */
function ruleOf({ directed, out: { weights } }: Network): string {
  const rule = directed
    ? "A filled cell means: the person of the row influences the person of the column."
    : "A filled cell means: the person of the row and that of the column are tied; each tie is there twice.";
  const [low, high] = weights ? weightRange(weights) : [0, 0];
  return high > low ? `${rule} Pale is a weight of ${plainWeight(low)}, strong one of ${plainWeight(high)}.` : rule;
}

/** A person, how many contacts they have, and the contacts with their weights. */
function contactsOf({ keys, out }: Network, i: number): string[] {
  const others = Array.from(
    out.targets.subarray(out.offsets[i], out.offsets[i + 1]),
    (j, at) => `${keys.key(j)}${out.weights ? ` (${plainWeight(out.weights[out.offsets[i] + at])})` : ""}`,
  );
  return [keys.key(i), String(others.length), others.join(", ") || "nobody"];
}

const communities = (count: number): string => `${count} ${count === 1 ? "community" : "communities"}`;

/** What a pair is to each other, in words. */
export function pairText(network: Network, row: number, column: number): string {
  const { keys, directed, out } = network;
  const [a, b] = [keys.key(row), keys.key(column)];
  if (row === column) return `${a} and themselves: no cell can be filled`;
  const strength = (arc: number): string => (out.weights ? `, weight ${plainWeight(out.weights[arc])}` : "");
  const there = arcBetween(network, row, column);
  if (!directed) return there < 0 ? `${a} and ${b}: no tie` : `${a} and ${b}: tied${strength(there)}`;
  const back = arcBetween(network, column, row);
  const one = there < 0 ? `${a} does not influence ${b}` : `${a} influences ${b}${strength(there)}`;
  return `${one}; ${back < 0 ? `${b} does not influence ${a}` : `${b} influences ${a}${strength(back)}`}`;
}

const plainWeight = (weight: number): string => significant(weight, 4);

/** The least and the most weight; of no ties both 0. */
export function weightRange(weights: Float64Array): [number, number] {
  if (weights.length === 0) return [0, 0];
  return weights.reduce<[number, number]>(
    ([low, high], weight) => [Math.min(low, weight), Math.max(high, weight)],
    [Infinity, -Infinity],
  );
}
