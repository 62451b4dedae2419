import { type Network } from "../../models/core/index.ts";

export interface Audience {
  network: Network;
  order: "synchronous" | "random" | "incentive";
  tie: "coin" | "keep";
}
export interface TheatreLaw {
  allStand: number;
  allSit: number;
  /** Chance of ever coming to rest. */
  settled: number;
  /** Mean sweeps to rest of those that come to rest. */
  sweeps: number;
  /** Chance that all end alike, and like the majority at first. */
  faithful: number;
}

/**
 * The exact law of a standing ovation where each person stands at first with chance p, or person i with p[i]: all 2^n
 * audiences and all ways a sweep can go, by the words of Miller & Page. For up to about 8 people; knows nothing of
 * how the model runs. `rounds` sweeps are followed; what is left by then counts as never settled.
 */
export function theatreLaw(audience: Audience, rounds = 2000): (p: number | readonly number[]) => TheatreLaw {
  const { network } = audience;
  const states = 2 ** network.size;
  const moves = Array.from({ length: states }, (_, audienceNow) => sweep(audience, audienceNow));
  const rests = moves.map((law, from) => law.size === 1 && law.has(from));
  // By backward steps: chance to rest within t sweeps, and the sweeps taken by those who do.
  const ends = (wanted: (s: number) => boolean): Float64Array => {
    let value = Float64Array.from({ length: states }, (_, s) => Number(rests[s] && wanted(s)));
    for (let t = 0; t < rounds; t++) value = value.map((now, s) => (rests[s] ? now : meanOver(moves[s], value)));
    return value;
  };
  const settled = ends(() => true);
  let sweeps = new Float64Array(states);
  for (let t = 0; t < rounds; t++)
    sweeps = sweeps.map((_, s) => (rests[s] ? 0 : settled[s] + meanOver(moves[s], sweeps)));
  const [up, down] = [ends((s) => s === states - 1), ends((s) => s === 0)];
  return (p) => {
    const over = (value: (s: number) => number): number => {
      let sum = 0;
      for (let s = 0; s < states; s++) {
        let chance = 1;
        for (const i of network.nodes) {
          const own = typeof p === "number" ? p : p[i];
          chance *= stands(s, i) === 1 ? own : 1 - own;
        }
        sum += chance * value(s);
      }
      return sum;
    };
    const all = over((s) => settled[s]);
    return {
      allStand: over((s) => up[s]),
      allSit: over((s) => down[s]),
      settled: all,
      sweeps: over((s) => sweeps[s]) / all,
      faithful: over((s) => (2 * ones(s) > network.size ? up[s] : 2 * ones(s) < network.size ? down[s] : 0)),
    };
  };
}

const ones = (s: number): number => s.toString(2).replaceAll("0", "").length;
const stands = (s: number, i: number): number => (s >> i) & 1;

function meanOver(law: Map<number, number>, value: Float64Array): number {
  let sum = 0;
  for (const [s, chance] of law) sum += chance * value[s];
  return sum;
}

const seenBy = ({ in: { offsets, targets } }: Network, i: number): number[] =>
  Array.from(targets.subarray(offsets[i], offsets[i + 1]));

/** Chance that i stands after looking at audience s. */
function standing({ network, tie }: Audience, s: number, i: number): number {
  const seen = seenBy(network, i);
  const up = seen.filter((j) => stands(s, j) === 1).length;
  if (2 * up !== seen.length) return 2 * up > seen.length ? 1 : 0;
  return tie === "coin" && seen.length > 0 ? 0.5 : stands(s, i);
}

/** Chances of each audience after one sweep from audience s. */
function sweep(audience: Audience, s: number): Map<number, number> {
  const { size } = audience.network;
  const against = (i: number): number => {
    const seen = seenBy(audience.network, i);
    return seen.length === 0 ? 0 : seen.filter((j) => stands(s, j) !== stands(s, i)).length / seen.length;
  };
  // One by one: the law of (who has looked, audience); all at once: everyone looks at s.
  let law = new Map([[s, 1]]);
  if (audience.order === "synchronous") {
    for (let i = 0; i < size; i++) law = looking(law, i, () => standing(audience, s, i));
    return law;
  }
  let partial = new Map([[0, law]]);
  for (let turn = 0; turn < size; turn++) {
    const after = new Map<number, Map<number, number>>();
    for (const [looked, now] of partial) {
      const left = Array.from({ length: size }, (_, i) => i).filter((i) => stands(looked, i) === 0);
      const first =
        audience.order === "random" ? left : left.filter((i) => against(i) === Math.max(...left.map(against)));
      for (const i of first) {
        const into = after.get(looked | (1 << i)) ?? new Map<number, number>();
        after.set(looked | (1 << i), into);
        for (const [to, chance] of looking(now, i, (seen) => standing(audience, seen, i)))
          into.set(to, (into.get(to) ?? 0) + chance / first.length);
      }
    }
    partial = after;
  }
  return partial.get(2 ** size - 1) ?? law;
}

function looking(law: Map<number, number>, i: number, chance: (s: number) => number): Map<number, number> {
  const after = new Map<number, number>();
  for (const [s, mass] of law) {
    const up = chance(s);
    for (const [to, share] of [
      [s | (1 << i), up],
      [s & ~(1 << i), 1 - up],
    ])
      if (share > 0) after.set(to, (after.get(to) ?? 0) + mass * share);
  }
  return after;
}
