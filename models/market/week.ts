import { exp, type Network } from "../core/index.ts";
import { normalQuantile } from "../statistics/index.ts";
import { payAndLeave, runOff } from "./leaving.ts";
import { discounting } from "./money.ts";
import { type MarketValues } from "./parameters.ts";
import { attributeNamed, segmentFaults, segmentOf, segmentsOf } from "./segments.ts";
import { type Market, UNTOLD } from "./state.ts";
import { support } from "./support.ts";
import { strengthFaults, talk } from "./talk.ts";
import { join, joinRival, trials } from "./trial.ts";

/** What a program does in one week of the market. Leave out the parts in which it does nothing. */
export interface Acts {
  /** Before the week: enrols members, sends samples, puts members on duty, pays. */
  before?(): void;
  /** Member j on duty has told person i: counts the message. Left out, the market counts it. */
  spoken?(i: number, j: number): void;
  /** After the week's talk and before the trials: the program's own talk. */
  talked?(): void;
  /** Person i has become a customer this week. */
  joined?(i: number): void;
  /** The number of customers' questions that members can answer this week. */
  answers?(): number;
  /** Customer i has left this week. */
  left?(i: number): void;
  /** After the week. */
  after?(): void;
}

/** Sets the market to its state before week 0. */
export function begin(market: Market): void {
  const { network, parameters, state, random } = market;
  const { spread, common, awareAtStart, customersAtStart, rivalAtStart } = parameters;
  for (const column of [
    state.trySurvival,
    state.tryRivalSurvival,
    state.staySurvival,
    state.stayRivalSurvival,
    state.doubt,
    state.strain,
    state.lift,
  ])
    column.fill(1);
  for (const column of [state.start, state.end, state.rivalStart, state.touch]) column.fill(-1);
  state.hop.fill(UNTOLD);
  state.quality[0] = parameters.quality;
  const segments = segmentsOf(parameters);
  const segment = segmentOf(network, segments, random.inSegment);
  const shocks = segments.map((_, k) => Math.sqrt(common) * normal(random.shock(k)));
  const own = Math.sqrt(1 - common);
  const known = attributeNamed(network, "worth");
  for (let i = 0; i < network.size; i++) {
    const k = (state.segment[i] = segment(i));
    if (known?.kind === "number") state.worth[i] = known.values[i];
    else
      state.worth[i] =
        spread === 0 ? 1 : exp(spread * (own * normal(random.worth(i)) + shocks[k]) - (spread * spread) / 2);
    const u = random.holderAtStart(i);
    if (u < customersAtStart) join(market, i);
    else if (u < customersAtStart + rivalAtStart) joinRival(market, i, 0);
    if (random.awareAtStart(i) < awareAtStart) state.aware[i] = 1;
  }
}

/** The standard normal value of a draw; half a draw is added so that no value is infinite. */
const normal = (u: number): number => normalQuantile(u + 2 ** -32);

/** Runs one week of the market with a program in it. The last week also finds when each customer would leave. */
export function week(market: Market, program: Acts = {}): boolean {
  program.before?.();
  talk(market, program.spoken);
  program.talked?.();
  trials(market, program.joined);
  support(market, program.answers?.() ?? 0);
  payAndLeave(market, program.left);
  program.after?.();
  const last = market.week === market.parameters.horizon - 1;
  if (last) runOff(market);
  return !last;
}

/**
 * The smallest weekly chance of leaving. A 32-bit survival does not fall for smaller ones, so nobody would ever
 * leave.
 */
const SLOWEST = 1e-6;

/** The weekly chance of leaving in the segment that stays longest. */
export const slowestLeaving = (parameters: Pick<MarketValues, "leaving" | "segments">): number =>
  parameters.leaving * Math.min(...segmentsOf(parameters).map((segment) => segment.leaving));

/** True if a customer who leaves with chance c a week has infinite value: 1 − δ(1 − c) is 0. */
export const isEndless = (c: number, discount: number): boolean => discounting(discount).at(1) * (1 - c) === 1;

/** What is wrong with a market before it starts. */
export function marketFaults(network: Network, parameters: MarketValues): string[] {
  const { customersAtStart, rivalAtStart, terminal, leaving, discount } = parameters;
  const faults = [...strengthFaults(network, parameters), ...segmentFaults(network, parameters)];
  if (customersAtStart + rivalAtStart > 1)
    faults.push(`customersAtStart and rivalAtStart must add up to at most 1, got ${customersAtStart + rivalAtStart}`);
  const slowest = faults.length > 0 ? leaving : slowestLeaving(parameters);
  if (slowest > 0 && slowest < SLOWEST)
    faults.push(`leaving must be 0 or at least ${SLOWEST} a week in every segment, got ${slowest}`);
  if (terminal === "runOff" && slowest === 0)
    faults.push("terminal=runOff requires leaving above 0 in every segment: customers who never leave pay forever");
  if (terminal === "expected" && isEndless(slowest, discount))
    faults.push(
      "terminal=expected requires discount above 0, or leaving above 0 in every segment: customers who never leave have infinite value",
    );
  const worth = attributeNamed(network, "worth");
  if (worth?.kind === "category") faults.push("the attribute worth must contain numbers, got names");
  const wrong = worth?.kind === "number" ? worth.values.findIndex((value) => !(value >= 0 && value < Infinity)) : -1;
  if (wrong >= 0)
    faults.push(
      `the attribute worth must be a number of at least 0 for everyone; it is not for ${network.keys.key(wrong)}`,
    );
  return faults;
}
