import { significant } from "../../models/studies/telling/numbers.ts";
import { element, ownId } from "../element.ts";
import { type Frames } from "./frames.ts";
import { type Scale } from "./palette.ts";
import { type Player } from "./player.ts";

/** A column to look at: its values through time, and what they are called. */
export interface Shown {
  frames: Frames;
  /** What the column tells, as its definition has it. */
  about?: string;
  /** Names of values, such as `{ 0: "sits", 1: "stands" }`. */
  labels?: Readonly<Record<number, string>>;
}

const number = (value: number): string => (Number.isNaN(value) ? "missing" : significant(value, 4));

/** What one moment shows, in numbers that can be read aloud: how many of each category, or least, mean and most. */
export function momentText(scale: Scale, { frames, labels = {} }: Shown, moment: number): string {
  const frame = frames[moment];
  const missing = scale.size - 1;
  const counts = new Array<number>(scale.size).fill(0);
  let [sum, low, high] = [0, Infinity, -Infinity];
  for (let i = 0; i < frame.length; i++) {
    const value = frame[i];
    counts[scale.of(value)]++;
    if (Number.isNaN(value) || scale.of(value) === scale.never) continue;
    sum += value;
    [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  const absent = counts[missing] > 0 ? [`${counts[missing]} missing`] : [];
  if (scale.never !== undefined && counts[scale.never] > 0) absent.unshift(`${counts[scale.never]} never`);
  const known = frame.length - counts[missing] - (scale.never === undefined ? 0 : counts[scale.never]);
  if (scale.kind === "categories")
    return [...scale.values.map((value, at) => `${labels[value] ?? value}: ${counts[at]}`), ...absent].join(", ");
  return known === 0
    ? absent.join(", ")
    : [`least ${number(low)}, mean ${number(sum / known)}, most ${number(high)}`, ...absent].join(", ");
}

/** The key to the colours; a ramp is told by its ends. */
export function legend(scale: Scale, colours: readonly string[], { labels = {} }: Shown): HTMLElement {
  const item = (colour: string, text: string): HTMLElement => {
    const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.backgroundColor = colour;
    return element("li", {}, swatch, text);
  };
  const items =
    scale.kind === "categories"
      ? scale.values.map((value, at) => item(colours[at], labels[value] ?? String(value)))
      : [
          item(colours[0], number(scale.values[0])),
          item(colours[scale.size - 3], number(scale.values[1])),
          ...(scale.never === undefined ? [] : [item(colours[scale.never], "never")]),
        ];
  return element("ul", { class: "legend" }, ...items);
}

/** What stands in a table of text: a head, and rows that begin with their heading. */
export interface TextTable {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly (string | Node)[])[];
}

/** The same as text: a table made when it is opened, and made anew by `refresh` while it is open. */
export type AsText = HTMLDetailsElement & { refresh(): void };

export function asText(make: () => TextTable): AsText {
  const details = element("details", { class: "as-text" }, element("summary", {}, "The same as text"));
  let box: HTMLElement | undefined;
  function refresh(): void {
    box?.remove();
    box = undefined;
    if (!details.open) return;
    const { caption, head, rows } = make();
    const lines = rows.map(([first, ...rest]) =>
      element("tr", {}, element("th", { scope: "row" }, first), ...rest.map((cell) => element("td", {}, cell))),
    );
    const names = element("tr", {}, ...head.map((name) => element("th", { scope: "col" }, name)));
    const table = element(
      "table",
      {},
      element("caption", {}, caption),
      element("thead", {}, names),
      element("tbody", {}, ...lines),
    );
    box = element("div", { class: "box", tabindex: 0, role: "region", "aria-label": "The same as text" }, table);
    details.append(box);
  }
  details.addEventListener("toggle", () => {
    if (!box) refresh();
  });
  return Object.assign(details, { refresh });
}

/** At most so many moments are told in the table under a figure; between them every so many. */
const MOST_LINES = 50;

/** The moments that a table tells, the last always, and every how many. */
export function momentsTold(length: number): { moments: number[]; stride: number } {
  const stride = Math.ceil(length / MOST_LINES);
  return {
    stride,
    moments: Array.from({ length }, (_, moment) => moment).filter(
      (moment) => moment % stride === 0 || moment === length - 1,
    ),
  };
}

/**
 * The same as text: a line a moment, made when it is opened. Of more than fifty moments every so many
 * are told, the last always; the caption says so.
 */
export function momentTable(scale: Scale, shown: Shown, unit: string): HTMLDetailsElement {
  return asText(() => {
    const { moments, stride } = momentsTold(shown.frames.length);
    const caption =
      stride > 1 ? `${shown.about ?? "values"}, at each ${stride}th ${unit} and the last` : (shown.about ?? "values");
    return {
      caption,
      head: [unit, "values"],
      rows: moments.map((moment) => [String(moment), momentText(scale, shown, moment)]),
    };
  });
}

/** A choice of columns, or nothing where there is one only. */
export function columnChoice(names: readonly string[], choose: (name: string) => void): HTMLElement[] {
  if (names.length < 2) return [];
  const id = ownId("column");
  const select = element("select", { id }, ...names.map((name) => element("option", {}, name)));
  select.addEventListener("input", (event) => {
    event.stopPropagation(); // the figure's own input tells the moment
    choose(select.value);
  });
  return [element("p", { class: "column" }, element("label", { for: id }, "Colour by "), select)];
}

/**
 * Calls `act` when the figure first stands in the page and whenever its width changes, for drawings whose texts keep
 * their size.
 */
export function atEachWidth(root: HTMLElement, act: (width: number) => void): void {
  let last = 0;
  function look(): void {
    const width = root.clientWidth;
    if (width === 0 || width === last) return;
    last = width;
    act(width);
  }
  // drawn within the observer, it would complain of its own change of height
  new ResizeObserver(() => requestAnimationFrame(look)).observe(root);
}

/** Throws `RangeError` unless every column has the same moments, as many as the player where there is one. */
export function momentsOf(
  who: string,
  columns: Readonly<Record<string, Shown>>,
  size: number,
  shared?: Player,
): number {
  const all = Object.entries(columns);
  const length = shared?.length ?? all.at(0)?.[1].frames.length ?? 0;
  if (all.length === 0 || length === 0) throw new RangeError(`${who}: needs a column with a moment at least`);
  for (const [name, { frames }] of all) {
    if (frames.length !== length)
      throw new RangeError(`${who}: ${name} must have ${length} moments, got ${frames.length}`);
    const wrong = frames.findIndex((frame) => frame.length !== size);
    if (wrong >= 0)
      throw new RangeError(`${who}: ${name} must have ${size} values at moment ${wrong}, got ${frames[wrong].length}`);
  }
  return length;
}
