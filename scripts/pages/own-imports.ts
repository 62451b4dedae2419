import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Plugin } from "vite";
import { doorOf, isOwn } from "../disk/own-modules.mjs";
import { NOTEBOOKS } from "./list.ts";

/** Imports of a user's own notebook: `ovation` is this program, and packages that it lacks are the program's. */
export function ownImports(): Plugin {
  return {
    name: "ovation-own-imports",
    enforce: "pre",
    async resolveId(id, importer) {
      if (/^ovation(\/|$)/.test(id)) return fileURLToPath(doorOf(id));
      if (!/^[@a-z]/.test(id) || id.includes(":") || importer === undefined || !isOwn(pathToFileURL(importer).href))
        return null;
      const found = await this.resolve(id, importer, { skipSelf: true });
      return found ?? this.resolve(id, join(NOTEBOOKS, "runtime.ts"), { skipSelf: true });
    },
  };
}
