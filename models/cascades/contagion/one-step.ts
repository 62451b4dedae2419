import { type Network } from "../../core/index.ts";
import { ACTIVE, EXPOSED, following, move, type Rules, type Stages } from "./stages.ts";

interface World {
  network: Network;
  state: Stages;
  time: number;
  /** Draw that decides whether a customer moves to the next stage in this step. */
  random: { turn: (i: number) => number };
}

/**
 * One synchronous step. `spread` reports who joins and through whom, based on the state before the step; the first
 * report for a customer is recorded. Customers exposed or active before the step may move to the next stage.
 */
export function oneStep(
  { network, state, time, random }: World,
  rules: Rules,
  spread: (join: (i: number, through: number) => void) => void,
): void {
  const { stage, joined, through } = state;
  const passing: number[] = [];
  for (let i = 0; i < network.size; i++) {
    const chance = stage[i] === EXPOSED ? rules.onset : stage[i] === ACTIVE ? rules.leave : 0;
    if (chance > 0 && random.turn(i) < chance) passing.push(i);
  }
  const joining: number[] = [];
  spread((i, helper) => {
    if (joined[i] === time) return;
    joined[i] = time;
    through[i] = helper;
    joining.push(i);
  });
  for (const i of passing) move(network, state, i, following(stage[i], rules));
  for (const i of joining) move(network, state, i, following(stage[i], rules));
}
