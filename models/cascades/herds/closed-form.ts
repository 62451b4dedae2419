import { type Tie } from "./evidence.ts";
import { power } from "../power.ts";

/**
 * Chances that a cascade on the right option holds, that one on the wrong option holds, or neither. They add up to
 * 1.
 */
export interface CascadeShares {
  right: number;
  wrong: number;
  none: number;
}

/**
 * The state after `people` have chosen, in closed form. Option 1 is right, signals are right with chance
 * `accuracy`, at least one half, there is no news, and everyone uses Bayes' rule. With `coin` and `own`, two
 * different choices restore the initial state, so an odd last person starts no cascade. With `adopt`, one choice of
 * option 1 is enough.
 * Source: Bikhchandani, Hirshleifer & Welch 1992, JPE 100:992, eq. 1 (coin); Anderson & Holt 1997, AER 87:847
 * (own); gambler's ruin between +1 and −2 (adopt).
 */
export function cascadeShares(tie: Tie, accuracy: number, people: number): CascadeShares {
  const p = accuracy;
  const mixed = p * (1 - p);
  const pairs = Math.floor(people / 2);
  if (tie === "adopt") {
    const none = power(mixed, pairs) * (people % 2 === 1 ? 1 - p : 1);
    const right = (p * (1 - power(mixed, people - pairs))) / (1 - mixed); // in turns 1, 3, 5, …
    return { right, wrong: 1 - none - right, none };
  }
  const none = power(tie === "coin" ? mixed : 2 * mixed, pairs);
  const lasting = tie === "coin" ? (p * (p + 1)) / (2 * (1 - mixed)) : p ** 2 / (p ** 2 + (1 - p) ** 2);
  return { right: lasting * (1 - none), wrong: (1 - lasting) * (1 - none), none };
}
