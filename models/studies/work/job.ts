import { fingerprint, measureNames, type Network, refuse, settle } from "../../core/index.ts";
import { isGenerated } from "../../networks/specification.ts";
import { type Reading } from "../asking/named-network.ts";
import { hash } from "./hash.ts";
import { type LoadedModel } from "./model-reference.ts";
import { type Setup, toParts } from "./setup.ts";
import { type Sources } from "./sources.ts";

/** A request: a model at the points of a design, in the same worlds. */
export interface SweepRequest {
  title?: string;
  question?: string;
  /** The command that repeats the request. */
  command: string;
  /** A name of the catalogue or the path of a `.ts` file. */
  model: string;
  networks: readonly string[];
  /** A file of people: names and attributes of the nodes. */
  nodes?: string;
  axes: readonly { name: string; values: readonly Scalar[] }[];
  /** The points of the design: the values that name each in a table, its network, and the parameters of the model. */
  points: readonly {
    values: Readonly<Record<string, Scalar>>;
    network: string;
    parameters: Readonly<Record<string, unknown>>;
  }[];
  /** Parameters held fixed, for the report. */
  set: Readonly<Record<string, unknown>>;
  seed: string;
  replicates: number;
  until?: Until;
  steps?: number;
  /** Measures to report, in this order; all unless stated. Rows have all of them. */
  measures?: readonly string[];
  redraw?: boolean;
  /** Values of the point with which others are compared. */
  baseline?: Readonly<Record<string, Scalar>>;
}
export type Scalar = string | number | boolean;
/** Adds worlds, `replicates` at first, until the 95 % interval of the mean is this narrow. */
export interface Until {
  measure: string;
  /** Half the width of the interval: in the measure's unit, or as a share of the mean. */
  width: number;
  relative: boolean;
  most: number;
}

/** A checked request, with everything its results depend on and their key. */
export interface SweepJob {
  ovation: string;
  key: string;
  request: SweepRequest;
  model: { name: string; code: string; measures: string[] };
  networks: {
    spec: string;
    fingerprint: string;
    nodes: number;
    edges: number;
    directed: boolean;
    meanDegree: number;
    told: readonly string[];
  }[];
  points: {
    id: number;
    key: string;
    network: number;
    values: Record<string, Scalar>;
    parameters: Record<string, unknown>;
  }[];
}
export interface PreparedSweep {
  job: SweepJob;
  loaded: LoadedModel;
  setup: Setup;
  networks: Network[];
}

/**
 * Loads the model and the networks, checks every point of the design, and gives the job its key.
 * Throws `RangeError` with all faults of all points at once, before anything runs.
 */
export async function prepare(
  request: SweepRequest,
  { version, load, network, has }: Omit<Sources, "model">,
): Promise<PreparedSweep> {
  refuse([...worldsFaults(request), ...redrawFaults(request, has)]);
  const loaded = await load(request.model);
  const { model } = loaded;
  const read: Reading[] = [];
  for (const spec of request.networks) read.push(await network(spec, { seed: request.seed, nodes: request.nodes }));
  const networks = read.map(({ network }) => network);
  const points = checkedPoints(request, loaded, networks);
  const prints = networks.map(fingerprint);
  const dependsOn = {
    model: model.name,
    code: loaded.code,
    seed: request.seed,
    steps: request.steps ?? null,
    redraw: request.redraw ?? false,
  };
  const keyed = points.map((point) => ({
    ...point,
    key: hash({ ...dependsOn, network: prints[point.network], parameters: point.parameters }).slice(0, 16),
  }));
  const { replicates, until = null, baseline = null, measures = null, title = null, question = null } = request;
  const key = hash({
    version,
    title,
    question,
    axes: request.axes,
    points: keyed,
    replicates,
    until,
    baseline,
    measures,
  });
  const job: SweepJob = {
    ovation: version,
    key,
    request,
    model: { name: model.name, code: loaded.code, measures: measureNames(model) },
    networks: networks.map(({ size, edges, directed, arcs }, at) => ({
      spec: request.networks[at],
      fingerprint: prints[at],
      nodes: size,
      edges,
      directed,
      meanDegree: arcs / size,
      told: read[at].told,
    })),
    points: keyed,
  };
  return { job, loaded, setup: setupOf(job, loaded, networks), networks };
}

/** Everything that a worker needs to run the worlds. */
function setupOf({ request, points }: SweepJob, { reference }: LoadedModel, networks: readonly Network[]): Setup {
  return {
    model: reference,
    networks: networks.map((network, at) => toParts(request.networks[at], network, request.nodes)),
    points: points.map(({ network, parameters }) => ({ network, parameters })),
    seed: request.seed,
    steps: request.steps,
    redraw: request.redraw ?? false,
  };
}

/** Only a generated network can be drawn again in each world. */
function redrawFaults({ networks, redraw }: SweepRequest, has: Sources["has"]): string[] {
  const drawn = networks.some((spec) => isGenerated(spec) && spec.includes(":") && !has(spec));
  return redraw && !drawn ? [`redraw: the network must be a generated one, got ${networks.join(", ")}`] : [];
}

/**
 * What was dropped, chosen or assumed to make the networks: a sentence each, with the network in front where there are
 * several.
 */
export function notesOf({ networks }: SweepJob): string[] {
  return networks.flatMap(({ spec, told }) =>
    told.map((sentence) => (networks.length > 1 ? `${spec}: ${sentence}` : sentence)),
  );
}

type Point = Omit<SweepJob["points"][number], "key">;

function checkedPoints(
  { points, networks: specs }: SweepRequest,
  { model }: LoadedModel,
  networks: Network[],
): Point[] {
  const faults = new Set<string>();
  const checked = points.map(({ values, network, parameters }, id) => {
    const at = specs.indexOf(network);
    try {
      settle(model, networks[at], parameters);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      for (const fault of error.message.split("\n")) faults.add(specs.length > 1 ? `${network}: ${fault}` : fault);
    }
    return { id, network: at, values: { ...values }, parameters: { ...parameters } };
  });
  refuse([...faults].slice(0, MOST_FAULTS));
  return checked;
}

/** The most worlds of a job: each is a row, and all rows are in memory at the end. */
const MOST_WORLDS = 1e8;

function worldsFaults({ points, replicates, until }: SweepRequest): string[] {
  const worlds = Math.max(points.length * replicates, until?.most ?? 0);
  return worlds > MOST_WORLDS
    ? [`replicates: a job must have at most ${MOST_WORLDS} worlds, got ${worlds} (${points.length} points)`]
    : [];
}

/** The most faults reported: a design of a thousand points can have a thousand. */
const MOST_FAULTS = 40;
