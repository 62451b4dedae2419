import {
  type Given,
  keyFaults,
  type Network,
  type Parameter,
  type Parameters,
  refuse,
  resolve,
  toText,
  type Values,
} from "../../models/core/index.ts";
import { type Asked, differing, textsFrom, valueFault } from "./address.ts";
import { type Field, field } from "./field.ts";
import { formLayout } from "./form-layout.ts";
import { OWN, presetChoice } from "./preset-choice.ts";
import { rested } from "./rested.ts";

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

const USUAL = "As defined";

/**
 * A form for any model, made from its parameters: levers first, then assumptions, each with its label,
 * its meaning and its range. Throws `RangeError` if `given`, a preset or `first` does not fit the model.
 */
export function modelForm<P extends Parameters>(model: Checked<P>, options: FormOptions<P> = {}): ModelForm<P> {
  const { given = {}, address = new URLSearchParams(), presets = [], network } = options;
  const names = Object.keys(model.parameters);
  const first = firstOf(model, options.first ?? names);
  const sets = setsOf(model, presets);
  const fields = names.map((name) => field(name, model.parameters[name]));
  const choice = presetChoice(sets);
  const { root, tell, unfold } = formLayout(model.name, model.parameters, choice.element, fields, first);

  let value = resolve(model.name, model.parameters, given);
  let faults: string[] = [];
  /** What the address gave that no field can show; told until something is changed by hand. */
  let astray: string[] = [];
  const text = (values: Values<P>, name: string): string => toText(model.parameters[name], values[name]);
  const same = (a: Values<P>, b: Values<P>): boolean => names.every((name) => text(a, name) === text(b, name));

  /** Reads every field, tells what is wrong beside it, and takes the values where all are right. */
  function take(): boolean {
    faults = [...astray, ...fields.flatMap((one) => tellFault(one, model.parameters[one.name], network))];
    const read = faults.length === 0 ? resolve(model.name, model.parameters, typedIn<P>(fields)) : null;
    const between = read && network ? faultsBetween(model, network, read) : [];
    tell([...astray, ...between]);
    faults.push(...between);
    unfold();
    choice.show(faults.length === 0 && read ? (sets.find(({ values }) => same(values, read))?.name ?? OWN) : OWN);
    if (faults.length > 0 || !read || same(read, value)) return false;
    value = read;
    return true;
  }
  function fill(values: Values<P>): void {
    for (const one of fields) one.write(text(values, one.name));
    astray = [];
  }
  const send = rested(() => root.dispatchEvent(new Event("input", { bubbles: true })));

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

/** The names of the fields always in sight; throws `RangeError` where one is not a parameter. */
function firstOf({ name, parameters }: Checked<Parameters>, first: readonly string[]): Set<string> {
  const unknown = first.filter((one) => !Object.hasOwn(parameters, one));
  refuse(unknown.map((one) => `${name}: ${one} of first is not a parameter`));
  return new Set(first);
}

/** The presets with all their values, the usual values first. */
function setsOf<P extends Parameters>(model: Checked<P>, presets: readonly Preset<P>[]) {
  const usual = { name: USUAL, about: "every parameter at its usual value", values: {} as Given<P> };
  return [usual, ...presets].map(({ values, ...preset }) => ({
    ...preset,
    values: resolve(model.name, model.parameters, values),
  }));
}

/** What stands in the fields, as a model is given it. */
const typedIn = <P extends Parameters>(fields: readonly Field[]): Given<P> =>
  Object.fromEntries(fields.map((one) => [one.name, one.read()])) as Given<P>;

/** Says beside a field what is wrong with it, and returns that. */
function tellFault(one: Field, parameter: Parameter, network: Network | undefined): string[] {
  const fault = faultOf(one, parameter, network);
  one.tell(fault);
  return fault === undefined ? [] : [fault];
}
function faultOf({ name, read }: Field, parameter: Parameter, network: Network | undefined): string | undefined {
  const fault = valueFault(name, parameter, read());
  if (fault !== undefined || parameter.kind !== "nodes" || !network) return fault;
  const unknown = keyFaults(network.keys, read() as readonly string[]);
  return unknown.length > 0 ? `${name}: ${unknown.join("; ")}` : undefined;
}

/** What is wrong with values that are right one by one. */
function faultsBetween<P extends Parameters>(model: Checked<P>, network: Network, parameters: Values<P>): string[] {
  const given = new Set(Object.keys(differing(model, parameters)));
  return model.check?.({ network, parameters, given }) ?? [];
}
