import { compensated } from "../statistics/index.ts";
import { type CostColumns } from "../programs/costs.ts";
import { spellOf, type FinishedMarket, worthOf } from "../market/worth.ts";

/** The gains and costs of a program against the other arm, in discounted money; costs are positive. */
export const GAINS = ["own", "expansion", "displacement", "acceleration", "deepening", "serviceSaved"] as const;
export const COSTS = ["growth", "timing", "deadweight", "members", "fraud", "samples", "running"] as const;
export type Gain = (typeof GAINS)[number];
export type Cost = (typeof COSTS)[number];
export type Ledger = Record<Gain | Cost, number>;

/** A market at its horizon; the cost columns are absent where no program ran. */
export type Arm = FinishedMarket & { state: Partial<CostColumns> };

/**
 * The paired difference of two arms in one world, person by person. Each person belongs to one class, the first that
 * applies (T is the week of joining; 0 is the arm without the program, 1 the arm with it):
 *
 * 1. enrolled in arm 1: `own` W¹ − W⁰;
 * 2. never joined in arm 0, joined in arm 1: `displacement` if ever the rival's in arm 0, else `expansion`: W¹;
 * 3. joined in arm 0, never in arm 1: `displacement` if ever the rival's in arm 1, else `expansion`: −W⁰;
 * 4. joined in both: `acceleration` W(T¹, L⁰, μ⁰) − W⁰, below 0 if later, and `deepening`, the rest of W¹ − W⁰;
 * 5. neither: nothing.
 *
 * Pay for a newcomer is `growth` if that person would never have joined, `timing` if they would have joined later, else
 * `deadweight`. Pay that is not for a newcomer is `members`; pay for people who do not exist is `fraud`. Gains less
 * costs are the change in customer equity; `equityOf` computes the same from the weekly accounts. Cost: linear in
 * people.
 */
export function ledger(without: Arm, given: Arm): Ledger {
  const sums = byLine([...GAINS, ...COSTS]);
  const value0 = worthOf(without);
  const value1 = worthOf(given);
  const { size } = given.network;
  const { enrolled } = given.state;
  for (let i = 0; i < size; i++) {
    const spell0 = spellOf(without, i);
    const spell1 = spellOf(given, i);
    const w0 = spell0 ? value0(i, spell0) : 0;
    const w1 = spell1 ? value1(i, spell1) : 0;
    if (enrolled[i] === 1) sums.own.add(w1 - w0);
    else if (spell0 && spell1) {
      const moved = value0(i, { ...spell0, start: spell1.start });
      sums.acceleration.add(moved - w0);
      sums.deepening.add(w1 - moved);
    } else if (spell1) sums[without.state.everRival[i] === 1 ? "displacement" : "expansion"].add(w1);
    else if (spell0) sums[given.state.everRival[i] === 1 ? "displacement" : "expansion"].add(-w0);
    addCosts(sums, given.state, i, payClass(spell0?.start, spell1?.start));
    // Arm 0 always runs no program, so it has no costs other than those of service.
    sums.serviceSaved.add(without.state.answered[i] - given.state.answered[i]);
  }
  for (const amount of given.state.running ?? []) sums.running.add(amount);
  return valuesOf(sums);
}

/** The class of pay for a newcomer, by when that person joined without and with the program. */
export function payClass(start0: number | undefined, start1: number | undefined): "growth" | "timing" | "deadweight" {
  if (start0 === undefined) return "growth";
  return start1 !== undefined && start1 < start0 ? "timing" : "deadweight";
}

function addCosts(
  sums: Record<Cost, { add(x: number): void }>,
  state: Partial<CostColumns>,
  i: number,
  paid: "growth" | "timing" | "deadweight",
): void {
  sums[paid].add(state.paidFor?.[i] ?? 0);
  sums.members.add(state.paidMember?.[i] ?? 0);
  sums.fraud.add(state.paidFraud?.[i] ?? 0);
  sums.samples.add(state.sampled?.[i] ?? 0);
}

/** The costs of one of several programs in an arm, by line; those of all programs add up to the lines of the ledger. */
export function costsOf(without: Arm, given: Arm, costs: Partial<CostColumns>): Record<Cost, number> {
  const sums = byLine(COSTS);
  for (let i = 0; i < given.network.size; i++)
    addCosts(sums, costs, i, payClass(spellOf(without, i)?.start, spellOf(given, i)?.start));
  for (const amount of costs.running ?? []) sums.running.add(amount);
  return valuesOf(sums);
}

type Sum = ReturnType<typeof compensated>;
const byLine = <L extends string>(lines: readonly L[]): Record<L, Sum> =>
  Object.fromEntries(lines.map((line) => [line, compensated()])) as Record<L, Sum>;
const valuesOf = <L extends string>(sums: Record<L, Sum>): Record<L, number> =>
  Object.fromEntries(Object.entries<Sum>(sums).map(([line, sum]) => [line, sum.value()])) as Record<L, number>;

/** Gains less costs: the change in customer equity by the account of persons. */
export function netOf(lines: Ledger): number {
  const sum = compensated();
  for (const line of GAINS) sum.add(lines[line]);
  for (const line of COSTS) sum.add(-lines[line]);
  return sum.value();
}

/** The change in the value of everyone except the members, before costs. */
export const socialValue = ({ expansion, displacement, acceleration, deepening }: Ledger): number =>
  expansion + displacement + acceleration + deepening;
