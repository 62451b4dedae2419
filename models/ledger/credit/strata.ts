import { type Arm } from "../ledger.ts";

/**
 * The members of an arm, best score first, ties by index. The score is the program's column of that name or, without
 * one, the number of customers to whom the member talked last.
 */
export function byScore({ network, state }: Arm): number[] {
  const score = "score" in state ? (state.score as ArrayLike<number>) : touches(state);
  return [...network.nodes].filter((i) => state.enrolled[i] === 1).sort((a, b) => score[b] - score[a] || a - b);
}

function touches({ start, touch }: Arm["state"]): Float64Array {
  const counts = new Float64Array(start.length);
  for (let i = 0; i < start.length; i++) if (start[i] >= 0 && touch[i] >= 0) counts[touch[i]]++;
  return counts;
}

/** A sample of at most `count` members, stratified by score: the middle one of each of `count` equal parts. */
export function sampleByScore(arm: Arm, count = 50): number[] {
  const members = byScore(arm);
  if (members.length <= count) return members;
  return Array.from({ length: count }, (_, k) => members[Math.floor(((k + 0.5) * members.length) / count)]);
}
