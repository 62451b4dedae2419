import { discounting } from "../market/money.ts";
import { compensated } from "../statistics/index.ts";
import { type Arm, COSTS, GAINS, ledger, type Ledger, netOf, socialValue } from "./ledger.ts";
import { contactReach, toldReach } from "../programs/reach.ts";
import { equityOf } from "../market/worth.ts";

/** A new customer counts as brought by another if they join within this many weeks of that other. */
const PASSING = 26;

/** The effects of a program in one world, against the same world without it. NaN where a number does not exist. */
export interface Outcome extends Ledger {
  /** Net present value: the change in customer equity. */
  npv: number;
  /** All costs of the program, discounted. */
  spend: number;
  /** Net present value per unit of money spent; NaN where nothing was spent. */
  roi: number;
  /**
   * First week from which cumulative discounted cash is never again behind that without; NaN if none before the
   * horizon.
   */
  payback: number;
  /** Change in the value of people who do not take part, before costs. */
  social: number;
  /** Customer equity of the arm itself. */
  equity: number;
  /** People who are customers at the start of the arm itself or become customers before the horizon. */
  adopters: number;
  /** `adopters` less those without the program. */
  added: number;
  /** People whom the program ever enrolled, and their contacts, each counted once for every such person. */
  advocates: number;
  contacts: number;
  /** New customers to whom a member had talked last. */
  attributed: number;
  /**
   * Customers before the last 26 weeks, and the new customers to whom they had talked last, within 26 weeks. K is the
   * ratio of the second to the first.
   */
  passers: number;
  passed: number;
  /** Non-members first reached at one, two and three degrees: `reach` by ties, `told` by talk. */
  reach1: number;
  reach2: number;
  reach3: number;
  told1: number;
  told2: number;
  told3: number;
  /** The disagreement of the two accounts of the ledger, as a share of the sizes of its lines; 0 where all are 0. */
  gap: number;
}

/** The numbers of an outcome, in the order of the columns of rows. */
export const OUTCOMES = [
  ...(["npv", "spend", "roi", "payback", "social"] as const),
  ...GAINS,
  ...COSTS,
  ...(["equity", "adopters", "added", "advocates", "contacts", "attributed", "passers", "passed"] as const),
  ...(["reach1", "reach2", "reach3", "told1", "told2", "told3", "gap"] as const),
] as const satisfies readonly (keyof Outcome)[];

/** The outcome of a program in one world from both of its arms, run to the horizon. Cost: linear in people and arcs. */
export function outcomeOf(without: Arm, given: Arm): Outcome {
  const lines = ledger(without, given);
  const npv = netOf(lines);
  const spend = COSTS.reduce((sum, line) => sum + lines[line], 0);
  const equity = equityOf(given);
  const size = [...GAINS, ...COSTS].reduce((sum, line) => sum + Math.abs(lines[line]), 0);
  const adopters = adoptersOf(given);
  const { advocates, contacts } = circleOf(given);
  const [reach1, reach2, reach3] =
    advocates > 0 ? contactReach(given.network, (i) => given.state.enrolled[i] === 1) : [0, 0, 0];
  const [told1, told2, told3] = toldReach(given);
  return {
    ...lines,
    npv,
    spend,
    roi: spend > 0 ? npv / spend : NaN,
    payback: paybackOf(without, given),
    social: socialValue(lines),
    equity,
    adopters,
    added: adopters - adoptersOf(without),
    advocates,
    contacts,
    attributed: attributedOf(given),
    ...passedOn(given),
    reach1,
    reach2,
    reach3,
    told1,
    told2,
    told3,
    gap: size === 0 ? Math.abs(equity - equityOf(without)) : Math.abs(npv - (equity - equityOf(without))) / size,
  };
}

export function adoptersOf({ state: { start } }: Pick<Arm, "state">): number {
  let count = 0;
  for (const week of start) if (week >= 0) count++;
  return count;
}

function circleOf({ network, state: { enrolled } }: Arm): { advocates: number; contacts: number } {
  let advocates = 0;
  let contacts = 0;
  for (let i = 0; i < network.size; i++) {
    if (enrolled[i] === 0) continue;
    advocates++;
    contacts += network.out.degree(i);
  }
  return { advocates, contacts };
}

/**
 * The first week from which the cumulative discounted cash of the program is never again behind that without it; NaN if
 * it ends behind.
 */
function paybackOf(without: Arm, given: Arm): number {
  const { horizon, discount } = given.parameters;
  const money = discounting(discount);
  const sum = compensated();
  let since = 0;
  for (let t = 0; t < horizon; t++) {
    sum.add(money.at(t) * (given.state.cash[t] - without.state.cash[t]));
    if (sum.value() < 0) since = t + 1;
  }
  return since < horizon ? since : NaN;
}

function attributedOf({ state: { start, touch, enrolled } }: Arm): number {
  let count = 0;
  for (let i = 0; i < start.length; i++) if (start[i] >= 0 && touch[i] >= 0 && enrolled[touch[i]] === 1) count++;
  return count;
}

function passedOn({ parameters: { horizon }, state: { start, touch } }: Arm): { passers: number; passed: number } {
  const last = horizon - PASSING;
  let passers = 0;
  let passed = 0;
  for (let i = 0; i < start.length; i++) {
    if (start[i] < 0) continue;
    if (start[i] < last) passers++;
    const j = touch[i];
    if (j >= 0 && start[j] >= 0 && start[j] < last && start[i] <= start[j] + PASSING) passed++;
  }
  return { passers, passed };
}
