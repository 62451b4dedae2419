import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { refuse } from "../../models/core/index.ts";
import { explained, writeWhole } from "./atomic.ts";
import { version } from "./version.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** A study that runs as it is: a model, an experiment, a brief, customers, a notebook and a test. */
const EXAMPLE = join(ROOT, "data/study");

/** A study that was begun. */
export interface NewStudy {
  name: string;
  folder: string;
  /** What was written, each path seen from the folder. */
  files: string[];
}

/**
 * Writes a study into a new or empty folder, named after it. Throws `RangeError` where the folder holds anything, and
 * for a name that a package cannot have; `Error` where nothing can be written.
 */
export function newStudy(folder: string): NewStudy {
  const path = resolve(folder);
  const name = basename(path);
  refuse(faultsOf(path, name));
  try {
    mkdirSync(path, { recursive: true });
    cpSync(EXAMPLE, path, { recursive: true });
  } catch (error) {
    throw explained(error, path, "init");
  }
  writeWhole(join(path, "package.json"), `${JSON.stringify(packageOf(name), null, 2)}\n`);
  writeWhole(join(path, ".gitignore"), "node_modules/\nresults/\n");
  writeWhole(join(path, "README.md"), readFileSync(join(EXAMPLE, "README.md"), "utf8").replace("# NAME", `# ${name}`));
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join("/"));
  return { name, folder, files: files.sort() };
}

function faultsOf(path: string, name: string): string[] {
  const faults: string[] = [];
  if (!/^[a-z0-9][a-z0-9._-]{0,213}$/.test(name) || ["node_modules", "ovation"].includes(name))
    faults.push(`init: a study's name must be lower-case letters, digits, - . or _, and not ovation, got ${name}`);
  if (existsSync(path) && !statSync(path).isDirectory())
    faults.push(`init: ${path} must be a new or an empty folder; it is a file`);
  else if (existsSync(path) && readdirSync(path).length > 0)
    faults.push(`init: ${path} must be a new or an empty folder; it holds ${readdirSync(path)[0]}`);
  return faults;
}

function packageOf(name: string): object {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    devDependencies: Record<string, string>;
  };
  return {
    name,
    version: "0.1.0",
    private: true,
    type: "module",
    scripts: {
      start: "ovation run ./word-of-mouth.ts --network customers/ties.csv --replicates 1000",
      test: "vitest run",
      check: "tsc --noEmit",
    },
    dependencies: { ovation: source() },
    devDependencies: { typescript: devDependencies.typescript, vitest: devDependencies.vitest },
  };
}

/** Where this program came from: its version, or the file or folder that it was installed from. */
function source(): string {
  const installed = resolve(ROOT, "../.package-lock.json");
  if (basename(resolve(ROOT, "..")) !== "node_modules") return `file:${resolve(ROOT)}`;
  if (!existsSync(installed)) return `^${version()}`;
  const { packages } = JSON.parse(readFileSync(installed, "utf8")) as {
    packages: Partial<Record<string, { resolved?: string }>>;
  };
  const from = packages["node_modules/ovation"]?.resolved ?? "";
  return from.startsWith("file:") ? `file:${resolve(ROOT, "../..", from.slice("file:".length))}` : `^${version()}`;
}
