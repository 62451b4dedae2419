import { type AdvocacyValues } from "./parameters.ts";
import { pullOf } from "./effort.ts";
import { ACTIVE, type Advocating, RESTING } from "./state.ts";

/** Weeks of rest after a burn-out. */
const REST = 8;

/** Where skill comes to rest under support s: g·s/(g·s + f·(1 − s)); NaN where it never moves. */
export function skillAtRest({
  growth,
  forgetting,
  coaching,
}: Pick<AdvocacyValues, "growth" | "forgetting" | "coaching">): number {
  return (growth * coaching) / (growth * coaching + forgetting * (1 - coaching));
}

/**
 * A week's change in members: skill grows with support and fades without; effort tires and rest restores;
 * status and access restore the drive of the honest, pay wears it away for good. Fatigue beyond one half
 * may burn a member out. Where the program is off nobody is supported, paid or praised.
 *
 * Fatigue comes to rest at 1 − recovery/(ℓ·base), base being the effort when fresh: so members burn out
 * whose base exceeds 2·recovery/ℓ, with the usual numbers those whom status or pay drives beyond .8.
 */
export function develop(market: Advocating, on: boolean): void {
  const { network, parameters, state, random, week } = market;
  const { role, skill, fatigue, drive, effort, tier, seeker, rest, burnOuts } = state;
  const { growth, forgetting, tiring, recovery, burnOut, recognition, tiers, access, erosion } = parameters;
  const pull = pullOf(parameters);
  for (let i = 0; i < network.size; i++) {
    if (role[i] !== ACTIVE && role[i] !== RESTING) continue;
    const helped = on && role[i] === ACTIVE;
    const support = helped ? parameters.coaching : 0;
    skill[i] += growth * support * (1 - skill[i]) - forgetting * (1 - support) * skill[i];
    fatigue[i] = Math.min(1, Math.max(0, fatigue[i] + tiring * effort[i] - recovery));
    if (!helped) continue;
    if (seeker[i] === 0)
      drive[i] = Math.min(
        1,
        drive[i] + recognition * (tier[i] / tiers + access) * (1 - drive[i]) - erosion * pull * drive[i],
      );
    if (fatigue[i] > 0.5 && random.burnOut(i) < burnOut * (fatigue[i] - 0.5)) {
      role[i] = RESTING;
      rest[i] = week + 1 + REST;
      burnOuts[0]++;
    }
  }
}
