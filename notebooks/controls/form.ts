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

/** A set of values, with a name that says what it shows. */
export interface Preset<P extends Parameters> {
  name: string;
  about: string;
  values: Given<P>;
}
export interface FormOptions<P extends Parameters> {
  /** Initial values, in place of the defaults. */
  given?: Given<P>;
  /** The page's address, which takes precedence; an error in it is shown next to its field. */
  address?: URLSearchParams;
  presets?: readonly Preset<P>[];
  /** The parameters that are always visible; the others are folded away. All by default. */
  first?: readonly (keyof P & string)[];
  /** If it is given, keys of nodes and conditions between parameters are checked against it. */
  network?: Network;
}

/** An element with the values of a model. It sends `input` only when they have changed, at most ten times a second. */
export type ModelForm<P extends Parameters> = HTMLElement & {
  /** The last valid values; setting them fills the fields, or throws `RangeError` if they are not valid. */
  value: Values<P>;
  /** What can be set. */
  readonly names: readonly string[];
  /** The errors in the fields now, in the words of the model; `value` does not change while there are any. */
  readonly faults: readonly string[];
};
type Checked<P extends Parameters> = Asked<P> & {
  check?(job: { network: Network; parameters: Values<P>; given: ReadonlySet<string> }): string[];
};

const USUAL = "As defined";

/**
 * A form for any model, made from its parameters: levers first, then assumptions, each with its label, its meaning and
 * its range. Throws `RangeError` if `given`, a preset or `first` does not fit the model.
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
  /** Values in the address that no field can show; reported until something is changed by hand. */
  let astray: string[] = [];
  const text = (values: Values<P>, name: string): string => toText(model.parameters[name], values[name]);
  const same = (a: Values<P>, b: Values<P>): boolean => names.every((name) => text(a, name) === text(b, name));

  /** Reads every field, shows each error next to its field, and takes the values if all are valid. */
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
    event.stopImmediatePropagation(); // what is typed is not a value yet
    astray = [];
    if (event.target === choice.select) fill(sets[choice.select.selectedIndex].values);
    if (take()) send();
  });
  return Object.defineProperties(root, {
    value: {
      get: () => value,
      set(wanted: Values<P>) {
        fill(resolve(model.name, model.parameters, wanted as Given<P>)); // a default may always be replaced
        take();
      },
    },
    names: { value: names },
    faults: { get: () => faults },
  }) as ModelForm<P>;
}

/** The names of the fields that are always visible; throws `RangeError` where one is not a parameter. */
function firstOf({ name, parameters }: Checked<Parameters>, first: readonly string[]): Set<string> {
  const unknown = first.filter((one) => !Object.hasOwn(parameters, one));
  refuse(unknown.map((one) => `${name}: ${one} of first is not a parameter`));
  return new Set(first);
}

/** The presets with all their values, the defaults first. */
function setsOf<P extends Parameters>(model: Checked<P>, presets: readonly Preset<P>[]) {
  const usual = { name: USUAL, about: "every parameter at its default", values: {} as Given<P> };
  return [usual, ...presets].map(({ values, ...preset }) => ({
    ...preset,
    values: resolve(model.name, model.parameters, values),
  }));
}

/** The contents of the fields, in the form a model takes. */
const typedIn = <P extends Parameters>(fields: readonly Field[]): Given<P> =>
  Object.fromEntries(fields.map((one) => [one.name, one.read()])) as Given<P>;

/** Shows the error of a field next to it, and returns it. */
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

/** Errors in the combination of values that are valid one by one. */
function faultsBetween<P extends Parameters>(model: Checked<P>, network: Network, parameters: Values<P>): string[] {
  const given = new Set(Object.keys(differing(model, parameters)));
  return model.check?.({ network, parameters, given }) ?? [];
}
