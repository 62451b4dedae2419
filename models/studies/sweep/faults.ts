import { type Parameter, shown, unknownName } from "../../core/index.ts";
import {
  type Axis,
  counterparts,
  parameterFaults,
  type Point,
  roles,
  type Setting,
  untilFaults,
} from "../../experiments/index.ts";
import { type Design } from "./designs.ts";
import { type Cell, type WrittenSweep } from "./request.ts";
import { type Fault } from "../asking/yaml.ts";

const SAMPLED: readonly Design[] = ["latin-hypercube", "sobol", "crossed"];

/** What is wrong with the parameters that stay as they are. */
export function setFaults(
  { vary, design }: WrittenSweep,
  set: Point,
  who: string,
  parameters: Record<string, Parameter>,
): Fault[] {
  return Object.entries(set).flatMap(([name, value]) => {
    const texts = parameterFaults(who, [{ name, values: [value as Setting] }], parameters);
    if (Object.hasOwn(vary, name) && design !== "one-at-a-time")
      texts.push(`set: ${name} must not be varied as well, got both`);
    return texts.map((text) => ({ path: ["set", name], text }));
  });
}

/** What is wrong with networks, replicates, measures, the stopping rule and the number of points. */
export function requestFaults(request: WrittenSweep, measures: readonly string[]): Fault[] {
  const { until, network, design, points, replicates } = request;
  const faults: Fault[] = [];
  const note = (key: string, ...texts: string[]): void =>
    texts.forEach((text) => faults.push({ path: [key], text: `${key}: ${text}` }));
  const known = (key: string, name: string): void => {
    if (!measures.includes(name)) note(key, unknownName(name, "a measure", measures));
  };
  if (network.length === 0) note("network", "there must be at least one, got none");
  if (new Set(network).size < network.length) note("network", "networks must differ, got one twice");
  if (network.length > 1 && Object.hasOwn(request.vary, "network"))
    note(
      "network",
      "there must be only one where the parameter network is varied, since both axes would be called network",
    );
  request.measures?.forEach((name) => known("measures", name));
  if (!Number.isInteger(replicates) || replicates < 1)
    note("replicates", `replicates must be a whole number of at least 1, got ${replicates}`);
  if (until) {
    known("until", until.measure);
    note("until", ...untilFaults({ ...until, first: replicates }));
  }
  const sampled = SAMPLED.includes(design);
  if (sampled && points === undefined) note("points", `a ${design} design must have a number of points, got none`);
  if (!sampled && points !== undefined) note("points", `must be left out of a ${design} design, got ${shown(points)}`);
  if (sampled && Object.keys(request.vary).length === 0)
    note("vary", `a ${design} design must vary something, got nothing`);
  return faults;
}

/** What is wrong with the split into levers and assumptions. */
export function leverFaults(
  { design, levers, vary }: WrittenSweep,
  axes: readonly Axis[],
  parameters: Record<string, Parameter>,
): Fault[] {
  const texts: string[] = [];
  if (design !== "crossed") {
    if (levers) texts.push(`levers: must be left out of a ${design} design, got ${shown(levers)}`);
  } else {
    const strange = levers?.filter((name) => !Object.hasOwn(vary, name)) ?? [];
    texts.push(...strange.map((name) => `levers: ${unknownName(name, "varied", Object.keys(vary))}`));
    const split = roles(axes, parameters, levers);
    const none = split.levers.length === 0 ? "lever" : split.assumptions.length === 0 ? "assumption" : "";
    if (none && strange.length === 0)
      texts.push(`levers: a crossed design must vary a lever and an assumption, got no ${none}`);
  }
  return texts.map((text) => ({ path: ["levers"], text }));
}

/** What is wrong with the settings that points are compared with. */
export function baselineFaults(cells: readonly Cell[], baseline: Point | undefined): Fault[] {
  if (!baseline) return [];
  const varied = Object.keys(cells[0].point);
  const strange = Object.keys(baseline).filter((name) => !varied.includes(name));
  const texts = strange.map((name) => unknownName(name, "varied", varied));
  const met = (): boolean =>
    counterparts(
      cells.map(({ point }) => point),
      baseline,
    ).some((place) => place >= 0);
  if (strange.length === 0 && !met())
    texts.push(`must be settings that points of the design hold, got ${shown(baseline)}`);
  return texts.map((text) => ({ path: ["baseline"], text: `baseline: ${text}` }));
}
