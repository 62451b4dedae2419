import { type Parameter, type Parameters, shown, unknownName } from "../core/index.ts";
import { type Axis, isList } from "./axis.ts";

/** What does not fit the parameters that the axes vary, one line per fault; empty if everything fits. */
export function parameterFaults(who: string, axes: readonly Axis[], parameters: Parameters): string[] {
  return axes.flatMap((axis) => {
    const { name } = axis;
    if (!Object.hasOwn(parameters, name))
      return [`${who}: ${unknownName(name, "a parameter", Object.keys(parameters))}`];
    return unfit(axis, parameters[name]).map((fault) => `${who}: ${name} must be ${fault}`);
  });
}

function unfit(axis: Axis, { kind, must, schema }: Parameter): string[] {
  if (!isList(axis) && kind !== "real" && kind !== "whole") return [`a list of settings, each ${must}, got a range`];
  const values = isList(axis) ? axis.values : [axis.from, axis.to];
  return values.filter((value) => !schema.safeParse(value).success).map((value) => `${must}, got ${shown(value)}`);
}

/** The axes, with ranges of whole parameters restricted to whole numbers. */
export function fitted(axes: readonly Axis[], parameters: Parameters): Axis[] {
  return axes.map((axis) => {
    const whole = !isList(axis) && Object.hasOwn(parameters, axis.name) && parameters[axis.name].kind === "whole";
    return whole ? { ...axis, whole } : axis;
  });
}

/**
 * The levers, which can be chosen, and the assumptions, which are not known. An axis is a lever if `levers` names
 * it or, without that list, if its parameter is marked as one.
 */
export function roles(
  axes: readonly Axis[],
  parameters: Parameters,
  levers?: readonly string[],
): { levers: Axis[]; assumptions: Axis[] } {
  const marked = ({ name }: Axis): boolean =>
    levers ? levers.includes(name) : Object.hasOwn(parameters, name) && parameters[name].lever === true;
  return { levers: axes.filter(marked), assumptions: axes.filter((axis) => !marked(axis)) };
}
