import { type Network } from "../../core/index.ts";
import { KINDS, type Referring } from "./state.ts";

type Seen = { network: Network; state: Referring["state"] };
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** What a referral program reports besides the market. */
export function referralMeasures() {
  const tally = (about: string, unit: string, of: (state: Referring["state"]) => number) => ({
    about,
    unit,
    of: ({ state }: Seen): number => of(state),
  });
  const fraud = (counts: Float64Array): number => counts[KINDS.indexOf("double")] + counts[KINDS.indexOf("self")];
  const honest = (counts: Float64Array): number => counts[KINDS.indexOf("honest")] + counts[KINDS.indexOf("old")];
  return {
    invitations: tally("invitations that arrived, so far", "invitations", ({ invitations }) => invitations[0]),
    referred: {
      about: "people who have joined by an invitation",
      unit: "share",
      of: ({ network, state: { start, inviter } }: Seen): number =>
        start.reduce((count, week, i) => count + (week >= 0 && inviter[i] >= 0 ? 1 : 0), 0) / network.size,
    },
    claims: tally("claims so far", "claims", ({ claimed }) => sum(claimed)),
    granted: tally("claims approved so far", "claims", ({ granted }) => sum(granted)),
    fraudulent: tally(
      "approved claims that were for nobody real; missing where none was approved",
      "share",
      ({ granted }) => fraud(granted) / sum(granted),
    ),
    leaked: tally(
      "approved claims without an invitation; missing where none was approved",
      "share",
      ({ granted }) => granted[KINDS.indexOf("leak")] / sum(granted),
    ),
    wronged: tally("honest claims that the audit rejected, so far", "claims", ({ rejected }) => honest(rejected)),
    paid: {
      about: "discounted pay for referrals so far, for each person in the market",
      unit: "money",
      of: ({ network, state: { paidFor, paidFraud } }: Seen): number => (sum(paidFor) + sum(paidFraud)) / network.size,
    },
  };
}
