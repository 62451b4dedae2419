import { OURS } from "../../market/state.ts";
import { eligibility } from "./eligibility.ts";
import { offerOf, pullOf } from "./reward.ts";
import { type Kind, KINDS, type Referring } from "./state.ts";

/** Week at whose end a claim made this week for a newcomer of this week is settled. */
export const dueOf = ({ parameters: { minimumWeeks, delay }, week }: Referring): number =>
  week + Math.max(0, minimumWeeks - 1) + delay;

/** Whether the program pays or honours anybody, so that there is something to claim. */
const rewards = ({ parameters: { sides } }: Referring): boolean => sides !== "none";
const helpsFriend = ({ parameters: { sides } }: Referring): boolean => sides === "friend" || sides === "both";

function file(market: Referring, { kind, i, owner, due }: { kind: Kind; i: number; owner: number; due: number }): void {
  const { state } = market;
  state.claimed[KINDS.indexOf(kind)]++;
  state.claim[i] = 1 + KINDS.indexOf(kind);
  state.owner[i] = owner;
  state.claimDue[i] = due;
}

/**
 * Claims for newcomer i: by the code of an inviter who is still a customer, and if i is a cheat for a
 * second account of the same person a week later; without an invitation by a code that leaked, of whoever
 * talked last and takes part. A leaked code of nobody's pays the friend alone.
 */
export function claimAsNewcomer(market: Referring, i: number): void {
  if (!rewards(market)) return;
  const { parameters, state, random } = market;
  const j = state.inviter[i];
  if (j >= 0 && state.holder[j] === OURS) {
    file(market, { kind: "honest", i, owner: j, due: dueOf(market) });
    if (
      random.cheat(i) < parameters.cheats * pullOf(parameters, offerOf(parameters, state.approved[j])) &&
      random.claim(i) < parameters.doubleAccounts
    ) {
      state.claimed[KINDS.indexOf("double")]++;
      state.doubleDue[i] = dueOf(market) + 1;
    }
  } else if (random.claim(i) < parameters.leakage) {
    const teller = state.touch[i];
    const owner = teller >= 0 && eligibility(market)(teller) ? teller : -1;
    if (owner >= 0 || helpsFriend(market)) file(market, { kind: "leak", i, owner, due: dueOf(market) });
  }
}

/**
 * Where not only new customers count, a customer for whom nothing was claimed yet is claimed by the first who invites.
 */
export function claimAsCustomer(market: Referring, i: number, j: number): void {
  const { parameters, state, week } = market;
  if (parameters.newOnly || !rewards(market) || state.holder[i] !== OURS || state.claim[i] !== 0) return;
  const due = Math.max(week, state.start[i] + parameters.minimumWeeks - 1) + parameters.delay;
  file(market, { kind: "old", i, owner: j, due });
}

/** Cheats who take part claim a second name of their own, one at a time. Cost: linear in people. */
export function claimForOneself(market: Referring): void {
  const { network, parameters, state, random } = market;
  if (!rewards(market) || parameters.cheats === 0 || parameters.selfReferral === 0) return;
  const eligible = eligibility(market);
  const { selfDue, approved, claimed } = state;
  for (let j = 0; j < network.size; j++) {
    if (random.cheat(j) >= parameters.cheats || selfDue[j] >= 0 || !eligible(j)) continue;
    const tempted = random.cheat(j) < parameters.cheats * pullOf(parameters, offerOf(parameters, approved[j]));
    if (!tempted || random.claim(j) >= parameters.selfReferral) continue;
    claimed[KINDS.indexOf("self")]++;
    selfDue[j] = dueOf(market);
  }
}
