import { register } from "tsx/esm/api";

// What needs Node is TypeScript in the package too; types come from what is built of it.
register();
export const { briefFile, experimentFile, openNetwork, saveNetwork, threads } = await import("./node.ts");
