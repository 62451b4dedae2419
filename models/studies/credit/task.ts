import { sequence, streamKey } from "../../core/index.ts";
import { creditsOf } from "../../ledger/credit/removal.ts";
import { rerunOf } from "../../ledger/credit/rerun.ts";
import { shapley } from "../../ledger/credit/shapley.ts";
import { byScore, sampleByScore } from "../../ledger/credit/strata.ts";
import { runArm } from "../../ledger/arm.ts";
import { equityOf } from "../../market/worth.ts";
import { type Assumption, drawn } from "../brief/assumptions.ts";
import { givenTo } from "../brief/brief.ts";
import { theMarket } from "../brief/programs.ts";
import { programNamed } from "../../programs/programs.ts";
import { filling } from "../work/filling.ts";
import { fromParts, type NetworkParts } from "../work/setup.ts";
import { type Task } from "../work/work.ts";

/** Everything a thread needs to credit members; arrays are shared, not copied. */
export interface Crediting {
  network: NetworkParts;
  market: Record<string, unknown>;
  arm: { program: string; parameters: Record<string, unknown> };
  assumptions: Assumption[];
  seed: string;
  horizon: number;
  /** The most members sampled in each world. */
  sample: number;
}

/** Members are grouped by fifths of the order of scores. */
export const GROUPS = 5;
/** Pairs of orders of the fifths drawn for the Shapley values; none of the 32 coalitions is run twice. */
const PAIRS = 10;

/**
 * The row of a world: the number of members, the value of the program with and without them; the Shapley value of each
 * fifth; then the numbers of each sampled member.
 */
export const HEAD = ["members", "program", "nobody"] as const;
export const OF_MEMBER = ["member", "group", "value", "own", "direct", "indirect", "lastTouch"] as const;
export const widthOf = (sample: number): number => HEAD.length + GROUPS + sample * OF_MEMBER.length;

/**
 * Finds the credit of sampled members, and of fifths of all members, in each world. NaN where a member or a fifth does
 * not exist.
 */
export function task({ network: parts, market, arm, assumptions, seed, horizon, sample }: Crediting): Task {
  const network = fromParts(parts);
  const program = programNamed(arm.program);
  const assumed = drawn(assumptions, seed);

  function without(world: number): number {
    const parameters = givenTo(theMarket, { market, horizon }, {}, assumed(world));
    return equityOf(runArm(theMarket, network, { parameters, seed, world }));
  }

  return filling(widthOf(sample), (out, world) => {
    out.fill(NaN);
    const parameters = givenTo(program, { market, horizon }, arm.parameters, assumed(world));
    const rerun = rerunOf(program, network, { parameters, seed, world });
    const all = rerun([]);
    const order = byScore(all);
    const groupOf = new Map(order.map((member, at) => [member, Math.floor((GROUPS * at) / order.length)]));
    const leftOut = (groups: readonly number[]): number[] =>
      order.filter((member) => groups.includes(groupOf.get(member)!));
    const base = without(world);
    const [program1, nobody] = [equityOf(all) - base, equityOf(rerun(order)) - base];
    out.set([order.length, program1, nobody]);
    const present = [...new Set(groupOf.values())];
    const shares = shapley(
      present,
      (groups) => equityOf(rerun(leftOut(groups))),
      PAIRS,
      sequence(streamKey(seed, `credit/${world}`)),
    );
    for (const { player, value } of shares) out[HEAD.length + player] = value;
    creditsOf(rerun, sampleByScore(all, sample)).forEach(({ member, value, own, direct, indirect, lastTouch }, k) => {
      out.set(
        [member, groupOf.get(member)!, value, own, direct, indirect, lastTouch],
        HEAD.length + GROUPS + k * OF_MEMBER.length,
      );
    });
  });
}
