import { complexContagion } from "../../models/cascades/complex-contagion.ts";
import { crowdOf } from "../../models/cascades/crowd.ts";
import { type Values, whole } from "../../models/core/index.ts";
import { element, svgElement } from "../element.ts";
import { noun } from "../exact.ts";
import { ovationText } from "../study/commands.ts";
import { downloads } from "../views/download.ts";
import { record } from "../views/frames.ts";
import { player as makePlayer, type Player } from "../views/player.ts";

const PEOPLE = 100;

/** The one person of the crowd whose threshold is changed. */
export const riotParameters = {
  person: whole(1, {
    min: 0,
    max: PEOPLE - 1,
    about: "the person whose threshold you change, by the threshold they had",
    unit: "person",
  }),
  becomes: whole(2, { min: 0, max: PEOPLE, about: "how many must riot before this person joins", unit: "people" }),
};
export type Change = Values<typeof riotParameters>;

/** Changes worth trying. */
export const riotPresets = [
  { name: "No change", about: "thresholds 0, 1, 2 … 99", values: { person: 1, becomes: 1 } },
  { name: "50 becomes 51", about: "one person in the middle waits for one more", values: { person: 50, becomes: 51 } },
  { name: "0 becomes 1", about: "nobody begins", values: { person: 0, becomes: 1 } },
];

/** Thresholds 0 … 99, except the one that is changed. */
const thresholdsOf = ({ person, becomes }: Change): number[] =>
  Array.from({ length: PEOPLE }, (_, i) => (i === person ? becomes : i));

/** Who riots, round by round, in the crowd with this change. */
export interface Riot {
  thresholds: number[];
  /** Round in which each person joined, −1 for never: one array per moment. */
  frames: ArrayLike<number>[];
  rioters: number;
  rounds: number;
}
export function riotOf(change: Change): Riot {
  const thresholds = thresholdsOf(change);
  const { columns, measures } = record(complexContagion, crowdOf(thresholds), {
    columns: ["reached"],
    parameters: { thresholds: "own", seedCount: 0 },
  });
  const { reach, rounds } = measures[measures.length - 1];
  return { thresholds, frames: columns.reached, rioters: reach, rounds };
}

/** The command that runs the same crowd, from the file of its people. */
export const riotCommand = (): string =>
  ovationText([
    "run",
    complexContagion.name,
    "--network",
    `complete:nodes=${PEOPLE}`,
    "--nodes",
    "riot-people.csv",
    "--set",
    "thresholds=own",
    "--set",
    "seedCount=0",
    "--replicates",
    1,
  ]);

/** A figure of the crowd; its player has the round. */
export type RiotView = HTMLElement & { readonly player: Player; readonly svg: SVGSVGElement };

const [COLUMNS, CELL] = [10, 46];

/**
 * The crowd as squares, each with its threshold: filled for people who riot, hollow for the others, and a second
 * frame for the person whose threshold was changed. Clicking a person calls `choose`; by keyboard the form does the
 * same.
 */
export function riotView(
  { thresholds, frames, rioters }: Riot,
  { person }: Change,
  caption: string,
  choose: (person: number) => void,
): RiotView {
  const side = COLUMNS * CELL;
  const svg = svgElement("svg", {
    class: "riot",
    role: "img",
    viewBox: `0 0 ${side} ${side}`,
    width: side,
    height: side,
  });
  const people = thresholds.map((threshold, i) => {
    const [x, y] = [(i % COLUMNS) * CELL, Math.floor(i / COLUMNS) * CELL];
    const body = svgElement("rect", { x: x + 5, y: y + 5, width: CELL - 10, height: CELL - 10, rx: 5 });
    const frame =
      i === person
        ? [svgElement("rect", { x: x + 1.5, y: y + 1.5, width: CELL - 3, height: CELL - 3, rx: 7, class: "changed" })]
        : [];
    const one = svgElement(
      "g",
      {},
      ...frame,
      body,
      svgElement("text", { x: x + CELL / 2, y: y + CELL / 2 }, String(threshold)),
    );
    one.addEventListener("click", () => {
      choose(i);
    });
    svg.append(one);
    return one;
  });
  const player = makePlayer({ length: frames.length, unit: "round", speed: 20 });
  const told = element("p", { class: "now" });
  const rows = thresholds.map((threshold, key) => ({ key, threshold }));
  const figure = element(
    "figure",
    { class: "view" },
    svg,
    told,
    player,
    element("figcaption", {}, caption),
    downloads({ name: "riot people", chart: svg, rows }),
  );

  function draw(): void {
    const frame = frames[player.value];
    people.forEach((one, i) => one.classList.toggle("riots", frame[i] >= 0));
    const now = Array.from(frame).filter((round) => round >= 0).length;
    const text = `Round ${player.value}: ${now} ${noun(now, "riots", "riot")}. In the end ${rioters} ${noun(rioters, "does", "do")}.`;
    told.textContent = text;
    if (!player.playing) svg.setAttribute("aria-label", `A crowd of ${PEOPLE}, each with a threshold. ${text}`);
  }
  player.addEventListener("input", draw);
  player.addEventListener("pause", draw);
  player.value = frames.length - 1; // shown complete at first; Play starts it from the beginning
  draw();
  return Object.defineProperties(figure, { player: { value: player }, svg: { value: svg } }) as RiotView;
}
