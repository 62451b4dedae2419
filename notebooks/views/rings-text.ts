import { type Network } from "../../models/core/index.ts";
import { element } from "../element.ts";
import { type TextTable } from "./figure.ts";
import { type Rings } from "./ring-places.ts";
import { MOST_TIED } from "./rings-layout.ts";

/** So many names of a ring are listed. */
const MOST_LISTED = 400;

/** The values of some people in words; undefined where there are none to show. */
type Values = ((members: readonly number[]) => string) | undefined;

/** "1 tie away", "2 ties away". */
const away = (distance: number): string => `${distance} ${distance === 1 ? "tie" : "ties"} away`;

/** How many people stand on each ring and beyond, with their values. */
export function ringsSummary({ rings, farther, apart }: Rings, centre: string, values: Values): string {
  const counts = rings.slice(1).map((ring, at) => {
    const own = values && ring.length > 0 ? ` (${values(ring)})` : "";
    return `${away(at + 1)}: ${ring.length}${own}`;
  });
  if (farther > 0) counts.push(`farther: ${farther}, not drawn`);
  if (apart > 0) counts.push(`no path to: ${apart}, not drawn`);
  const large = rings.some((ring) => ring.length > MOST_TIED)
    ? ` A ring of more than ${MOST_TIED} people is drawn as dots without ties.`
    : "";
  return `${centre} in the middle. ${counts.join("; ")}.${large}`;
}

/** One person, how far away they are, their values and how to put them in the middle. */
export function markedText(key: string, distance: number, values: string | undefined, choose: boolean): string {
  const place = distance === 0 ? "in the middle" : away(distance);
  const how = choose && distance > 0 ? ". Enter or a click puts them in the middle" : "";
  return `${key}, ${place}${values === undefined ? "" : `, ${values}`}${how}`;
}

/** Who stands on each ring, as a table; `choose` puts one of them in the middle. */
export function ringsTable(
  { keys, directed }: Network,
  { rings }: Rings,
  { centre, names, values }: { centre: number; names: readonly string[]; values: Values },
  choose: ((i: number) => void) | undefined,
): TextTable {
  const list = (ring: readonly number[]): HTMLElement => {
    const items = [...ring]
      .sort((a, b) => a - b)
      .slice(0, MOST_LISTED)
      .map((i) => {
        if (!choose) return element("li", {}, keys.key(i));
        const button = element("button", { type: "button" }, keys.key(i));
        button.addEventListener("click", () => choose(i));
        return element("li", {}, button);
      });
    if (ring.length > items.length) items.push(element("li", {}, `and ${ring.length - items.length} more`));
    return element("ul", { class: "people" }, ...items);
  };
  return {
    caption: `Ties from ${keys.key(centre)}${directed ? ", following influence outward" : ""}`,
    head: ["where", "people", ...(values ? [names.length > 1 ? "values" : names[0]] : []), "who"],
    rows: rings
      .slice(1)
      .map((ring, at) => [away(at + 1), String(ring.length), ...(values ? [values(ring)] : []), list(ring)]),
  };
}
