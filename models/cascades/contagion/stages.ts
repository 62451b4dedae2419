import { type Columns, f64, i32, type Network, u8 } from "../../core/index.ts";

/** The stages of a customer; removed customers never join again. */
export const SUSCEPTIBLE = 0;
export const EXPOSED = 1;
export const ACTIVE = 2;
export const REMOVED = 3;

/** The state of each customer in every contagion model. */
export const stageState = {
  stage: u8("0 susceptible, 1 exposed, 2 active, 3 removed"),
  joined: f64("time at which this customer last joined; 0 for a seed, -1 never"),
  through: i32("customer through whom this one last joined; -1 nobody"),
  exposedSeen: i32("number of exposed customers who can influence this one"),
  activeSeen: i32("number of active customers who can influence this one"),
  waits: i32("waiting times drawn so far"),
  left: f64("remaining waiting time, of mean 1 at rate 1"),
};
export interface Stages extends Columns<typeof stageState> {}
export const stageTrace = { when: "joined", through: "through" } as const;

/** How customers move between stages: rates per unit of time, or chances per step. */
export interface Rules {
  /** Joining unprompted. */
  unprompted: number;
  /** Joining through one exposed contact, and through one active contact. */
  exposed: number;
  active: number;
  /** True if the two above are divided by the number of customers who can influence one. */
  shared: boolean;
  /** From exposed to active; Infinity if there is no exposed stage. */
  onset: number;
  /** Leaving the active stage. */
  leave: number;
  /** True if customers who leave can join again. */
  again: boolean;
}

/** The stage after `stage`; the customer is removed or susceptible again after the active stage. */
export function following(stage: number, { onset, again }: Rules): number {
  if (stage === SUSCEPTIBLE) return onset < Infinity ? EXPOSED : ACTIVE;
  if (stage === EXPOSED) return ACTIVE;
  return again ? SUSCEPTIBLE : REMOVED;
}

/** Makes everyone susceptible except the seeds, which start in `stage`. */
export function begin(network: Network, state: Stages, first: readonly number[], stage = ACTIVE): void {
  state.joined.fill(-1);
  state.through.fill(-1);
  for (const i of first) {
    state.joined[i] = 0;
    move(network, state, i, stage);
  }
}

/** Moves `i` to stage `to` and updates the counts of those it can influence. */
export function move({ out }: Network, { stage, exposedSeen, activeSeen }: Stages, i: number, to: number): void {
  const from = stage[i];
  stage[i] = to;
  const exposed = Number(to === EXPOSED) - Number(from === EXPOSED);
  const active = Number(to === ACTIVE) - Number(from === ACTIVE);
  if (exposed === 0 && active === 0) return;
  for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) {
    exposedSeen[out.targets[e]] += exposed;
    activeSeen[out.targets[e]] += active;
  }
}

/** The rate at which `i` leaves its current stage. A customer without influencers can join only unprompted. */
export function rateOf(network: Network, { stage, exposedSeen, activeSeen }: Stages, rules: Rules, i: number): number {
  if (stage[i] === EXPOSED) return rules.onset;
  if (stage[i] === ACTIVE) return rules.leave;
  if (stage[i] === REMOVED) return 0;
  const help = rules.exposed * exposedSeen[i] + rules.active * activeSeen[i];
  if (help === 0) return rules.unprompted;
  return rules.unprompted + (rules.shared ? help / network.in.degree(i) : help);
}

/** True while any customer can still change stage. */
export function canMove(network: Network, state: Stages, rules: Rules): boolean {
  for (let i = 0; i < network.size; i++) if (rateOf(network, state, rules, i) > 0) return true;
  return false;
}

/** The number of customers in a stage. */
export function at(stage: number, { stage: column }: Stages): number {
  let count = 0;
  for (let i = 0; i < column.length; i++) if (column[i] === stage) count++;
  return count;
}
