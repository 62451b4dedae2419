import { type Columns, f64, i32, ofWorld, type Random, u8 } from "../../core/index.ts";
import { type CostColumns } from "../costs.ts";
import { type Market, type MarketColumns } from "../../market/state.ts";
import { type ReferralValues } from "./parameters.ts";

/**
 * Whose claim it is: an invited newcomer's, an invited customer's, one without an invitation, a second account, or a
 * second name.
 */
export const KINDS = ["honest", "old", "leak", "double", "self"] as const;
export type Kind = (typeof KINDS)[number];

export const referralState = {
  barred: u8("1 = may not take part, since others are named as members"),
  settled: u8("1 = a customer before the program began"),
  inviter: i32("whose invitation this person would join by; -1 nobody's"),
  claim: u8("claim that was made for this person: 0 none, else 1 + its kind"),
  owner: i32("whose code that claim quotes; -1 nobody's"),
  claimDue: i32("week at whose end that claim is settled; -1 none open"),
  doubleDue: i32("the same for this person's second account"),
  selfDue: i32("the same for this person's second name"),
  approved: i32("referrals of this person that were approved"),
  invitations: ofWorld(f64("invitations that arrived so far"), 1),
  claimed: ofWorld(f64("claims so far, by kind"), KINDS.length),
  granted: ofWorld(f64("approved claims so far, by kind"), KINDS.length),
  rejected: ofWorld(f64("claims that comparison or audit rejected so far, by kind"), KINDS.length),
};
export const referralStreams = { invite: "arc-step", claim: "node-step", approve: "node-step", cheat: "node" } as const;

/** A market in one week with a referral program in it. */
export interface Referring extends Market {
  parameters: Market["parameters"] & ReferralValues;
  state: MarketColumns & CostColumns & Columns<typeof referralState>;
  random: Market["random"] & Random<typeof referralStreams>;
}
