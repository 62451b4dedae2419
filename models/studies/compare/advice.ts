import { mean } from "../../core/index.ts";
import { NONE, type Brief } from "../brief/brief.ts";
import { type ArmMeasures, type ShareOfWorlds, shareOf } from "./measures.ts";

/** How much a choice loses against the best choice of each world. */
export interface Regret {
  mean: number;
  /** In the worst world in 20. */
  q95: number;
}

/** How one choice, `none` among them, fares under the rule of the brief. */
export interface Choice {
  name: string;
  allowed: boolean;
  /** Why it is not allowed: sentences without a full stop. */
  because: string[];
  regret: Regret;
  /** Share of worlds in which no other choice is worth more. */
  best: ShareOfWorlds;
}

export interface Advice {
  choose: string;
  /** The most valuable other program on average, allowed or not; `none` where there is no other. */
  next: string;
  choices: Choice[];
}

type Rule = Brief["decide"];
type Worth = Pick<ArmMeasures, "npv" | "profit">;

/**
 * Applies the rule: the best allowed choice, and no program where the best program is no better. No program is worth 0
 * and is always allowed.
 */
export function adviceOf(
  rule: Rule,
  names: readonly string[],
  measures: readonly Worth[],
  npv: readonly Float64Array[],
): Advice {
  const all = [...names, NONE];
  const values = [...npv, new Float64Array(npv[0].length)];
  const best = Float64Array.from(values[0], (_, world) => Math.max(...values.map((value) => value[world])));
  const choices = all.map((name, at): Choice => {
    const lost = best.map((value, world) => value - values[at][world]);
    const because = name === NONE ? [] : faultsOf(rule, measures[at]);
    return {
      name,
      allowed: because.length === 0,
      because,
      regret: regretOf(lost),
      best: shareOf(lost, (value) => value === 0),
    };
  });
  const mean = (name: string): number => (name === NONE ? 0 : measures[names.indexOf(name)].npv.mean);
  const order = [...choices].sort((a, b) => {
    if (a.allowed !== b.allowed) return a.allowed ? -1 : 1;
    const better =
      rule.by === "regret" ? a.regret.q95 - b.regret.q95 || mean(b.name) - mean(a.name) : mean(b.name) - mean(a.name);
    return better || Number(b.name === NONE) - Number(a.name === NONE);
  });
  const choose = order[0].name;
  const others = [...names].filter((name) => name !== choose).sort((a, b) => mean(b) - mean(a));
  return { choose, next: others.at(0) ?? NONE, choices };
}

/**
 * Why the rule prefers one choice to another that is worth more on average: `because` says what rules the other out.
 * Where nothing does, the rule goes by regret: `lost` compares what both lose against the best choice of each world, in
 * the worst world in 20.
 */
export function reasonOf(
  { choices }: Advice,
  other: string,
  taken: string,
): { because: string[]; lost: { other: number; taken: number } } {
  const of = (name: string): Choice => choices.find((choice) => choice.name === name)!;
  return { because: of(other).because, lost: { other: of(other).regret.q95, taken: of(taken).regret.q95 } };
}

function faultsOf({ profitable, tail }: Rule, { profit, npv }: Worth): string[] {
  return [
    ...(profitable !== undefined && profit.share < profitable ? ["it pays off in too few worlds"] : []),
    ...(tail !== undefined && npv.q05 < tail ? ["it loses too much in its worst world in 20"] : []),
  ];
}

function regretOf(lost: Float64Array): Regret {
  const sorted = Float64Array.from(lost).sort();
  return { mean: mean(sorted), q95: sorted[Math.min(sorted.length - 1, Math.floor(0.95 * sorted.length))] };
}
