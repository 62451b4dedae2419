import { auditHits } from "../advocacy/audit.ts";
import { booking, type CostLine } from "../costs.ts";
import { OURS } from "../../market/state.ts";
import { costOf, friendPayOf, payOf } from "./reward.ts";
import { type Kind, KINDS, type Referring } from "./state.ts";

/** A claim for person i by the code of `owner`, or of nobody where that is -1. */
interface Claim {
  kind: Kind;
  i: number;
  owner: number;
}

/**
 * Settles the claims that are due, in order of persons: void if the friend has not paid for long enough or
 * has left, as the rules have it; then checked; then paid. At the horizon whatever is still open is settled
 * as it stands, so that no program looks cheap for what it still owes. Cost: linear in people.
 */
export function settle(market: Referring): void {
  const { network, parameters, state, week } = market;
  const { claimDue, doubleDue, selfDue, claim, owner, holder } = state;
  const last = week === parameters.horizon - 1;
  const isDue = (when: number): boolean => when >= 0 && (when <= week || last);
  const decide = deciding(market);
  const counts = counting(market);
  for (let i = 0; i < network.size; i++) {
    if (isDue(claimDue[i])) {
      claimDue[i] = -1;
      if (counts(i)) decide({ kind: KINDS[claim[i] - 1], i, owner: owner[i] });
    }
    if (isDue(doubleDue[i])) {
      doubleDue[i] = -1;
      if (counts(i)) decide({ kind: "double", i, owner: owner[i] });
    }
    if (isDue(selfDue[i])) {
      selfDue[i] = -1;
      if (holder[i] === OURS) decide({ kind: "self", i, owner: i });
    }
  }
}

/** Whether the rules let a claim for person i count: paid for long enough, and not left if that voids it. */
function counting({
  parameters: { minimumWeeks, voidOnReturn },
  state: { start, end },
}: Referring): (i: number) => boolean {
  return (i) => end[i] < 0 || (!voidOnReturn && end[i] - start[i] >= minimumWeeks);
}

/**
 * Checks a claim and pays it. Comparison of records finds a share of second names and double accounts, and
 * of what is left the audit rejects cheats with chance φ^θ and the honest with chance φ, by one draw a
 * claim. Who was honest and would have been paid bears a grudge.
 */
function deciding(market: Referring): (claim: Claim) => void {
  const { parameters, state, random } = market;
  const { falseAlarms, matching, grudge } = parameters;
  const hits = auditHits(parameters);
  const pay = paying(market);
  return (claim) => {
    const { kind, i, owner } = claim;
    const honest = kind === "honest" || kind === "old";
    const known = kind === "self" || kind === "double" ? matching : 0;
    const rejected = random.approve(i) < (honest ? falseAlarms : known + (1 - known) * hits);
    (rejected ? state.rejected : state.granted)[KINDS.indexOf(kind)]++;
    if (!rejected) pay(claim);
    else if (honest) {
      if (owner >= 0 && payOf(parameters, state.approved[owner] + 1) > 0) state.grudge[owner] = grudge;
      if (friendPayOf(parameters) > 0) state.grudge[i] = grudge;
    }
  };
}

/** Pays referrer and friend. Pay for a person who exists is for that newcomer; the rest is fraud of whoever gets it. */
function paying(market: Referring): (claim: Claim) => void {
  const { parameters, state } = market;
  const book = booking(market);
  const give = (line: CostLine, to: number, face: number): void => {
    const cost = costOf(parameters, face);
    if (cost > 0) book(line, to, cost);
  };
  return ({ kind, i, owner }) => {
    const fraud = kind === "self" || kind === "double";
    const line = fraud ? "paidFraud" : "paidFor";
    if (owner >= 0 && state.holder[owner] === OURS)
      give(line, fraud ? owner : i, payOf(parameters, ++state.approved[owner]));
    give(line, i, friendPayOf(parameters));
  };
}
