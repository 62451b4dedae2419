import { readEndings, readNetwork } from "../../models/networks/formats/formats.ts";
import { opened } from "../../models/networks/formats/packed.ts";
import { type Files } from "../../models/studies/asking/named-network.ts";
import { MOST_BYTES } from "../controls/unpacked.ts";

/** Files that a reader put into the page, uncompressed, by name. */
export type Brought = Readonly<Record<string, Uint8Array>>;

const PACKED = ["xlsx", "zip", "gz", "zst"];
/** Endings of the files that a page reads, as an input takes them. */
export const ACCEPTED = {
  ties: [...readEndings, ...PACKED].map((ending) => `.${ending}`).join(","),
  people: ["csv", "tsv", "tab", "txt", ...PACKED].map((ending) => `.${ending}`).join(","),
};

/** These files as a source of networks named as on the command line. Parquet is refused, since a page reads text. */
export function filesOf(brought: Brought): Files {
  function found(path: string): Uint8Array {
    if (!Object.hasOwn(brought, path))
      throw new RangeError(`${path}: the file must be in the page, got none of that name`);
    return brought[path];
  }
  async function read(path: string, choices: Parameters<Files["open"]>[1]): ReturnType<Files["open"]> {
    if (/\.parquet$/i.test(path))
      throw new RangeError(
        `${path}: a page reads networks that are text, got Parquet (in a terminal, ovation network convert makes a CSV of it)`,
      );
    const { name, bytes, told } = await opened(path, found(path), {
      part: choices.part,
      kind: "ties",
      most: MOST_BYTES,
    });
    const reading = readNetwork(bytes, { name, ...choices });
    return { ...reading, told: [...told, ...reading.told] };
  }
  return {
    has: (path) => Object.hasOwn(brought, path),
    open: read,
    people: async (path, part) => opened(path, found(path), { part, kind: "people", most: MOST_BYTES }),
    text: (path) => new TextDecoder("utf-8", { fatal: true }).decode(found(path)),
  };
}
