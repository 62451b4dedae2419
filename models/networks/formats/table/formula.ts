import { NUMBER } from "../cells.ts";

/** What a spreadsheet runs as a formula: text that begins with one of these signs and is no number. */
const FORMULA = /^'*[=+\-@\t\r\n]/;

/**
 * Text as it may stand in a table that somebody opens in a spreadsheet: one that would run as a formula gets an
 * apostrophe before it, which spreadsheets take as the sign of text. `unharmed` takes it away again.
 */
export function harmless(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text that `harmless` was given. */
export function unharmed(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
