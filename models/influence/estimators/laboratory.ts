import { childKey, finish, type Network, start, streamKey, uniform } from "../../core/index.ts";
import { fromEdges } from "../../networks/edges.ts";
import { excessAt } from "../degrees/excess.ts";
import { kindOf, likeness } from "../likeness.ts";
import { estimators } from "./estimators.ts";
import { type Finding, type Study } from "./study.ts";

/** A world whose causes are known. */
export interface Condition {
  name: string;
  parameters: { contagion: number; homophily: number; context: number };
}

/** No cause, each alone, and all three together. */
export const conditions: readonly Condition[] = [
  { name: "nothing", parameters: { contagion: 0, homophily: 0, context: 0 } },
  { name: "contagion", parameters: { contagion: 0.6, homophily: 0, context: 0 } },
  { name: "homophily", parameters: { contagion: 0, homophily: 0.6, context: 0 } },
  { name: "context", parameters: { contagion: 0, homophily: 0, context: 0.6 } },
  { name: "mixture", parameters: { contagion: 0.4, homophily: 0.35, context: 0.35 } },
];

/** The network all worlds share, before its ties are given directions. */
export const FRIENDS = "block:sizes=500+500,within=4.8,between=1.2";
const PACE = 0.25;
const BEFORE = 60; // steps until what is seen no longer remembers the start
const SEEN = 8;

/** Each tie runs both ways, one way or the other, with a third of the chance each. */
export function directed({ size, out }: Network, seed: string): Network {
  const key = childKey(streamKey(seed, "laboratory/direction"), 0);
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
  return fromEdges({ size, directed: true, sources: Uint32Array.from(sources), targets: Uint32Array.from(targets) }).network;
}

/** One world of a condition, looked at for some steps, then put to a trial that gives half of the customers the trait. */
export function studyOf(network: Network, { parameters }: Condition, seed: string, world: number): Study {
  const invitedAt = BEFORE + SEEN;
  const own = start(likeness, network, { seed, world, parameters: { ...parameters, pace: PACE, places: 50, invited: 0.5, invitedAt } });
  const panel: Uint8Array[] = [];
  finish(own, invitedAt - 1, () => {
    if (own.time >= BEFORE) panel.push(own.state.has.slice());
  });
  own.step();
  const after = own.state.has.slice();
  own.step();
  const kind = Int8Array.from(network.nodes, (i) => kindOf(network, i));
  return { network, panel, kind, trial: { drawn: own.state.drawn, after, later: own.state.has.slice() }, seed: `${seed}/${world}` };
}

/** What each estimator found in one world, and the excess that is there with and without copying. */
export interface WorldFindings {
  findings: Finding[];
  excess: number;
  without: number;
}

export function findingsOf(network: Network, condition: Condition, seed: string, world: number): WorldFindings {
  const study = studyOf(network, condition, seed, world);
  const last = study.panel.length - 1;
  const still: Condition = { ...condition, parameters: { ...condition.parameters, contagion: 0 } };
  const twin = condition.parameters.contagion === 0 ? study : studyOf(network, still, seed, world);
  return {
    findings: estimators.map((estimator) => estimator.of(study)),
    excess: excessAt(network, study.panel[last], 1),
    without: excessAt(network, twin.panel[last], 1),
  };
}

/** How one estimator fares in one condition. */
export interface Score {
  condition: string;
  estimator: string;
  target: "slope" | "excess";
  worlds: number;
  /** What is true. */
  truth: number;
  /** Mean estimate, and its standard error over worlds. */
  mean: number;
  stderr: number;
  bias: number;
  /** Share of worlds whose 95 % interval holds the truth. */
  coverage: number;
  /** Share of worlds in which the estimator is sure of influence (above 0 by 1.96 standard errors): power, or false alarms without contagion. */
  sure: number;
  /** Without copying it claims some in more than one world of ten. */
  fooled: boolean;
}

/** Scores from worlds; the slope's truth is pace · contagion, the excess's the mean excess with copying less that without. */
export function scoresOf({ name, parameters }: Condition, worlds: readonly WorldFindings[]): Score[] {
  const n = worlds.length;
  const meanOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const made = meanOf(worlds.map(({ excess, without }) => excess - without));
  return estimators.map(({ name: estimator, target }, k) => {
    const found = worlds.map(({ findings }) => findings[k]);
    const truth = target === "slope" ? PACE * parameters.contagion : made;
    const mean = meanOf(found.map(({ estimate }) => estimate));
    const spread = found.reduce((sum, { estimate }) => sum + (estimate - mean) ** 2, 0);
    const share = (is: (finding: Finding) => boolean): number => found.filter(is).length / n;
    const sure = share(({ estimate, stderr }) => estimate > 1.96 * stderr);
    return {
      condition: name,
      estimator,
      target,
      worlds: n,
      truth,
      mean,
      stderr: Math.sqrt(spread / (n - 1) / n),
      bias: mean - truth,
      coverage: share(({ estimate, stderr }) => Math.abs(estimate - truth) <= 1.96 * stderr),
      sure,
      fooled: parameters.contagion === 0 && sure > 0.1,
    };
  });
}
