import { existsSync, readFileSync } from "node:fs";
import {
  type Files,
  namedNetwork,
  type Reading,
  type SourceOptions,
} from "../../models/studies/asking/named-network.ts";

/**
 * What opens files, loaded only for files: it is slow to load, and the module loader's work on the XML reader
 * grows a WebAssembly memory, after which the engine checks every typed array for detachment (a draw costs 1.4 times as
 * much).
 */
const opener = () => import("./network-file.ts");

/** The files of this machine. */
const disk: Files = {
  has: (path) => path === "-" || existsSync(path),
  open: async (path, choices) => (await opener()).openNetwork(path, choices),
  people: async (path, part) => (await opener()).fileContent(path, { part, kind: "people" }),
  text(path) {
    if (!existsSync(path)) throw new RangeError(`network: there must be a file ${path}; there is none`);
    return readFileSync(path, "utf8");
  },
};

/** The network of a specification, its files on this machine; see `namedNetwork`. */
export const networkFrom = (specification: string, options: SourceOptions): Promise<Reading> =>
  namedNetwork(specification, options, disk);
