import { OURS } from "../../market/state.ts";
import { type Offer, offerOf, pullOf } from "./reward.ts";
import { type ReferralValues } from "./parameters.ts";
import { type Referring } from "./state.ts";

/**
 * Margin of an invited customer beyond the usual at the start: π_m − |π_m|·ζ_R·R̃. Money takes away a part of
 * the size of π_m, whatever its sign: taken from π_m itself, ζ_R·R̃ would turn the gain that was measured at a
 * reward of 25 into a loss of a quarter of all margin.
 */
export const premiumOf = (
  parameters: Pick<ReferralValues, "referredPremium" | "selectionLoss" | "kind" | "halfReward">,
  offer: Offer,
): number =>
  parameters.referredPremium -
  Math.abs(parameters.referredPremium) * parameters.selectionLoss * pullOf(parameters, offer);

/** A newcomer who was invited pays another margin, by the offer of the week of joining. */
export function welcome({ parameters, state }: Referring, i: number): void {
  const j = state.inviter[i];
  if (j < 0) return;
  state.premium[i] = premiumOf(parameters, offerOf(parameters, state.approved[j]));
  bind(parameters.retention, state, i);
}

/** Invited customers leave less while their referrer stays; as things stand after a week. Cost: linear in people. */
export function bindReferred({ network, parameters, state }: Referring): void {
  if (parameters.retention === 0) return;
  for (let i = 0; i < network.size; i++)
    if (state.holder[i] === OURS && state.inviter[i] >= 0) bind(parameters.retention, state, i);
}

function bind(retention: number, { strain, holder, inviter }: Referring["state"], i: number): void {
  strain[i] = holder[inviter[i]] === OURS ? 1 - retention : 1;
}
