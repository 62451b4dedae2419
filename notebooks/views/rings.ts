import { type Network } from "../../models/core/index.ts";
import { element } from "../element.ts";
import { asText, atEachWidth, columnChoice, legend, momentsOf, momentText, type Shown } from "./figure.ts";
import { keyFault, nodeField } from "./node-field.ts";
import { coloursOf, scaleOf, whenThemeChanges } from "./palette.ts";
import { player as makePlayer, type Player } from "./player.ts";
import { type Positions } from "./positions.ts";
import { MOST_TIED, ringsDrawing, type RingsDrawing } from "./rings-drawing.ts";
import { ringPlaces, type Rings } from "./ring-places.ts";

export interface RingsOptions {
  network: Network;
  /** The key of the person in the middle at first. */
  centre: string;
  /** How many rings there are: 1 to 6. */
  degrees?: number;
  /**
   * Columns to colour people by, through time or of one moment; the first is shown at first. One colour without any.
   */
  columns?: Readonly<Record<string, Shown>>;
  /** The first ring keeps the directions of this picture. */
  positions?: Positions;
  /** What the picture shows and what to look for. */
  caption: string;
  /** Whether the reader may put others in the middle. */
  choose?: boolean;
  player?: Player;
  unit?: string;
}

/**
 * A figure of the rings around a person: `value` is that person's key, and `input` is sent when the reader puts another
 * in the middle.
 */
export type RingsView = HTMLElement & {
  /** Throws `RangeError` when set to what is nobody's key. */
  value: string;
  /** Who stands where. */
  readonly rings: Rings;
  readonly svg: SVGSVGElement;
  /** There where the columns have several moments. */
  readonly player: Player | undefined;
};

/** So many names of a ring are listed. */
const MOST_LISTED = 400;

/** "1 tie away", "2 ties away". */
const away = (distance: number): string => `${distance} ${distance === 1 ? "tie" : "ties"} away`;

/**
 * The distance rings of degrees of influence: one person in the middle, those one tie away around them,
 * and so on outward along influence; who is farther is counted, not drawn. A click puts another person in
 * the middle; so do the field of keys, the arrow keys and Enter, and the list under the picture.
 * Throws `RangeError` where something does not fit the network.
 */
