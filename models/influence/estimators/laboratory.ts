import { momentsOf, NORMAL_95 } from "../../statistics/index.ts";
import { childKey, finish, type Network, start, streamKey, uniform } from "../../core/index.ts";
import { fromEdges } from "../../networks/edges.ts";
import { generate } from "../../networks/specification.ts";
import { excessAt } from "../degrees/excess.ts";
import { kindOf, likeness } from "../likeness.ts";
import { type Condition, conditionsOf } from "./conditions.ts";
import { estimators } from "./estimators.ts";
import { type Finding, type Study } from "./study.ts";

export const CUSTOMERS = 1000;
export const conditions = conditionsOf(CUSTOMERS);
const PACE = 0.25;
const SEEN = 8;

/** A directed version of the network: each tie runs both ways, one way or the other, each with chance one third. */
export function directed({ size, out }: Network, seed: string, world = 0): Network {
  const key = childKey(streamKey(seed, "laboratory/direction"), world);
  const sources: number[] = [];
  const targets: number[] = [];
  for (let i = 0; i < size; i++) {
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) {
      const j = out.targets[e];
      if (j < i) continue;
      const way = Math.floor(3 * uniform(key, e));
      if (way !== 1) {
        sources.push(i);
        targets.push(j);
      }
      if (way !== 0) {
        sources.push(j);
        targets.push(i);
      }
    }
  }
  return fromEdges({ size, directed: true, sources: Uint32Array.from(sources), targets: Uint32Array.from(targets) })
    .network;
}

/**
 * One world of a condition: draws a new network, observes it for some steps, then runs a trial that gives half of
 * the customers the trait.
 */
export function studyOf({ network: spec, parameters, before }: Condition, seed: string, world: number): Study {
  const network = directed(generate(spec, seed, world), seed, world);
  const invitedAt = before + SEEN;
  const own = start(likeness, network, {
    seed,
    world,
    parameters: { ...parameters, pace: PACE, invited: 0.5, invitedAt },
  });
  const panel: Uint8Array[] = [];
  finish(own, invitedAt - 1, () => {
    if (own.time >= before) panel.push(own.state.has.slice());
  });
  own.step();
  const after = own.state.has.slice();
  own.step();
  const kind = Int8Array.from(network.nodes, (i) => kindOf(network, i));
  return {
    network,
    panel,
    kind,
    trial: { drawn: own.state.drawn, after, later: own.state.has.slice() },
    seed: `${seed}/${world}`,
  };
}

/**
 * The results of one world: each estimator's estimate, the excess at each degree, and the excess at the first
 * degree if nobody had copied.
 */
export interface WorldFindings {
  findings: Finding[];
  curve: number[];
  without: number;
}

export function findingsOf(condition: Condition, seed: string, world: number): WorldFindings {
  const study = studyOf(condition, seed, world);
  const { network, panel } = study;
  const curve = [1, 2, 3].map((distance) => excessAt(network, panel[panel.length - 1], distance));
  const alone = { ...condition.parameters, contagion: 0, invitedAt: 1 };
  const without =
    condition.parameters.contagion === 0
      ? curve[0]
      : excessAt(network, start(likeness, network, { seed, world, parameters: alone }).state.has, 1);
  return { findings: estimators.map((estimator) => estimator.of(study)), curve, without };
}

/** How well one estimator does in one condition. */
export interface Score {
  condition: string;
  estimator: string;
  target: "slope" | "excess";
  worlds: number;
  /** The true value. */
  truth: number;
  /** Mean estimate. */
  mean: number;
  /** Mean estimate minus the truth, and its standard error over worlds. */
  bias: number;
  stderr: number;
  /** Number of worlds whose 95 % interval contains the truth. */
  covered: number;
  /**
   * Number of worlds in which the estimator finds influence (at least 1.96 standard errors above 0): power or,
   * without contagion, false alarms.
   */
  sure: number;
}

/**
 * One score per estimator, from all worlds. The true slope is pace · contagion. The true excess is the part due to
 * copying: the mean over worlds of the excess minus the excess if nobody had copied.
 */
export function scoresOf({ name, parameters }: Condition, worlds: readonly WorldFindings[]): Score[] {
  const n = worlds.length;
  const made = worlds.map(({ curve, without }) => curve[0] - without);
  return estimators.map(({ name: estimator, target }, k) => {
    const found = worlds.map(({ findings }) => findings[k]);
    const truths = target === "slope" ? made.map(() => PACE * parameters.contagion) : made;
    const truth = momentsOf(truths).mean;
    const { mean: bias, stderr } = momentsOf(found.map(({ estimate }, world) => estimate - truths[world]));
    const count = (is: (finding: Finding) => boolean): number => found.filter(is).length;
    return {
      condition: name,
      estimator,
      target,
      worlds: n,
      truth,
      mean: truth + bias,
      bias,
      stderr,
      covered: count(({ estimate, stderr: error }) => Math.abs(estimate - truth) <= NORMAL_95 * error),
      sure: count(({ estimate, stderr: error }) => estimate > NORMAL_95 * error),
    };
  });
}
