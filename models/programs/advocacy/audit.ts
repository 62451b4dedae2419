import { exp, log } from "../../core/index.ts";
import { type AdvocacyValues } from "./parameters.ts";
import { FREE } from "../../market/state.ts";
import { ACTIVE, type Advocating, EXPELLED } from "./state.ts";

/**
 * The chance that an audit flags a cheat, φ^θ; what it is worth is the area 1/(1 + θ) under the curve of hits over
 * false alarms.
 */
export const auditHits = ({ falseAlarms, auditArea }: Pick<AdvocacyValues, "falseAlarms" | "auditArea">): number =>
  falseAlarms === 0 ? 0 : exp(auditArea * log(falseAlarms));

/**
 * Audits all active members at the end of a cycle, by one draw each whatever φ is: cheats, who only post,
 * are flagged with chance φ^θ, the others with chance φ. Whoever is flagged is expelled and not paid for
 * the cycle. One who was honest bears a grudge and tells others, may cease to be a customer, and active
 * members among the contacts lose a part of their drive.
 */
export function audit({ network, parameters, state, random, week }: Advocating): void {
  const { falseAlarms, solidarity, walkOut, grudge } = parameters;
  if (falseAlarms === 0) return;
  const { role, talking, flags, drive } = state;
  const hits = auditHits(parameters);
  const wronged: number[] = [];
  for (let i = 0; i < network.size; i++) {
    if (role[i] !== ACTIVE) continue;
    const cheats = talking[i] === 0;
    if (random.audit(i) >= (cheats ? hits : falseAlarms)) continue;
    role[i] = EXPELLED;
    flags[0]++;
    if (cheats) flags[1]++;
    else wronged.push(i);
  }
  const { offsets, targets } = network.out;
  for (const i of wronged) {
    state.grudge[i] = grudge;
    if (random.walkOut(i) < walkOut) {
      state.holder[i] = FREE;
      state.end[i] = week + 1; // this week is paid
    }
    for (let e = offsets[i]; e < offsets[i + 1]; e++)
      if (role[targets[e]] === ACTIVE) drive[targets[e]] *= 1 - solidarity;
  }
}
