import { OURS } from "../market/state.ts";
import { bookRunning } from "./costs.ts";
import { inMarket } from "./in-market.ts";
import { defineProgram } from "./program.ts";
import { claimAsNewcomer, claimForOneself } from "./referral/claims.ts";
import { invite } from "./referral/invitations.ts";
import { referralMeasures } from "./referral/measures.ts";
import { referralParameters } from "./referral/parameters.ts";
import { bindReferred, welcome } from "./referral/referred.ts";
import { rewardFaults } from "./referral/reward.ts";
import { settle } from "./referral/settlement.ts";
import { referralState, referralStreams } from "./referral/state.ts";

/**
 * A referral program in the market: customers of some tenure invite others, by whom, how much and of what
 * kind is paid; invited customers stay longer and pay another margin; claims are honest, leaked or for
 * nobody real, are checked, and cost what the ledger books to the newcomer.
 *
 * What turns each mechanism off: `inviting` 0, `sides` none, `weakRaise`, `strongRaise`, `sizeRaise`,
 * `suspicion`, `referredPremium`, `selectionLoss`, `retention`, `cheats`, `leakage`, `matching`,
 * `falseAlarms`, `breakage`, `cap`, `minimumWeeks`, `delay`, `tenure`, `leastWorth` 0, `mostLeaving` 1,
 * `newOnly` or `voidOnReturn` false. With `inviting` 0 and `sides` none the market runs as if there were no
 * program, bit for bit. Members, for the ledger, are the customers of before the program who have invited:
 * whoever joins later is somebody whom the program may have brought.
 */
export const referral = defineProgram({
  name: "referral",
  about: "Customers invite others for a reward; the invited stay longer, and some claims are for nobody real.",
  source:
    "Schmitt, Skiera & Van den Bulte 2011, Journal of Marketing 75(1):46; Ryu & Feick 2007, Journal of Marketing 71(1):84; Verlegh et al. 2013, JMR 50:669",
  parameters: referralParameters,
  state: referralState,
  streams: referralStreams,
  takes: { members: "members" },
  check: ({ parameters }) => rewardFaults(parameters),
  setup({ network, parameters, state }) {
    for (const column of [state.inviter, state.owner, state.claimDue, state.doubleDue, state.selfDue]) column.fill(-1);
    for (let i = 0; i < network.size; i++) state.settled[i] = state.holder[i] === OURS ? 1 : 0;
    if (parameters.members.length === 0) return;
    state.barred.fill(1);
    for (const key of parameters.members) state.barred[network.keys.find(key)] = 0;
  },
  plays(market) {
    const { runningCost } = market.parameters;
    return {
      before() {
        if (runningCost > 0) bookRunning(market, runningCost);
      },
      talked: () => invite(market),
      joined(i) {
        welcome(market, i);
        claimAsNewcomer(market, i);
      },
      after() {
        bindReferred(market);
        claimForOneself(market);
        settle(market);
      },
    };
  },
  measures: referralMeasures(),
});

export const referralProgram = inMarket(referral);
