import { isTable, readNetwork } from "../../models/networks/formats/formats.ts";
import { readPeople } from "../../models/networks/formats/table/people.ts";
import { checkBytes, encodingOf } from "../../models/networks/formats/text.ts";
import { type BroughtFile } from "../controls/unpacked.ts";

/** The content of a file. */
export type Kind = "ties" | "people";

/** A column of a table of people, and whether it holds numbers. */
export interface Column {
  name: string;
  numbers: boolean;
}

/** The bytes that are checked before the whole file is read. */
const HEAD = 65_536;
const QUOTE = 0x22;
const LINE_FEED = 10;

/**
 * The columns of a table of people, judged by its first rows; none for ties. Throws `RangeError` for a file of an
 * unknown kind or with a fault in its first 64 kB, with the message of the reader that will read all of it.
 */
export function lookedAt({ name, bytes }: BroughtFile, kind: Kind): Column[] {
  if ((kind === "ties" && !isTable(bytes, name)) || encodingOf(bytes) !== "utf-8") return [];
  const whole = bytes.length <= HEAD;
  const rows = whole ? bytes : bytes.subarray(0, bytes.lastIndexOf(LINE_FEED, HEAD) + 1);
  checkBytes(rows, name);
  try {
    if (kind === "people")
      return Object.entries(readPeople(rows, name).attributes).map(([title, attribute]) => ({
        name: title,
        numbers: attribute.kind === "number",
      }));
    readNetwork(rows, { name });
  } catch (error) {
    if (whole || !rows.includes(QUOTE)) throw error; // a quoted field may contain line ends and be cut in two here
  }
  return [];
}
