import { mean } from "../../core/index.ts";
import { NONE, type Brief } from "../brief/brief.ts";
import { type ArmMeasures, type Share, shareOf } from "./measures.ts";

/** How much a choice loses against the best choice of each world. */
export interface Regret {
  mean: number;
  /** In the worst world of twenty. */
  q95: number;
}

/** What the rule of the brief says of one choice, `none` among them. */
export interface Choice {
  name: string;
  allowed: boolean;
  /** Why it is not allowed, a sentence without its full stop each. */
  because: string[];
  regret: Regret;
  /** Worlds in which no other choice is worth more. */
  best: Share;
}

export interface Advice {
  choose: string;
  /** The other program worth most on average, allowed or not; none where there is no other. */
  next: string;
  choices: Choice[];
}

type Rule = Brief["decide"];
type Worth = Pick<ArmMeasures, "npv" | "profit">;

/**
 * Applies the rule: the best of what is allowed, no program before a program that is no better. No program at all is
 * worth 0 and always allowed.
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
 * Why the rule takes one choice before another that is worth more on average: what rules the other out; where nothing
 * does, both are held by regret, and the other loses more against the best choice of each world, in the worst world of
 * twenty.
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
    ...(profitable !== undefined && profit.share < profitable ? ["it pays in too few worlds"] : []),
    ...(tail !== undefined && npv.q05 < tail ? ["its worst world of twenty loses too much"] : []),
  ];
}

function regretOf(lost: Float64Array): Regret {
  const sorted = Float64Array.from(lost).sort();
  return { mean: mean(sorted), q95: sorted[Math.min(sorted.length - 1, Math.floor(0.95 * sorted.length))] };
}
