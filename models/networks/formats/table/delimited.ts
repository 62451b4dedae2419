import { type Network } from "../../../core/index.ts";
import { LONELY } from "./records.ts";
import { refuse } from "../text.ts";
import { edgesOf } from "../written.ts";

/**
 * An edge list in pieces: a header, a row an edge, and a comment for each person without ties, which other
 * readers skip. Neither direction nor what is known of people is written: lists hold ties only.
 * Throws `RangeError` on an empty key, which no row can hold.
 */
export function* writeDelimited(network: Network, delimiter: string, name: string): Generator<string> {
  const { size, keys, out, in: into } = network;
  const weighted = out.weights !== null;
  const cell = (key: string): string => {
    if (key === "") refuse(name, null, "a name in an edge list must hold something", "an empty one");
    return isPlain(key, delimiter) ? key : `"${key.replaceAll('"', '""')}"`;
  };
  yield `source${delimiter}target${weighted ? `${delimiter}weight` : ""}\n`;
  for (let i = 0; i < size; i++) {
    if (out.degree(i) > 0 || into.degree(i) > 0) continue;
    const key = keys.key(i);
    yield `${LONELY}${isPlain(key, delimiter) ? key : JSON.stringify(key)}\n`;
  }
  for (const [i, j, weight] of edgesOf(network)) {
    yield `${cell(keys.key(i))}${delimiter}${cell(keys.key(j))}${weight === null ? "" : `${delimiter}${weight}`}\n`;
  }
}

/** Whether a name can stand in a row as it is. */
function isPlain(key: string, delimiter: string): boolean {
  return !/["\r\n\t ;|,]|^[#%/]|^$/.test(key) && !key.includes(delimiter) && key.trim() === key;
}
