import { chartFigure } from "../charts/figure.ts";
import { element, svgElement } from "../element.ts";
import { player as makePlayer, type Player } from "../views/player.ts";
import { optionName, type Queue, type Turn } from "./queue.ts";

export interface QueueViewOptions {
  queue: Queue;
  /** In pixels. */
  width: number;
  caption: string;
}
/** A figure of a queue; its player has how many have chosen. */
export type QueueView = HTMLElement & { readonly player: Player; readonly svg: SVGSVGElement };

const CELL = { wide: 40, high: 104 };
const NAMES = 64;

/**
 * A queue, person by person: the signal above, the choice below, a bar between them where a cascade left
 * the signal no say, and news as a diamond before whoever heard it first. A disc is A and a square B; a
 * cross marks the wrong choice. It breaks into lines where the page is narrow.
 */
export function queueView({ queue: { truth, turns }, width, caption }: QueueViewOptions): QueueView {
  const columns = Math.max(4, Math.min(turns.length, Math.floor((width - NAMES) / CELL.wide)));
  const lines = Math.ceil(turns.length / columns);
  const svg = svgElement("svg", {
    class: "queue-view",
    width: NAMES + columns * CELL.wide,
    height: lines * CELL.high,
    viewBox: `0 0 ${NAMES + columns * CELL.wide} ${lines * CELL.high}`,
  });
  for (let line = 0; line < lines; line++) {
    for (const [word, y] of [
      ["number", 14],
      ["signal", 38],
      ["choice", 72],
    ] as const)
      svg.append(svgElement("text", { x: 0, y: line * CELL.high + y, class: "name" }, word));
  }
  const people = turns.map((turn, at) => {
    const person = svgElement(
      "g",
      {
        transform: `translate(${NAMES + (at % columns) * CELL.wide + CELL.wide / 2} ${Math.floor(at / columns) * CELL.high})`,
      },
      ...drawn(turn, truth),
    );
    svg.append(person);
    return person;
  });
  const player = makePlayer({ length: turns.length + 1, unit: "person", speed: 2 });
  const now = element("p", { class: "now" });
  const root = chartFigure({
    name: "one queue",
    chart: svg,
    caption,
    text: "",
    rows: turns.map((turn) => rowOf(turn, truth)),
  });
  svg.after(keyList(turns), now, player);

  function draw(): void {
    people.forEach((person, at) => {
      person.setAttribute("visibility", at < player.value ? "visible" : "hidden");
    });
    const text =
      player.value === 0
        ? `Nobody has chosen yet. ${optionName(truth)} is right.`
        : momentText(turns, player.value, truth);
    now.textContent = text;
    if (!player.playing) svg.setAttribute("aria-label", text);
  }
  player.addEventListener("input", draw);
  player.addEventListener("pause", draw);
  player.value = turns.length; // a queue is read whole; played, it fills from the front
  draw();
  return Object.defineProperties(root, { player: { value: player }, svg: { value: svg } }) as QueueView;
}

/** One person around x = 0. */
function drawn({ turn, signal, choice, cascade, news }: Turn, truth: number): SVGElement[] {
  const parts: SVGElement[] = [
    svgElement("text", { x: 0, y: 14, class: "number" }, String(turn)),
    ...shape(signal, 34, 8, "hollow"),
    ...shape(choice, 67, 12, ""),
  ];
  if (cascade !== undefined)
    parts.push(
      svgElement("rect", { x: -CELL.wide / 2, y: 47, width: CELL.wide, height: 4, class: `held ${kind(cascade)}` }),
    );
  if (choice !== truth) parts.push(svgElement("path", { d: "M-4 82l8 8m0-8l-8 8", class: "cross" }));
  if (news !== undefined)
    parts.push(
      svgElement("path", { d: "M-20 22l9 9l-9 9l-9 -9z", class: `news ${kind(news)}` }),
      svgElement("text", { x: -20, y: 31, class: `letter hollow ${kind(news)}` }, optionName(news)),
    );
  return parts;
}

const kind = (option: number): string => (option === 1 ? "one" : "zero");

function shape(option: number, y: number, r: number, look: string): SVGElement[] {
  const facts = { class: `shape ${kind(option)} ${look}`.trim() };
  const body =
    option === 1
      ? svgElement("circle", { cx: 0, cy: y, r, ...facts })
      : svgElement("rect", { x: -r, y: y - r, width: 2 * r, height: 2 * r, ...facts });
  return [body, svgElement("text", { x: 0, y, class: `letter ${kind(option)} ${look}`.trim() }, optionName(option))];
}

/** What the marks mean; news only where there is some. */
function keyList(turns: readonly Turn[]): HTMLElement {
  const items = ["disc: A", "square: B", "cross: the wrong one", "bar: a cascade holds, the signal has no say"];
  if (turns.some(({ news }) => news !== undefined)) items.push("diamond: news that everybody hears");
  return element("ul", { class: "queue-key" }, ...items.map((item) => element("li", {}, item)));
}

/** What has happened once so many have chosen. */
function momentText(turns: readonly Turn[], acted: number, truth: number): string {
  const { turn, signal, choice, cascade, news } = turns[acted - 1];
  const wrong = turns.slice(0, acted).filter((one) => one.choice !== truth).length;
  const heard = news === undefined ? "" : `News says ${optionName(news)}. `;
  const why = cascade === undefined ? "" : `, in a cascade on ${optionName(cascade)}`;
  return `${heard}Person ${turn} has signal ${optionName(signal)} and chooses ${optionName(choice)}${why}. ${optionName(truth)} is right; ${wrong} of ${acted} so far chose wrongly.`;
}

const rowOf = ({ turn, news, signal, choice, cascade }: Turn, truth: number) => ({
  person: turn,
  news: news === undefined ? "" : optionName(news),
  signal: optionName(signal),
  choice: optionName(choice),
  right: choice === truth,
  cascade: cascade === undefined ? "" : optionName(cascade),
});
