import { find } from "../../models/catalog.ts";
import { thresholdStep } from "../../models/cascades/threshold-step.ts";
import { needsByShare } from "../../models/cascades/needs.ts";
import { type Kernel, limit, type Network, simulator, streamKey, UNIT, uniform } from "../../models/core/index.ts";
import { geometricMean, type Measured, paired, timed } from "./paired.ts";
import { checksum, keyText, type Reference } from "./reference.ts";

export const SEED = "1";
/** Work of about this length a round. */
const ROUND_MS = 80;

interface Job {
  name: string;
  /** The word by which the reference knows it, and its number. */
  kind: string;
  number: number;
  model: string;
  parameters: Record<string, unknown>;
  stream: string;
  /** A second stream, where there is one. */
  more?: string;
}
const cascade = { model: "independent-cascade", number: 0.05, parameters: { probability: 0.05 } };
const jobs: readonly Job[] = [
  { ...cascade, name: "independent cascade, p = .05", kind: "uniform", stream: "coin" },
  {
    ...cascade,
    name: "independent cascade by skips, p = .05",
    kind: "skip",
    parameters: { probability: 0.05, draws: "skip" },
    stream: "skip",
    more: "further",
  },
  {
    ...cascade,
    name: "weighted cascade",
    kind: "weighted",
    parameters: { weighting: "weighted-cascade" },
    stream: "coin",
  },
  {
    name: "linear threshold",
    kind: "linear",
    number: 0,
    model: "linear-threshold",
    parameters: {},
    stream: "threshold",
  },
  {
    name: "watts threshold, .06",
    kind: "watts",
    number: 0.06,
    model: "watts-threshold",
    parameters: { threshold: 0.06 },
    stream: "first",
  },
];

/** Fifty first customers, the same for all. */
export const firstFifty = (network: Network): number[] =>
  Array.from({ length: 50 }, (_, k) => Math.floor((k * network.size) / 50));

/** Kernels against the reference on one network, from 50 first customers; nanoseconds an arc that was tried. */
export async function benchKernels(
  name: string,
  network: Network,
  reference: Reference,
  { roundMs = ROUND_MS } = {},
): Promise<Measured[]> {
  const seeds = firstFifty(network);
  await reference.take(network, seeds);
  const rows: Measured[] = [];
  const perArc = new Map<string, { ours: number; theirs: number }>();
  for (const job of jobs) {
    const parameters = { ...job.parameters, seeds: seeds.map((i) => network.keys.key(i)) };
    const simulate = simulator(find(job.model).model, network, { parameters, seed: SEED });
    await reference.ask(
      `job ${job.kind} ${job.number} ${keyText(streamKey(SEED, job.stream))} ${keyText(streamKey(SEED, job.more ?? job.stream))}`,
    );
    const worlds = enough(simulate, roundMs);
    const arcs = (await reference.ask(`worlds 0 ${worlds} 1`)).totals[2];
    const pair = await paired(
      `${job.name} on ${name}`,
      () => runWorlds(simulate, worlds),
      () => reference.ask(`worlds 0 ${worlds} 0`),
    );
    perArc.set(job.kind, { ours: pair.ours / arcs, theirs: pair.theirs / arcs });
    rows.push(against(`${job.name}, ${name}`, "ns an arc", pair.ours / arcs, pair.theirs / arcs, pair.ratio));
  }
  rows.push(await benchStep(name, network, reference));
  const skip = perArc.get("skip")!.ours;
  const arcwise = perArc.get("uniform")!.theirs;
  rows.push({
    name: `times faster by skips than C++ arc by arc, ${name}`,
    unit: "ns an arc",
    value: skip,
    reference: arcwise,
    ratio: arcwise / skip,
    goal: "at least 1.3",
    met: arcwise / skip >= 1.3,
  });
  return rows;
}

/** One synchronous round over all customers, of whom a tenth have adopted, at threshold .18. */
async function benchStep(name: string, network: Network, reference: Reference): Promise<Measured> {
  const key = streamKey(SEED, "early");
  const [share, early] = [0.18, 0.1];
  const start = Int32Array.from({ length: network.size }, (_, i) => (uniform(key, i) < limit(early) * UNIT ? 0 : -1));
  const state = {
    reached: new Int32Array(network.size),
    through: new Int32Array(network.size),
    lost: new Int32Array(network.size).fill(-1),
  };
  const needs = needsByShare(network, { threshold: share, thresholds: "same" });
  const round = () => {
    state.reached.set(start);
    state.through.fill(-1);
    const { nanoseconds } = timed(() => [Number(thresholdStep({ network, state, time: 1 }, needs))]);
    return { nanoseconds, totals: [state.reached.filter((when) => when === 1).length, checksum(state.through)] };
  };
  const pair = await paired(
    `threshold step on ${name}`,
    round,
    () => reference.ask(`step ${share} ${early} ${keyText(key)}`),
    9,
  );
  return against(
    `synchronous threshold step, ${name}`,
    "ns an arc",
    pair.ours / network.arcs,
    pair.theirs / network.arcs,
    pair.ratio,
  );
}

/** The geometric mean over all kernels measured. */
export function kernelMean(rows: readonly Measured[]): Measured {
  const ratios = rows.flatMap(({ ratio, goal }) => (goal === "at most 2.5" && ratio !== null ? [ratio] : []));
  const mean = geometricMean(ratios);
  return {
    name: "all kernels, geometric mean",
    unit: "times C++",
    value: mean,
    reference: 1,
    ratio: mean,
    goal: "at most 2.0",
    met: mean <= 2,
  };
}

const against = (name: string, unit: string, value: number, reference: number, ratio: number): Measured => ({
  name,
  unit,
  value,
  reference,
  ratio,
  goal: "at most 2.5",
  met: ratio <= 2.5,
});

export function runWorlds(simulate: Kernel, worlds: number) {
  const out = new Float64Array(2);
  return timed(() => {
    let reach = 0;
    let rounds = 0;
    for (let world = 0; world < worlds; world++) {
      simulate(world, out);
      reach += out[0];
      rounds += out[1];
    }
    return [reach, rounds, 0];
  });
}

/** The number of worlds that take as long as a round. */
export function enough(simulate: Kernel, roundMs = ROUND_MS): number {
  let worlds = 1;
  for (;;) {
    const ms = runWorlds(simulate, worlds).nanoseconds / 1e6;
    if (ms >= roundMs || worlds >= 1 << 16) return worlds;
    worlds *= ms > roundMs / 2 ? 2 : 4;
  }
}
