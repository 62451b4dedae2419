import { type BadRows } from "./bad-rows.ts";
import { type Choices } from "./choices.ts";
import { isMissing, NUMBER } from "./cells.ts";

/** The weight of a tie and its sign; null where the row was dropped. */
export interface TieWeight {
  weight: number;
  sign: 1 | -1;
}

/**
 * What reads the weights of a file: a positive finite number, from text or a number. A row whose weight is missing,
 * zero, infinite or no number is dropped and counted by its reason. A negative one is dropped too, unless
 * `negative=absolute` or `negative=keep` reads it without its sign.
 */
export function tieWeights({ negative }: Choices, bad: BadRows) {
  return (given: unknown, line: number | null): TieWeight | null => {
    const value = typeof given === "string" ? numberIn(given) : given;
    const reason = faultOf(value, negative);
    if (reason === null) return { weight: Math.abs(value as number), sign: (value as number) < 0 ? -1 : 1 };
    bad.drop(reason, line);
    return null;
  };
}

/** A number as text writes it, or the text where it is none; undefined where it is missing. */
function numberIn(text: string): unknown {
  const trimmed = text.trim();
  if (isMissing(trimmed)) return undefined;
  return NUMBER.test(trimmed) ? Number(trimmed) : text;
}

function faultOf(value: unknown, negative: Choices["negative"]): string | null {
  if (value === undefined || value === null || Number.isNaN(value)) return "no weight";
  if (typeof value !== "number") return "a weight that is no number";
  if (!Number.isFinite(value)) return "an infinite weight";
  if (value === 0) return "a weight of zero";
  return value < 0 && negative !== "absolute" && negative !== "keep" ? "a negative weight" : null;
}
