import {
  type Given,
  keyFaults,
  type Network,
  type Parameters,
  refuse,
  resolve,
  toText,
  type Values,
} from "../../models/core/index.ts";
import { element, ownId } from "../element.ts";
import { type Asked, differing, textsFrom, valueFault } from "./address.ts";
import { type Field, field } from "./field.ts";

/** Values that belong together, by a name that says why one would take them. */
export interface Preset<P extends Parameters> {
  name: string;
  about: string;
  values: Given<P>;
}
export interface FormOptions<P extends Parameters> {
  /** Values at first, over the fallbacks. */
  given?: Given<P>;
  /** The page's address, over those; what is wrong in it is shown and told beside its field. */
  address?: URLSearchParams;
  presets?: readonly Preset<P>[];
  /** The parameters that are always in sight; the others are folded away. All, unless told. */
  first?: readonly (keyof P & string)[];
  /** Where it is known, keys of nodes and what must hold between parameters are checked against it. */
  network?: Network;
}

/**
 * An element with the values of a model; it sends `input` when, and only when, they have changed, at most ten times a
 * second.
 */
export type ModelForm<P extends Parameters> = HTMLElement & {
  /** The last values that were right; setting them fills the fields, and throws `RangeError` if they are wrong. */
  value: Values<P>;
  /** What can be set. */
  readonly names: readonly string[];
  /** What is wrong in the fields now, in the model's own words; while it is not empty, `value` waits. */
  readonly faults: readonly string[];
};
type Checked<P extends Parameters> = Asked<P> & {
  check?(job: { network: Network; parameters: Values<P>; given: ReadonlySet<string> }): string[];
};

/** Between two tidings of changes, in milliseconds. */
const REST = 100;
const USUAL = "As defined";
const OWN = "Own values";

/**
 * A form for any model, made from its parameters: levers first, then assumptions, each with its label,
 * its meaning and its range. Throws `RangeError` if `given`, a preset or `first` does not fit the model.
 */
