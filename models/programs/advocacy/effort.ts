import { type AdvocacyValues } from "./parameters.ts";

const clip = (x: number): number => Math.min(1, Math.max(0, x));

/** What pay does as a share of what it can do at most: R̃ = R/(R + R½). */
export const pullOf = ({ pay, halfPay }: Pick<AdvocacyValues, "pay" | "halfPay">): number => pay / (pay + halfPay);

/** The share of those who come that come for the pay: seekers·(1 + pull·R̃), at most all. */
export const seekersComing = ({
  seekers,
  pull,
  ...paid
}: Pick<AdvocacyValues, "seekers" | "pull" | "pay" | "halfPay">): number =>
  Math.min(1, seekers * (1 + pull * pullOf(paid)));

/** Effort of a member: e = clip(drive·(1 − χ[R > 0]) + x·R̃)·(1 − fatigue). */
export function effortOf(
  parameters: Pick<AdvocacyValues, "pay" | "halfPay" | "crowding" | "attraction" | "seekerAttraction">,
  { drive, seeker, fatigue }: { drive: number; seeker: boolean; fatigue: number },
): number {
  const { pay, crowding, attraction, seekerAttraction } = parameters;
  const own = pay > 0 ? drive * (1 - crowding) : drive;
  return clip(own + (seeker ? seekerAttraction : attraction) * pullOf(parameters)) * (1 - fatigue);
}

/**
 * The pay above which it raises the effort of an honest member, where clipping does not bind: R̃ > χ·drive/x,
 * so R > R½·b/(1 − b) with b = χ·drive/x. Infinity if no pay is enough, 0 if any is.
 */
export function barOfPay(
  { crowding, attraction, halfPay }: Pick<AdvocacyValues, "crowding" | "attraction" | "halfPay">,
  drive: number,
): number {
  const lost = crowding * drive;
  if (lost === 0) return 0;
  return lost < attraction ? (halfPay * lost) / (attraction - lost) : Infinity;
}
