import { discounting } from "../market/money.ts";
import { compensated } from "../statistics/index.ts";
import { type Arm, COSTS, GAINS, ledger, type Ledger, netOf, socialValue } from "./ledger.ts";
import { contactReach, toldReach } from "../programs/reach.ts";
import { equityOf } from "../market/worth.ts";

/** Customers pass on within this many weeks, or what they pass on is not counted as theirs. */
const PASSING = 26;

/** What a program did in one world, against the same world without it. NaN is what does not exist there. */
export interface Outcome extends Ledger {
  /** Net present value: the change in customer equity. */
  npv: number;
  /** Everything the program cost, discounted. */
  spend: number;
  /** Net present value a unit of money spent; NaN where nothing was. */
  roi: number;
  /**
   * First week from which cumulative discounted cash is never again behind that without; NaN if none before the
   * horizon.
   */
  payback: number;
  /** Change of those who do not take part, before costs. */
  social: number;
  /** Customer equity of the arm itself. */
  equity: number;
  /** People who are customers at the start of the arm itself or become so before the horizon. */
  adopters: number;
  /** The same less those without the program. */
  added: number;
  /** People whom the program ever enrolled, and the contacts they have, counted as often as they are had. */
  advocates: number;
  contacts: number;
  /** New customers whom a member had talked to last. */
  attributed: number;
  /**
   * Customers before the last 26 weeks, and the new customers whom they had talked to last, within 26 weeks: K is their
   * ratio.
   */
  passers: number;
  passed: number;
  /** People, not members, first met at one, two and three degrees: by their ties, and by talk. */
  reach1: number;
  reach2: number;
  reach3: number;
  told1: number;
  told2: number;
  told3: number;
  /** By how much the two accounts of the ledger disagree, as a share of the sizes of its lines; 0 where all are 0. */
  gap: number;
}

/** Every number of an outcome, in the order in which rows carry them. */
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
 * The first week from which the discounted cash of both arms, summed so far, never again stands behind; NaN if it ends
 * behind.
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
