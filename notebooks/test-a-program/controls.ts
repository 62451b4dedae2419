import { type Parameter, toText } from "../../models/core/index.ts";
import { programNamed, programs } from "../../models/programs/programs.ts";
import { theMarket } from "../../models/studies/brief/programs.ts";
import { field } from "../controls/field.ts";
import { element, ownId } from "../element.ts";
import { type Path, valueIn } from "./beginning.ts";

/** Changes a value of the brief. */
export type Change = (path: Path, value: number | string) => void;

const all: Record<string, Parameter> = Object.assign(
  {},
  theMarket.parameters,
  ...programs.map(({ parameters }) => parameters),
) as Record<string, Parameter>;

/**
 * Controls for the levers of every program of a brief and for the ranges of its assumptions, if they can be set by
 * slider; the rest is set in the text.
 */
export function briefControls(content: unknown, change: Change): HTMLElement[] {
  const unit = valueIn(content, ["unit"]) === "month" ? "month" : "week";
  const arms = Object.entries((valueIn(content, ["arms"]) ?? {}) as Record<string, unknown>);
  const assumed = Object.entries((valueIn(content, ["assumptions"]) ?? {}) as Record<string, unknown>);
  return [
    ...arms.flatMap(([name, arm]) => group(`Levers: ${name}`, leversOf(name, arm, unit, change))),
    ...group(
      "Assumptions: from the lowest to the highest value that you think possible",
      assumed.flatMap(([name, span]) => spanOf(name, span, unit, change)),
    ),
  ];
}

const group = (legend: string, fields: readonly HTMLElement[]): HTMLElement[] =>
  fields.length === 0 ? [] : [element("fieldset", {}, element("legend", {}, legend), ...fields)];

/** A parameter in the calendar unit of the brief. */
const inUnit = (parameter: Parameter, unit: string): Parameter => ({
  ...parameter,
  unit: parameter.unit?.replace(/\bweek/, unit),
});

function leversOf(arm: string, given: unknown, unit: string, change: Change): HTMLElement[] {
  const program = valueIn(given, ["program"]);
  if (!programs.some(({ name }) => name === program)) return [];
  const { own: parameters } = programNamed(String(program));
  return Object.entries(given as Record<string, unknown>).flatMap(([name, value]): HTMLElement[] => {
    if (!Object.hasOwn(parameters, name)) return [];
    const parameter = inUnit(parameters[name], unit);
    const path = ["arms", arm, name];
    if (typeof value === "number")
      return [numberField(name, parameter, [{ word: "", value, path, span: [0, 4 * value || 1] }], change)];
    if (parameter.kind !== "choice" && parameter.kind !== "text" && parameter.kind !== "table") return [];
    const one = field(name, parameter);
    one.write(toText(parameter, value));
    one.element.addEventListener("input", () => change(path, String(one.read())));
    return [one.element];
  });
}

/** A range written `0.1..0.3`. */
const SPAN = /^\s*([^.\s][^\s]*?)\s*\.\.\s*(\S+)\s*$/;

function spanOf(name: string, content: unknown, unit: string, change: Change): HTMLElement[] {
  if (!Object.hasOwn(all, name)) return [];
  const path = ["assumptions", name];
  const short = typeof content === "string" ? SPAN.exec(content) : null;
  const ends = {
    from: Number(short?.[1] ?? valueIn(content, ["from"])),
    to: Number(short?.[2] ?? valueIn(content, ["to"])),
  };
  if (!Number.isFinite(ends.from) || !Number.isFinite(ends.to)) return [];
  const wide = ends.to - ends.from || 1;
  const span: [number, number] = [ends.from - wide, ends.to + wide];
  const likely = valueIn(content, ["likely"]);
  const parts = [
    { word: "lowest", value: ends.from, path: [...path, "from"], span },
    { word: "highest", value: ends.to, path: [...path, "to"], span },
    ...(typeof likely === "number" ? [{ word: "likeliest", value: likely, path: [...path, "likely"], span }] : []),
  ];
  return [
    numberField(name, inUnit(all[name], unit), parts, (at, value) => {
      if (!short) change(at, value);
      else {
        ends[at[2] as "from" | "to"] = Number(value);
        change(path, `${ends.from}..${ends.to}`);
      }
    }),
  ];
}

interface Part {
  /** Distinguishes it from the other numbers of its parameter; empty if it is the only one. */
  word: string;
  value: number;
  path: Path;
  /** The range of its slider, within the range of the parameter. */
  span: [number, number];
}

/**
 * A parameter with one or more numbers, each as text and as a slider. The reader of the brief reports values that are
 * not numbers.
 */
function numberField(
  name: string,
  { about, unit, min = -Infinity, max = Infinity, kind }: Parameter,
  parts: readonly Part[],
  change: Change,
): HTMLElement {
  const note = ownId("about");
  const rows = parts.map((part) => {
    const { word } = part;
    const own = ownId(name);
    const [low, high] = [Math.max(min, part.span[0]), Math.min(max, part.span[1])];
    const step = kind === "whole" ? 1 : 10 ** Math.floor(Math.log10((high - low) / 50));
    const { box, slider } = boxAndSlider(
      part,
      { id: own, "aria-describedby": note },
      { min: low, max: high, step, "aria-label": `${name}${word && ` ${word}`}, slider` },
      change,
    );
    const label = element(
      "label",
      { for: own },
      ...(parts[0].word
        ? [element("span", { class: "hidden" }, `${name} `), word]
        : [element("span", { class: "name" }, name), unit === undefined ? "" : ` (${unit})`]),
    );
    return element(
      "span",
      { class: parts[0].word ? "part" : "alone" },
      label,
      element("span", { class: "controls" }, box, slider),
    );
  });
  const heading = parts[0].word
    ? [element("span", { class: "name" }, name, unit === undefined ? "" : ` (${unit})`)]
    : [];
  return element(
    "div",
    { class: `field ${kind === "whole" ? "whole" : "real"}` },
    ...heading,
    ...rows,
    element("span", { id: note, class: "about" }, about),
  );
}

/** A number as text and as a slider that follow each other. */
function boxAndSlider(
  { value, path }: Part,
  boxFacts: Record<string, string>,
  sliderFacts: Record<string, string | number>,
  change: Change,
): { box: HTMLInputElement; slider: HTMLInputElement } {
  const slider = element("input", { type: "range", ...sliderFacts, value, "aria-valuetext": value });
  const box = element("input", { type: "text", inputmode: "decimal", autocomplete: "off", value, ...boxFacts });
  box.addEventListener("input", () => {
    slider.value = box.value;
    change(path, box.value.trim() === "" || !Number.isFinite(Number(box.value)) ? box.value : Number(box.value));
  });
  slider.addEventListener("input", () => {
    const moved = Number(Number(slider.value).toPrecision(6));
    box.value = String(moved);
    slider.setAttribute("aria-valuetext", box.value);
    change(path, moved);
  });
  return { box, slider };
}
