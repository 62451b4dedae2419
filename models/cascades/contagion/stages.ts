import { type Columns, f64, i32, type Network, u8 } from "../../core/index.ts";

/** Where a customer stands; who has left for good can join no more. */
export const SUSCEPTIBLE = 0;
export const EXPOSED = 1;
export const ACTIVE = 2;
export const REMOVED = 3;

/** What is remembered of each customer in every contagion. */
export const stageState = {
  stage: u8("0 susceptible, 1 exposed, 2 active, 3 removed"),
  joined: f64("moment at which this customer last joined; first customers 0, -1 never"),
  through: i32("customer who brought this one in, the last time; -1 nobody"),
  exposedSeen: i32("exposed customers among those who can influence this one"),
  activeSeen: i32("active customers among those who can influence this one"),
  waits: i32("waiting times drawn so far"),
  left: f64("what is left of the present waiting time, of mean 1 at rate 1"),
};
export interface Stages extends Columns<typeof stageState> {}
export const stageTrace = { when: "joined", through: "through" } as const;

/** How customers pass from stage to stage; rates a unit of time, or chances a step. */
export interface Rules {
  /** Joining with nobody's help. */
  unprompted: number;
  /** Joining through one exposed contact, and through one active contact. */
  exposed: number;
  active: number;
  /** True where the two above are shared out among all who can influence a customer. */
  shared: boolean;
  /** Passing from exposed to active; Infinity where there is no stage between. */
  onset: number;
  /** Ceasing to be active. */
  leave: number;
  /** True where who ceases can join again. */
  again: boolean;
}

/** The stage that follows `stage`; active once it can go no further. */
export function following(stage: number, { onset, again }: Rules): number {
  if (stage === SUSCEPTIBLE) return onset < Infinity ? EXPOSED : ACTIVE;
  if (stage === EXPOSED) return ACTIVE;
  return again ? SUSCEPTIBLE : REMOVED;
}

/** Everybody susceptible but the first customers, who stand at `stage`. */
export function begin(network: Network, state: Stages, first: readonly number[], stage = ACTIVE): void {
  state.joined.fill(-1);
  state.through.fill(-1);
  for (const i of first) {
    state.joined[i] = 0;
    move(network, state, i, stage);
  }
}

/** Lets `i` stand at `stage`, and those it can influence see it. */
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

/** At what rate `i` leaves the stage where it stands; where nobody influences it, nobody helps it to join. */
export function rateOf(network: Network, { stage, exposedSeen, activeSeen }: Stages, rules: Rules, i: number): number {
  if (stage[i] === EXPOSED) return rules.onset;
  if (stage[i] === ACTIVE) return rules.leave;
  if (stage[i] === REMOVED) return 0;
  const help = rules.exposed * exposedSeen[i] + rules.active * activeSeen[i];
  if (help === 0) return rules.unprompted;
  return rules.unprompted + (rules.shared ? help / network.in.degree(i) : help);
}

/** True while anybody can still pass to another stage. */
export function canMove(network: Network, state: Stages, rules: Rules): boolean {
  for (let i = 0; i < network.size; i++) if (rateOf(network, state, rules, i) > 0) return true;
  return false;
}

/** How many customers stand at a stage. */
export function at(stage: number, { stage: column }: Stages): number {
  let count = 0;
  for (let i = 0; i < column.length; i++) if (column[i] === stage) count++;
  return count;
}