export function modelForm<P extends Parameters>(model: Checked<P>, options: FormOptions<P> = {}): ModelForm<P> {
  const { given = {}, address = new URLSearchParams(), presets = [], network } = options;
  const names = Object.keys(model.parameters);
  const first = new Set<string>(options.first ?? names);
  refuse(
    [...first]
      .filter((name) => !names.includes(name))
      .map((name) => `${model.name}: ${name} of first is not a parameter`),
  );
  const usual = { name: USUAL, about: "every parameter at its usual value", values: {} as Given<P> };
  const sets = [usual, ...presets].map(({ values, ...preset }) => ({
    ...preset,
    values: resolve(model.name, model.parameters, values),
  }));
  const fields = names.map((name) => field(name, model.parameters[name]));
  const choice = presetChoice(sets);
  const foot = element("p", { class: "fault", "aria-live": "polite" });
  const more = element("details", { class: "more" }, element("summary", {}, "All other parameters"));
  const root = element("section", { class: "model-form", "aria-label": `Parameters of ${model.name}` }, choice.element);
  const folded = fields.filter(({ name }) => !first.has(name));
  root.append(
    ...groups(
      model.parameters,
      fields.filter(({ name }) => first.has(name)),
    ),
  );
  if (folded.length > 0) {
    more.append(...groups(model.parameters, folded));
    root.append(more);
  }
  root.append(foot);

  let value = resolve(model.name, model.parameters, given);
  let faults: string[] = [];
  /** What the address gave that no field can show; told until something is changed by hand. */
  let astray: string[] = [];
  const text = (values: Values<P>, name: string): string => toText(model.parameters[name], values[name]);
  const same = (a: Values<P>, b: Values<P>): boolean => names.every((name) => text(a, name) === text(b, name));

  /** Reads every field, tells what is wrong beside it, and takes the values where all are right. */
  function take(): boolean {
    faults = [...astray];
    for (const one of fields) {
      const fault = faultOf(one);
      one.tell(fault);
      if (fault !== undefined) faults.push(fault);
    }
    const read = faults.length === 0 ? resolve(model.name, model.parameters, typed()) : null;
    const between =
      read && network
        ? (model.check?.({ network, parameters: read, given: new Set(Object.keys(differing(model, read))) }) ?? [])
        : [];
    foot.textContent = [...astray, ...between].join("\n");
    faults.push(...between);
    if (folded.some(({ element: one }) => one.querySelector("[aria-invalid]"))) more.open = true;
    choice.show(faults.length === 0 && read ? (sets.find(({ values }) => same(values, read))?.name ?? OWN) : OWN);
    if (faults.length > 0 || !read || same(read, value)) return false;
    value = read;
    return true;
  }
  /** What stands in the fields, as a model is given it. */
  const typed = (): Given<P> => Object.fromEntries(fields.map((one) => [one.name, one.read()])) as Given<P>;
  function faultOf({ name, read }: Field): string | undefined {
    const parameter = model.parameters[name];
    const fault = valueFault(name, parameter, read());
    if (fault !== undefined || parameter.kind !== "nodes" || !network) return fault;
    const unknown = keyFaults(network.keys, read() as readonly string[]);
    return unknown.length > 0 ? `${name}: ${unknown.join("; ")}` : undefined;
  }
  function fill(values: Values<P>): void {
    for (const one of fields) one.write(text(values, one.name));
    astray = [];
  }
  let resting = false;
  let waiting = false;
  /**
   * Tells of a change at once, and of those that follow closely all together: a slider that is drawn would start more
   * work than can be done.
   */
  function send(): void {
    waiting = resting;
    if (resting) return;
    resting = true;
    root.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => {
      resting = false;
      if (waiting) send();
    }, REST);
  }

  fill(value);
  const texts = textsFrom(model, address);
  for (const one of fields) {
    if (!Object.hasOwn(texts, one.name) || one.write(texts[one.name])) continue;
    astray.push(valueFault(one.name, model.parameters[one.name], texts[one.name]) ?? "");
  }
  take();

  root.addEventListener("input", (event) => {
    if (event.target === root) return;
    event.stopImmediatePropagation(); // what is typed is not yet a value
    astray = [];
    if (event.target === choice.select) fill(sets[choice.select.selectedIndex].values);
    if (take()) send();
  });
  return Object.defineProperties(root, {
    value: {
      get: () => value,
      set(wanted: Values<P>) {
        fill(resolve(model.name, model.parameters, wanted as Given<P>)); // a value may always be given
        take();
      },
    },
    names: { value: names },
    faults: { get: () => faults },
  }) as ModelForm<P>;
}

/** Levers and assumptions apart; a group that has no fields is left out. */
function groups(parameters: Parameters, fields: readonly Field[]): HTMLElement[] {
  const group = (legend: string, members: readonly Field[]): HTMLElement[] =>
    members.length === 0
      ? []
      : [element("fieldset", {}, element("legend", {}, legend), ...members.map((member) => member.element))];
  const isLever = ({ name }: Field): boolean => parameters[name].lever === true;
  return [
    ...group("Levers: what can be chosen", fields.filter(isLever)),
    ...group(
      "Assumptions: what the world is like",
      fields.filter((one) => !isLever(one)),
    ),
  ];
}

function presetChoice(sets: readonly { name: string; about: string }[]): {
  element: HTMLElement;
  select: HTMLSelectElement;
  show(name: string): void;
} {
  const [own, note] = [ownId("preset"), ownId("about")];
  const about = element("span", { id: note, class: "about" });
  const select = element(
    "select",
    { id: own, "aria-describedby": note },
    ...sets.map(({ name }) => element("option", {}, name)),
  );
  select.append(element("option", { disabled: true }, OWN));
  const whole = element(
    "div",
    { class: "field preset" },
    element("label", { for: own }, "Preset"),
    element("span", { class: "controls" }, select),
    about,
  );
  function show(name: string): void {
    const at = sets.findIndex((set) => set.name === name);
    select.selectedIndex = at < 0 ? sets.length : at;
    about.textContent = at < 0 ? "values of your own" : sets[at].about;
  }
  return { element: whole, select, show };
}
