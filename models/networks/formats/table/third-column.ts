import { isMissing } from "../cells.ts";
import { type Banner } from "./banner.ts";
import { isNumber } from "./header.ts";
import { type Row } from "./records.ts";

/** What the third column of a table without a header holds. */
export interface Third {
  weight: boolean;
  time: boolean;
  /** Whether its numbers have a decimal comma. */
  comma: boolean;
}

/**
 * Whether the third column is a weight: numbers, unless the banner says that there are none, or they look like times,
 * that is seconds since 1970 or whole numbers that never fall and begin at zero.
 */
export function weightColumn(table: readonly Row[], { weighted }: Banner): Third {
  const cells = table.map(({ fields }) => fields.at(2) ?? "");
  const comma = cells.some((cell) => /^[+-]?\d+,\d+$/.test(cell));
  const known = cells.map((cell) => (comma ? cell.replace(",", ".") : cell)).filter((cell) => !isMissing(cell));
  const numbers = known.length > 0 && 2 * known.length >= table.length && known.every(isNumber);
  if (!numbers || weighted !== undefined) return { weight: numbers && weighted === true, time: false, comma };
  const values = known.map(Number);
  const whole = values.every(Number.isInteger);
  const seconds = whole && values.every((value) => value >= 1e8);
  const rising =
    whole && values.length >= 3 && values[0] === 0 && values.every((value, k) => k === 0 || value >= values[k - 1]);
  const time = seconds || (rising && values[values.length - 1] > 100);
  return { weight: !time, time, comma };
}
