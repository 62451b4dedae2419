import { FRESH, OURS, UNTOLD } from "../../market/state.ts";
import { segmentsOf } from "../../market/segments.ts";
import { carrying } from "../../market/talk.ts";
import { enrol } from "../members/enrol.ts";
import { claimAsCustomer } from "./claims.ts";
import { eligibility } from "./eligibility.ts";
import { type Offer, offerOf, pullOf } from "./reward.ts";
import { type ReferralValues } from "./parameters.ts";
import { type Referring } from "./state.ts";

const TRIED_OURS = 1;

/** By how much an offer multiplies invitations along strong ties and along weak ones. */
export function raisesOf(parameters: ReferralValues, offer: Offer): { strong: number; weak: number } {
  const size = parameters.sizeRaise * pullOf(parameters, offer);
  return {
    strong: 1 + (offer.friend > 0 ? parameters.strongRaise : 0) + size,
    weak: 1 + (offer.referrer > 0 ? parameters.weakRaise : 0) + size,
  };
}

/** What an invitation along a weak tie persuades, as a share of talk: less where only the referrer gets cash. */
export const trustOf = ({ kind, suspicion }: ReferralValues, { referrer, friend }: Offer): number =>
  kind === "cash" && referrer > 0 && friend === 0 ? 1 - suspicion : 1;

/**
 * A week of invitations, after the talk of the week: customers who take part and bear no grudge invite
 * along a tie iff u_invite < min(1, rate·w). An invitation is happy talk with a code: it makes known, may
 * move to a trial this week, and its code is used whenever that person joins, unless its sender has left
 * by the time of another invitation. Customers of before the program are enrolled with their first one.
 * Cost: twice the arcs of those who invite.
 */
export function invite(market: Referring): void {
  const { network, parameters, state, random } = market;
  if (parameters.inviting === 0) return;
  const { grudge, segment, approved, hop } = state;
  const eligible = eligibility(market);
  const segments = segmentsOf(parameters);
  const carry = carrying(market, random.invite);
  const heard = hearing(market);
  let sender = 0;
  let weak = 0;
  const overStrong = (i: number, w: number): void => {
    if (w >= 0.5) heard(i, sender, parameters.strong);
  };
  const overWeak = (i: number, w: number): void => {
    if (w < 0.5) heard(i, sender, weak);
  };
  for (let j = 0; j < network.size; j++) {
    if (grudge[j] > 0 || !eligible(j)) continue;
    const offer = offerOf(parameters, approved[j]);
    const rate = parameters.inviting * segments[segment[j]].talk;
    const raises = raisesOf(parameters, offer);
    sender = j;
    weak = parameters.weak * trustOf(parameters, offer);
    carry(j, rate * raises.strong, overStrong);
    carry(j, rate * raises.weak, overWeak);
  }
  for (let i = 0; i < network.size; i++) hop[i] &= UNTOLD;
}

/**
 * What an invitation does: person j has invited i, whom it moves to a trial with chance `moved` where nobody doubts.
 */
function hearing(market: Referring): (i: number, j: number, moved: number) => void {
  const { aware, used, talks, touch, unmoved, doubt, hop, inviter, holder, settled, enrolled, invitations } =
    market.state;
  return (i, j, moved) => {
    if (settled[j] === 1 && enrolled[j] === 0) enrol(market, j);
    invitations[0]++;
    aware[i] = 1;
    if (hop[i] === UNTOLD && hop[j] < UNTOLD - 1) hop[i] = (hop[j] + 1) | FRESH;
    if ((used[i] & TRIED_OURS) === 0) {
      if (talks[i] === 0) touch[i] = j;
      if (inviter[i] < 0 || holder[inviter[i]] !== OURS) inviter[i] = j;
    } else claimAsCustomer(market, i, j);
    if (talks[i] < 255) talks[i]++;
    unmoved[i] *= 1 - moved * doubt[i];
  };
}
