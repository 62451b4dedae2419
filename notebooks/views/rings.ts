import { type Network } from "../../models/core/index.ts";
import { element } from "../element.ts";
import { asText, momentsOf, type Shown } from "./figure.ts";
import { keyFault, nodeField } from "./node-field.ts";
import { player as makePlayer, type Player } from "./player.ts";
import { type Positions } from "./positions.ts";
import { ringPlaces, type Rings } from "./ring-places.ts";
import { ringsPicture } from "./rings-picture.ts";
import { ringsTable } from "./rings-text.ts";

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

/**
 * The distance rings of degrees of influence: one person in the middle, those one tie away around them,
 * and so on outward along influence; who is farther is counted, not drawn. A click puts another person in
 * the middle; so do the field of keys, the arrow keys and Enter, and the list under the picture.
 * Throws `RangeError` where something does not fit the network.
 */
export function ringsView(options: RingsOptions): RingsView {
  const { network, degrees = 3, columns = {}, positions, caption, player: shared } = options;
  check(network, options.centre, degrees, positions);
  const names = Object.keys(columns);
  const player = playerOf(options, columns);
  const choose = options.choose === false ? undefined : put;
  let centre = network.keys.find(options.centre);
  let rings = ringPlaces(network, centre, degrees, positions);

  const picture = ringsPicture({ network, columns, player, choose, changed: () => text.refresh() });
  const field = choose && nodeField({ network, label: "Person in the middle", choose });
  const text = asText(() =>
    ringsTable(network, rings, { centre, names, values: picture.values }, choose && putFromList),
  );
  const root = element("figure", { class: "view rings" }, ...(field ? [field] : []), ...picture.parts);
  if (player && !shared) root.append(player);
  root.append(element("figcaption", {}, caption), text);

  /** Puts someone in the middle, as the reader asked. */
  function put(i: number): void {
    if (i === centre) return;
    move(i);
    root.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function putFromList(i: number): void {
    put(i);
    text.querySelector("summary")?.focus();
  }
  function move(i: number): void {
    centre = i;
    rings = ringPlaces(network, centre, degrees, positions);
    field?.show(centre);
    picture.put(rings, centre);
    text.refresh();
  }
  function setTo(key: string): void {
    const fault = keyFault(network, key);
    if (fault !== undefined) throw new RangeError(`rings: value must be a node's key: ${fault}`);
    if (network.keys.find(key) !== centre) move(network.keys.find(key));
  }
  for (const kind of ["input", "pause"])
    player?.addEventListener(kind, () => {
      picture.draw();
      if (text.open && !player.playing) text.refresh();
    });
  root.addEventListener("input", (event) => {
    if (event.target !== root) event.stopImmediatePropagation(); // only another person in the middle is told
  });
  picture.put(rings, centre);
  picture.follow(root);
  field?.show(centre);
  return Object.defineProperties(root, {
    value: { get: () => network.keys.key(centre), set: setTo },
    rings: { get: () => rings },
    svg: { value: picture.svg },
    player: { value: player },
  }) as RingsView;
}

/** The player that is shared, or one of its own where the columns have several moments. */
function playerOf(
  { network, unit = "step", player }: RingsOptions,
  columns: Readonly<Record<string, Shown>>,
): Player | undefined {
  const length = Object.keys(columns).length > 0 ? momentsOf("rings", columns, network.size, player) : 1;
  return player ?? (length > 1 ? makePlayer({ length, unit }) : undefined);
}

/** Throws `RangeError` with all that does not fit the network. */
function check(network: Network, centre: string, degrees: number, positions: Positions | undefined): void {
  const faults: string[] = [];
  const unknown = keyFault(network, centre);
  if (unknown !== undefined) faults.push(`centre must be a node's key: ${unknown}`);
  if (!Number.isInteger(degrees) || degrees < 1 || degrees > 6)
    faults.push(`degrees must be a whole number from 1 to 6, got ${degrees}`);
  if (positions && positions.length !== 2 * network.size)
    faults.push(`positions must be ${2 * network.size} numbers, got ${positions.length}`);
  if (faults.length > 0) throw new RangeError(faults.map((fault) => `rings: ${fault}`).join("\n"));
}
