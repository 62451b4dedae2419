import { independentCascade } from "../../models/cascades/independent-cascade.ts";
import { type Network } from "../../models/core/index.ts";
import { element } from "../element.ts";
import { downloads } from "../views/download.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { record } from "../views/frames.ts";
import { ringsView, type RingsView } from "../views/rings.ts";

export interface PersonOptions {
  network: Network;
  /** The key of the person in the middle at first. */
  centre: string;
  /** How many rings, and how many rounds. */
  degrees: number;
  /** Chance that a tie passes the recommendation on. */
  probability: number;
  seed: string;
  world: number;
  /** 1 = has the trait. */
  trait: Uint8Array;
  caption: string;
}
/**
 * An element whose value is the key of the person in the middle; it sends `input` when the reader chooses another.
 */
export type PersonView = HTMLElement & { readonly value: string };

/** Elements that may have the focus when another person is chosen, and get it back in the new picture. */
const HOLDERS = ["svg", "input", "summary", "details"];

/**
 * The rings around a person, and one recommendation that begins there, round by round. Each person put in the middle
 * begins their own recommendation in the same world, with the same draws for each tie.
 */
export function personView(options: PersonOptions): PersonView {
  const root = element("div");
  let view: RingsView | undefined;
  function put(key: string): void {
    const { rings: fresh, files } = ringsAround(key, options);
    fresh.addEventListener("input", (event) => {
      event.stopPropagation();
      put(fresh.value);
      root.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const before = view;
    const held = before && HOLDERS.find((holder) => before.querySelector(holder)?.contains(document.activeElement));
    const colour = before?.querySelector("select")?.value;
    root.replaceChildren(fresh, files);
    view = fresh;
    restore(fresh, held, colour);
  }
  put(options.centre);
  return Object.defineProperties(root, { value: { get: () => view?.value } }) as unknown as PersonView;
}

/** The rings around one person with the recommendation played to its end, and the downloads below them. */
function ringsAround(
  key: string,
  { network, degrees, probability, seed, world, trait, caption }: PersonOptions,
): { rings: RingsView; files: HTMLElement } {
  const { columns } = record(independentCascade, network, {
    columns: ["reached"],
    parameters: { probability, seeds: [key] },
    seed,
    world,
    steps: degrees,
  });
  const frames = columns.reached.map((frame) => Uint8Array.from(frame, (round) => (round >= 0 ? 1 : 0)));
  const rings = ringsView({
    network,
    degrees,
    caption,
    unit: "round",
    centre: key,
    columns: {
      recommendation: {
        frames,
        about: "who has received the recommendation",
        labels: { 0: "not reached", 1: "reached" },
      },
      trait: {
        frames: frames.map(() => trait),
        about: "who has the trait that is copied",
        labels: { 0: "does not have it", 1: "has it" },
      },
    },
  });
  if (rings.player) rings.player.value = rings.player.length - 1;
  const last = columns.reached[columns.reached.length - 1];
  const rows = (): DataRow[] =>
    rings.rings.rings.flatMap((ring, distance) =>
      ring.map((i) => ({
        person: network.keys.key(i),
        distance,
        round: last[i] < 0 ? null : last[i],
        trait: trait[i],
      })),
    );
  return { rings, files: downloads({ name: `rings around ${key}`, chart: () => rings.svg, rows }) };
}

/** Gives a new picture the colours and the focus that the previous one had. */
function restore(fresh: RingsView, held: string | undefined, colour: string | undefined): void {
  const column = fresh.querySelector("select");
  if (column && colour !== undefined && colour !== column.value) {
    column.value = colour;
    column.dispatchEvent(new Event("input"));
  }
  if (held === "details") fresh.querySelector("details")!.open = true;
  if (held !== undefined) fresh.querySelector<HTMLElement>(held === "details" ? "summary" : held)?.focus();
}
