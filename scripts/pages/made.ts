import { type Plugin } from "vite";
import { programs } from "../../models/programs/programs.ts";
import { theMarket } from "../../models/studies/brief/programs.ts";
import { madeBy } from "../../models/studies/compare/prepared.ts";
import { disk } from "../disk/sources.ts";

const madeHere = madeBy(disk);
const NAME = "ovation:made";
/** Vite's mark of a module that is no file. */
const OWN = `\0${NAME}`;

/**
 * What a page cannot know of itself: its version, and the fingerprints of code that go into the key of a comparison.
 */
export function made(): Plugin {
  return {
    name: NAME,
    resolveId: (id) => (id === NAME ? OWN : undefined),
    load(id) {
      if (id !== OWN) return undefined;
      const code = Object.fromEntries(
        [theMarket.name, ...programs.map(({ name }) => name), "measures"].map((part) => [part, madeHere.codeOf(part)]),
      );
      return `export const ovation = ${JSON.stringify(madeHere.ovation)};\nexport const code = ${JSON.stringify(code)};\n`;
    },
  };
}
