import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { observable } from "@observablehq/notebook-kit/vite";
import { type InlineConfig, type Plugin, type PluginOption } from "vite";
import { NOTEBOOKS } from "./list.ts";
import { made } from "./made.ts";
import { runNodeCells } from "./node-cells.ts";
import { ownImports } from "./own-imports.ts";
import { guardedPage } from "./policy.ts";
import { sameDrawings } from "./same-drawings.ts";

/** Where the kit keeps what `observable:` names. */
const KIT = resolve(dirname(createRequire(import.meta.url).resolve("@observablehq/notebook-kit/index.css")), "..");
const TEMPLATE = fileURLToPath(new URL("template.html", import.meta.url));

/**
 * How Vite reads notebooks, whatever it makes of them. `observable:runtime` is the project's own, since the
 * kit's list of libraries reaches for a public host; an `npm:` import means the installed package. `root` is the folder
 * of the notebooks.
 */
export function notebookConfig(plugins: PluginOption[] = [], root = NOTEBOOKS): InlineConfig {
  return {
    configFile: false,
    root,
    base: "./",
    appType: "mpa",
    logLevel: "warn",
    resolve: {
      alias: [
        { find: /^observable:runtime$/, replacement: join(NOTEBOOKS, "runtime.ts") },
        { find: /^observable:(.*)$/, replacement: `${KIT}/$1` },
        { find: /^npm:(.*)$/, replacement: "$1" },
        { find: /^ovation:page\.css$/, replacement: join(NOTEBOOKS, "page.css") },
      ],
    },
    worker: { format: "iife" },
    build: {
      target: "es2022",
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 3000,
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    plugins: [
      observable({ template: TEMPLATE, transformNotebook: runNodeCells }),
      alone(),
      ownImports(),
      made(),
      sameDrawings(),
      ...plugins,
    ],
  };
}

/** Refuses a build that would ask another host for anything. */
function alone(): Plugin {
  return {
    name: "ovation-alone",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        const outside = [...file.imports, ...file.dynamicImports].filter((name) => !(name in bundle));
        if (outside.length > 0)
          throw new RangeError(`notebooks: ${file.fileName} must import what is installed, got ${outside.join(", ")}`);
      }
    },
  };
}

/** Leaves out what colours blocks of code, a tenth of a page in one file, where the notebook `file` has none. */
export function coloured(file: string): Plugin {
  const none = !/```|~~~|class="?language-/.test(readFileSync(file, "utf8"));
  return {
    name: "ovation-coloured",
    enforce: "pre",
    resolveId: (name, from) => (none && name === "./highlight.js" && from?.endsWith("/md.js") ? NO_COLOURS : null),
    load: (id) => (id === NO_COLOURS ? "export const highlight = () => undefined;" : null),
  };
}

const NO_COLOURS = "\0ovation-no-colours";

/** Puts the policy into each finished page, after whatever else was put into it. */
export function guarded(): Plugin {
  return {
    name: "ovation-policy",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === "asset" && file.fileName.endsWith(".html")) file.source = guardedPage(String(file.source));
        }
      },
    },
  };
}
