import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type * as TypeDoc from "typedoc";
import { writeWhole } from "../disk/atomic.ts";
import { codeOf } from "../disk/model-source.ts";
import { guardedPage } from "./policy.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What was made at an earlier build, by the content of all sources: making it takes half a minute. */
const KEPT = join(ROOT, "node_modules/.cache/ovation-reference");

/**
 * Writes the reference of what `ovation` exports, from its docstrings, into `out/reference`: pages under the policy of
 * the notebooks that ask no other host for anything. False, and nothing is written, where TypeDoc is not installed.
 * Throws `Error` where the sources do not compile.
 */
export async function writeReference(out: string): Promise<boolean> {
  const typedoc = await import("typedoc").catch(() => null);
  if (typedoc === null) return false;
  const sources = entries();
  const hash = createHash("sha256").update(typedoc.Application.VERSION);
  for (const source of sources) hash.update(codeOf(source));
  const kept = join(KEPT, hash.digest("hex"));
  if (!existsSync(kept)) await make(typedoc, sources, kept);
  cpSync(kept, resolve(out, "reference"), { recursive: true });
  return true;
}

/** The sources of what the package exports. */
function entries(): string[] {
  const { exports: doors } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    exports: Record<string, { types?: string }>;
  };
  return Object.values(doors).flatMap(({ types }) =>
    types === undefined ? [] : [join(ROOT, types.replace("./dist/", "").replace(/\.d\.ts$/, ".ts"))],
  );
}

type Documenter = Pick<typeof TypeDoc, "Application">;

async function make({ Application }: Documenter, sources: string[], kept: string): Promise<void> {
  const partial = `${kept}.${process.pid}`;
  const app = await Application.bootstrap({
    name: "Ovation",
    entryPoints: sources,
    tsconfig: join(ROOT, "tsconfig.dist.json"),
    readme: "none",
    logLevel: "Error",
    excludeExternals: true,
    disableSources: true,
    hideGenerator: true,
  });
  const project = await app.convert();
  if (!project) throw new Error("reference: the sources must compile; they do not");
  await app.generateDocs(project, partial);
  for (const file of readdirSync(partial, { recursive: true, encoding: "utf8" })) {
    const path = join(partial, file);
    if (file.endsWith(".html")) writeWhole(path, guardedPage(readFileSync(path, "utf8")));
  }
  rmSync(kept, { recursive: true, force: true });
  renameSync(partial, kept);
}
