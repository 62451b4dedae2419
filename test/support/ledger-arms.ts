import { expect } from "vitest";
import { type Arm, type Ledger, netOf } from "../../models/ledger/ledger.ts";
import { equityOf } from "../../models/market/worth.ts";

/** δ = .9 a week. */
export const NINE_TENTHS = 0.9 ** -52 - 1;

/**
 * The difference in equity as the weekly accounts and as the persons tell it agree to 1e-9 of the sizes of the lines.
 */
export function expectBalanced(lines: Ledger, { without, given }: { without: Arm; given: Arm }): void {
  const size = Object.values(lines).reduce((sum, line) => sum + Math.abs(line), 0);
  expect(Math.abs(netOf(lines) - (equityOf(given) - equityOf(without)))).toBeLessThanOrEqual(1e-9 * size);
}

/** A market in which customers come, go to a rival and leave. */
export const lively = {
  talk: 0.5,
  strong: 0.2,
  weak: 0.05,
  advertising: 0.05,
  leaving: 0.02,
  rivalAtStart: 0.1,
  rivalTrial: 0.01,
  horizon: 40,
} as const;

/** A sampling program at work there. */
export const program = { minimumContacts: 0, memberShare: 0.05, samples: 3, runningCost: 2 } as const;
