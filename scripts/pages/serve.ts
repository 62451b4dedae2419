import { fileURLToPath } from "node:url";
import { createServer, mergeConfig, searchForWorkspaceRoot } from "vite";
import { NOTEBOOKS } from "./list.ts";
import { notebookConfig } from "./vite.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** A server of this machine alone that shows the notebooks as they are written. */
export interface Serving {
  /** Address with a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the notebooks in the folder `root` and loads a page again when it or what it imports changes; port 0 takes
 * any that is free.
 */
export async function serveNotebooks(port: number, root = NOTEBOOKS): Promise<Serving> {
  const server = await createServer(
    mergeConfig(notebookConfig([], root), {
      server: { host: "127.0.0.1", port, fs: { allow: [PROJECT, searchForWorkspaceRoot(root)] } },
      // What the pages load is known; found late, each would load the page again.
      optimizeDeps: {
        exclude: ["@observablehq/notebook-kit"],
        include: [
          "@observablehq/inputs",
          "@observablehq/inspector",
          "@observablehq/plot",
          "@observablehq/runtime",
          "@sindresorhus/slugify",
          "graphology",
          "htl",
          "markdown-it",
          "markdown-it-anchor",
          "seedrandom",
          "zod",
        ],
        entries: [],
      },
    }),
  );
  await server.listen();
  return { url: server.resolvedUrls?.local[0] ?? "", close: () => server.close() };
}