export function ringsView({
  network,
  centre: first,
  degrees = 3,
  columns = {},
  positions,
  caption,
  choose = true,
  player: shared,
  unit = "step",
}: RingsOptions): RingsView {
  const names = Object.keys(columns);
  const faults: string[] = [];
  const unknown = keyFault(network, first);
  if (unknown !== undefined) faults.push(`centre must be a node's key: ${unknown}`);
  if (!Number.isInteger(degrees) || degrees < 1 || degrees > 6)
    faults.push(`degrees must be a whole number from 1 to 6, got ${degrees}`);
  if (positions && positions.length !== 2 * network.size)
    faults.push(`positions must be ${2 * network.size} numbers, got ${positions.length}`);
  if (faults.length > 0) throw new RangeError(faults.map((fault) => `rings: ${fault}`).join("\n"));
  const length = names.length > 0 ? momentsOf("rings", columns, network.size, shared) : 1;
  const player = shared ?? (length > 1 ? makePlayer({ length, unit }) : undefined);
  let shown: Shown = names.length > 0 ? columns[names[0]] : { frames: [new Uint8Array(network.size).fill(1)] };
  let scale = scaleOf(shown.frames);
  let colours: string[] = [];
  let centre = network.keys.find(first);
  let rings = ringPlaces(network, centre, degrees, positions);
  let key: HTMLElement = element("ul");

  const now = element("p", { class: "now", "aria-live": "polite" });
  const marked = element("p", { class: "now marked", "aria-live": "polite" });
  const drawing: RingsDrawing = ringsDrawing(network, { mark: tellMarked, choose: choose ? put : undefined });
  const field = choose ? nodeField({ network, label: "Person in the middle", choose: put }) : undefined;
  const text = asText(() => ({
    caption: `Ties from ${network.keys.key(centre)}${network.directed ? ", following influence outward" : ""}`,
    head: ["where", "people", ...(names.length > 0 ? [names.length > 1 ? "values" : names[0]] : []), "who"],
    rows: rings.rings
      .slice(1)
      .map((ring, at) => [
        away(at + 1),
        String(ring.length),
        ...(names.length > 0 ? [valuesOf(ring)] : []),
        listed(ring),
      ]),
  }));
  const root = element(
    "figure",
    { class: "view rings" },
    ...(field ? [field] : []),
    ...columnChoice(names, colourBy),
    drawing.svg,
    key,
    now,
    marked,
  );
  if (player && !shared) root.append(player);
  root.append(element("figcaption", {}, caption), text);

  const frame = (): ArrayLike<number> => shown.frames[Math.min(player?.value ?? 0, shown.frames.length - 1)];
  const valuesOf = (members: readonly number[]): string =>
    momentText(scale, { ...shown, frames: [members.map((i) => frame()[i])] }, 0);

  function listed(ring: readonly number[]): HTMLElement {
    const items = [...ring]
      .sort((a, b) => a - b)
      .slice(0, MOST_LISTED)
      .map((i) => {
        if (!choose) return element("li", {}, network.keys.key(i));
        const button = element("button", { type: "button" }, network.keys.key(i));
        button.addEventListener("click", () => {
          put(i);
          text.querySelector("summary")?.focus();
        });
        return element("li", {}, button);
      });
    if (ring.length > items.length) items.push(element("li", {}, `and ${ring.length - items.length} more`));
    return element("ul", { class: "people" }, ...items);
  }
  function summary(): string {
    const counts = rings.rings.slice(1).map((ring, at) => {
      const values = names.length > 0 && ring.length > 0 ? ` (${valuesOf(ring)})` : "";
      return `${away(at + 1)}: ${ring.length}${values}`;
    });
    if (rings.farther > 0) counts.push(`farther: ${rings.farther}, not drawn`);
    if (rings.apart > 0) counts.push(`no path to: ${rings.apart}, not drawn`);
    const large = rings.rings.some((ring) => ring.length > MOST_TIED)
      ? ` A ring of more than ${MOST_TIED} people is drawn as dots without ties.`
      : "";
    return `${network.keys.key(centre)} in the middle. ${counts.join("; ")}.${large}`;
  }
  function tellMarked(i: number | undefined): void {
    if (i === undefined) marked.textContent = "";
    else
      marked.textContent = `${network.keys.key(i)}, ${i === centre ? "in the middle" : away(rings.distance[i])}${names.length > 0 ? `, ${valuesOf([i])}` : ""}${choose && i !== centre ? ". Enter or a click puts them in the middle" : ""}`;
  }
  function draw(): void {
    if (colours.length === 0) return;
    drawing.colour((i) => colours[scale.of(frame()[i])]);
    const words = summary();
    if (!player?.playing) {
      now.textContent = words;
      drawing.svg.setAttribute("aria-label", `Rings of distance. ${words}`);
    }
  }
  function colourBy(name: string): void {
    shown = columns[name];
    scale = scaleOf(shown.frames);
    recolour();
    text.refresh();
  }
  function recolour(): void {
    if (!root.isConnected) return;
    colours = coloursOf(scale, root);
    const fresh = names.length > 0 ? legend(scale, colours, shown) : element("ul", { class: "legend" });
    key.replaceWith(fresh);
    key = fresh;
    draw();
  }
  /** Puts somebody in the middle, as the reader asked. */
  function put(i: number): void {
    if (i === centre) return;
    move(i);
    root.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function move(i: number): void {
    centre = i;
    rings = ringPlaces(network, centre, degrees, positions);
    field?.show(centre);
    drawing.place(rings, centre, wide);
    tellMarked(undefined);
    draw();
    text.refresh();
  }
  let wide = 0;
  function fit(width: number): void {
    wide = width;
    drawing.place(rings, centre, width);
    if (colours.length === 0) recolour();
    else draw();
  }
  function played(): void {
    draw();
    if (text.open && !player?.playing) text.refresh();
  }
  player?.addEventListener("input", played);
  player?.addEventListener("pause", played);
  root.addEventListener("input", (event) => {
    if (event.target !== root) event.stopImmediatePropagation(); // only another person in the middle is told
  });
  whenThemeChanges(root, recolour);
  atEachWidth(root, fit);
  field?.show(centre);
  return Object.defineProperties(root, {
    value: {
      get: () => network.keys.key(centre),
      set(wanted: string) {
        const fault = keyFault(network, wanted);
        if (fault !== undefined) throw new RangeError(`rings: value must be a node's key: ${fault}`);
        if (network.keys.find(wanted) !== centre) move(network.keys.find(wanted));
      },
    },
    rings: { get: () => rings },
    svg: { value: drawing.svg },
    player: { value: player },
  }) as RingsView;
}
