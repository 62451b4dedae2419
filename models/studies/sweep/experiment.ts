import { fromText, type Model, type Parameter } from "../../core/index.ts";
import {
  type Axis,
  axisFaults,
  axisFromSpan,
  crossed,
  factorial,
  fitted,
  latinHypercube,
  oneAtATime,
  parameterFaults,
  type Point,
  roles,
  type Setting,
  sobol,
  unrepeated,
} from "../../experiments/index.ts";
import { baselineFaults, leverFaults, requestFaults, setFaults } from "./faults.ts";
import { type Cell, type WrittenSweep } from "./request.ts";
import { type Fault, messageOf } from "../asking/yaml.ts";

/** A sweep whose every name and value has been checked against its model. */
export interface Experiment extends Omit<WrittenSweep, "vary"> {
  axes: readonly Axis[];
  /** Network by network, each in the order of the design; no two are equal. */
  cells: readonly Cell[];
  /** How many points of the design repeated an earlier one; they are run once. */
  merged: number;
  /** Points are compared with the one that holds these settings and equals them in all else. */
  baseline?: Point;
}

/** Checks a request against its model: the experiment, or every fault. */
export function settleExperiment(
  model: Model,
  request: WrittenSweep,
): { experiment: Experiment } | { faults: Fault[] } {
  const parameters = model.parameters as Record<string, Parameter>;
  const { axes, faults: axesFaults } = readAxes(request, model.name, parameters);
  const set = settingsOf(request.set, parameters);
  const faults = [
    ...axesFaults,
    ...setFaults(request, set, model.name, parameters),
    ...requestFaults(request, Object.keys(model.measures)),
    ...leverFaults(request, axes, parameters),
  ];
  if (faults.length > 0) return { faults };
  try {
    const all = designed(request, axes, set, parameters);
    const points = unrepeated(all);
    const cells = celled(request, points, set);
    const baseline = baselineOf(request, cells, parameters);
    const found = baselineFaults(cells, baseline);
    if (found.length > 0) return { faults: found };
    return {
      experiment: {
        ...withoutVary(request),
        set,
        axes,
        cells,
        merged: all.length - points.length,
        ...(baseline && { baseline }),
      },
    };
  } catch (error) {
    return { faults: [{ path: ["vary"], text: messageOf(error) }] };
  }
}

function withoutVary(request: WrittenSweep): Omit<WrittenSweep, "vary"> {
  const copy: Omit<WrittenSweep, "vary"> & { vary?: unknown } = { ...request };
  delete copy.vary;
  return copy;
}

/** Every combination of the networks with the design; network is one more axis, and the outermost. */
function celled({ network: networks, design }: WrittenSweep, points: readonly Point[], set: Point): Cell[] {
  const cells = networks.flatMap((network) =>
    points.map((point) => ({
      point: networks.length > 1 ? { network, ...point } : point,
      network,
      parameters: { ...set, ...point },
    })),
  );
  // One at a time, another network is one change from the base.
  return design === "one-at-a-time" ? cells.filter((_, at) => at < points.length || at % points.length === 0) : cells;
}

function designed(
  { design, points = 0, seed, levers }: WrittenSweep,
  axes: readonly Axis[],
  set: Point,
  parameters: Record<string, Parameter>,
): Point[] {
  switch (design) {
    case "factorial":
      return factorial(axes);
    case "one-at-a-time":
      return oneAtATime(
        axes,
        Object.fromEntries(axes.map(({ name }) => [name, set[name] ?? parameters[name].fallback])),
      );
    case "latin-hypercube":
      return latinHypercube(axes, points, seed);
    case "sobol":
      return sobol(axes, points, { scramble: seed });
    case "crossed": {
      const split = roles(axes, parameters, levers);
      return crossed(split.levers, split.assumptions, points, seed);
    }
  }
}

function readAxes(
  { vary }: WrittenSweep,
  who: string,
  parameters: Record<string, Parameter>,
): { axes: Axis[]; faults: Fault[] } {
  const axes: Axis[] = [];
  const faults: Fault[] = [];
  for (const [name, span] of Object.entries(vary)) {
    try {
      const [axis] = fitted([axisOf(name, span, parameters)], parameters);
      const texts = [...parameterFaults(who, [axis], parameters), ...axisFaults("vary", [axis])];
      faults.push(...texts.map((text) => ({ path: ["vary", name], text })));
      axes.push(axis);
    } catch (error) {
      faults.push({ path: ["vary", name], text: messageOf(error) });
    }
  }
  return { axes, faults };
}

function axisOf(name: string, span: WrittenSweep["vary"][string], parameters: Record<string, Parameter>): Axis {
  if (typeof span === "string") return axisFromSpan(name, span, parameters);
  if (!("from" in span)) return { name, values: span.map((value) => settingOf(value, parameters[name])) };
  return { name, ...span };
}

/**
 * A value of a file or a flag as its parameter takes it: text is read by kind, and a single node key is a list of one.
 */
export function settingOf(value: unknown, parameter: Parameter | undefined): Setting {
  if (parameter && typeof value === "string") return fromText(parameter, value) as Setting;
  if (parameter?.kind === "nodes") return (Array.isArray(value) ? value : [value]).map(String);
  if (parameter?.kind === "choice" && typeof value === "number") return String(value);
  return value as Setting;
}

const settingsOf = (given: Record<string, unknown>, parameters: Record<string, Parameter>): Point =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, settingOf(value, parameters[name])]));

/** The baseline as asked for; in a one-at-a-time design the base where none is. */
function baselineOf(
  { baseline, design }: WrittenSweep,
  cells: readonly Cell[],
  parameters: Record<string, Parameter>,
): Point | undefined {
  if (baseline) return settingsOf(baseline, parameters);
  return design === "one-at-a-time" ? cells[0].point : undefined;
}
