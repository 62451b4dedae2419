import { isTable, readNetwork } from "../../models/networks/formats/formats.ts";
import { opened } from "../../models/networks/formats/packed.ts";
import { readPeople } from "../../models/networks/formats/table/people.ts";
import { encodingOf } from "../../models/networks/formats/text.ts";
import { type BroughtFile, MOST_BYTES } from "../controls/unpacked.ts";

/** The content of a file. */
export type Kind = "ties" | "people";

/** A column of a table of people, and whether it holds numbers. */
export interface PeopleColumn {
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
export async function lookedAt(file: BroughtFile, kind: Kind): Promise<PeopleColumn[]> {
  const { name, bytes } = await opened(file.name, file.bytes, { kind, most: MOST_BYTES });
  if ((kind === "ties" && !isTable(bytes, name)) || encodingOf(bytes) !== "utf-8") return [];
  const whole = bytes.length <= HEAD;
  const rows = whole ? bytes : bytes.subarray(0, bytes.lastIndexOf(LINE_FEED, HEAD) + 1);
  try {
    if (kind === "people")
      return Object.entries(readPeople(rows, name).attributes).map(([title, attribute]) => ({
        name: title,
        numbers: attribute.kind === "number",
      }));
    // Bad rows may be many at the start and few in all.
    readNetwork(rows, { name, bad: whole ? undefined : "drop" });
  } catch (error) {
    if (whole || !rows.includes(QUOTE)) throw error; // a quoted field may contain line ends and be cut in two here
  }
  return [];
}
