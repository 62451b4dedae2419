import { formatOf, readNetwork } from "../../models/networks/formats/formats.ts";
import { type Files } from "../../models/studies/asking/named-network.ts";

/** Files that a reader put into the page, uncompressed, by name. */
export type Brought = Readonly<Record<string, Uint8Array>>;

/** These files as a source of networks named as on the command line. Parquet is refused, since a page reads text. */
export function filesOf(brought: Brought): Files {
  function found(path: string): Uint8Array {
    if (!Object.hasOwn(brought, path))
      throw new RangeError(`${path}: the file must be in the page, got none of that name`);
    return brought[path];
  }
  function read(path: string, choices: Parameters<Files["open"]>[1]): ReturnType<typeof readNetwork> {
    if (/\.parquet$/i.test(path))
      throw new RangeError(
        `${path}: a page reads networks that are text, got Parquet (in a terminal, ovation network convert makes a CSV of it)`,
      );
    return readNetwork(found(path), { format: formatOf(path), name: path, ...choices });
  }
  return {
    has: (path) => Object.hasOwn(brought, path),
    open: (path, choices) => Promise.resolve().then(() => read(path, choices)),
    bytes: (path) => Promise.resolve().then(() => found(path)),
    text: (path) => new TextDecoder("utf-8", { fatal: true }).decode(found(path)),
  };
}
