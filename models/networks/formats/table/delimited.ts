import { type Network } from "../../../core/index.ts";
import { attributeOf } from "../../graphology.ts";
import { refuse } from "../text.ts";
import { writtenColumns, writtenEdges } from "../written.ts";
import { harmless } from "./formula.ts";
import { LONELY } from "./records.ts";

/**
 * An edge list in pieces: a header, a row an edge, and a comment for each person without ties, which other readers
 * skip. Columns of ties are columns here. Neither direction nor what is known of people is written. Names that a
 * spreadsheet would run as formulas are written as `harmless` says. Throws `RangeError` on an empty key, which no row
 * can hold.
 */
export function* writeDelimited(network: Network, delimiter: string, name: string): Generator<string> {
  const { size, keys, out, in: into } = network;
  const weighted = out.weights !== null || "sign" in network.tieColumns;
  const tied = writtenColumns(network);
  const cell = (text: string): string => (isPlain(text, delimiter) ? text : `"${text.replaceAll('"', '""')}"`);
  const end = (key: string): string => {
    if (key === "") refuse(name, null, "a name in an edge list must hold something", "an empty one");
    return cell(harmless(key));
  };
  const titles = ["source", "target", ...(weighted ? ["weight"] : []), ...tied.map(([title]) => cell(title))];
  yield `${titles.join(delimiter)}\n`;
  for (let i = 0; i < size; i++) {
    if (out.degree(i) > 0 || into.degree(i) > 0) continue;
    const key = harmless(keys.key(i));
    yield `${LONELY}${isPlain(key, delimiter) ? key : JSON.stringify(key)}\n`;
  }
  for (const [i, j, weight, e] of writtenEdges(network)) {
    const known = tied.map(([, column]) => {
      const value = attributeOf(column, e);
      return value === undefined ? '""' : typeof value === "number" ? String(value) : cell(harmless(value));
    });
    const cells = [end(keys.key(i)), end(keys.key(j)), ...(weight === null ? [] : [String(weight)]), ...known];
    yield `${cells.join(delimiter)}\n`;
  }
}

/** Whether a name can stand in a row as it is. */
function isPlain(key: string, delimiter: string): boolean {
  return (
    !/["\r\n\t ;|,]|^[#%/]|^$|^(?:NA|N\/A|n\/a|NaN|nan|null|NULL|None)$|[\u00a0\u202f\u2007\ufeff]/.test(key) &&
    !key.includes(delimiter) &&
    key.trim() === key
  );
}
