import { toText } from "../../core/index.ts";
import { referralParameters, type ReferralValues } from "./parameters.ts";

type Scheme = Pick<ReferralValues, "sides" | "kind" | "shape" | "reward" | "friendPay" | "cap" | "breakage">;
/** What must hold of a reward. */
export function rewardFaults({ reward: steps, shape }: Pick<Scheme, "reward" | "shape">): string[] {
  const told = toText(referralParameters.reward, steps);
  const faults: string[] = [];
  if (steps[0].from < 1 || steps.some(({ from }, k) => k > 0 && from <= steps[k - 1].from))
    faults.push(`reward must have steps from 1 on in rising order, got ${told}`);
  if (shape === "linear" && (steps.length > 1 || steps[0].from !== 1))
    faults.push(`shape=linear must have a reward of one step from 1 on, got ${told}`);
  return faults;
}

/**
 * What the n-th approved referral pays its referrer, n from 1: `linear` the same each time; `threshold` the
 * pay of a step once, when it is reached; `tiers` the pay of the highest step reached. Nothing beyond the
 * cap, nor where the referrer gets nothing.
 */
export function payOf({ sides, shape, reward, cap }: Scheme, n: number): number {
  if (!paysReferrer(sides) || (cap > 0 && n > cap)) return 0;
  const reached = reward.filter(({ from }) => from <= n).at(-1);
  if (!reached || (shape === "threshold" && reached.from !== n)) return 0;
  return reached.pay;
}

/** What the friend of an approved referral is paid. */
export const friendPayOf = ({ sides, friendPay }: Scheme): number =>
  sides === "friend" || sides === "both" ? friendPay : 0;

const paysReferrer = (sides: Scheme["sides"]): boolean => sides === "referrer" || sides === "both";

/** What a referrer with so many approved referrals can promise and expect for the next one, at face value. */
export interface Offer {
  referrer: number;
  friend: number;
}

/**
 * The offer after `approved` referrals. Pay at a threshold ahead counts in equal parts for each referral
 * that is still missing. Status has a face value too, but costs nothing and is no money.
 */
export function offerOf(scheme: Scheme, approved: number): Offer {
  const friend = friendPayOf(scheme);
  if (scheme.shape !== "threshold" || !paysReferrer(scheme.sides))
    return { referrer: payOf(scheme, approved + 1), friend };
  const ahead = scheme.reward.find(({ from }) => from > approved);
  const open = ahead !== undefined && (scheme.cap === 0 || ahead.from <= scheme.cap);
  return { referrer: open ? ahead.pay / (ahead.from - approved) : 0, friend };
}

/** Money in an offer, as a share of what money can do at most: R̃ = R/(R + R½); status is none. */
export function pullOf(
  { kind, halfReward }: Pick<ReferralValues, "kind" | "halfReward">,
  { referrer, friend }: Offer,
): number {
  const money = kind === "status" ? 0 : referrer + friend;
  return money === 0 ? 0 : money / (money + halfReward);
}

/** What pay of a face value costs: cash all of it, credit the part that is redeemed, status nothing. */
export function costOf({ kind, breakage }: Scheme, face: number): number {
  if (kind === "status") return 0;
  return kind === "credit" ? face * (1 - breakage) : face;
}
