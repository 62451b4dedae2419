import { type Plugin } from "vite";

/** Where Plot decides, by the screen, whether all that it draws is moved by half a pixel. */
const OFFSET = /export const offset = [^;]*;/;

/** Drawings that do not depend on the screen: a page draws what the command line draws, to the last digit. */
export function sameDrawings(): Plugin {
  return {
    name: "ovation-same-drawings",
    transform(code, id) {
      if (!id.endsWith("/@observablehq/plot/src/style.js")) return undefined;
      if (!OFFSET.test(code))
        throw new RangeError("notebooks: Plot must say by how much it moves its drawings; this version does not");
      return { code: code.replace(OFFSET, "export const offset = 0;"), map: null };
    },
  };
}
