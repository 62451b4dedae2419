import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { find } from "../../models/catalog.ts";
import { type Model } from "../../models/core/index.ts";
import { fileOf, follow } from "./own-modules.mjs";
import { placed, placeOf } from "./own-place.ts";
import { type LoadedModel, type ModelReference } from "../../models/studies/work/model-reference.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The model of that name, or of that `.ts` file. Throws `RangeError` on unknown names and files without one definition.
 */
export async function loadModel(wanted: string): Promise<LoadedModel> {
  if (!/\.[mc]?[jt]s$/.test(wanted)) {
    const { room, model } = find(wanted);
    const file = join(ROOT, "models", room, `${wanted}.ts`);
    return { reference: { name: wanted }, model, room, file, code: codeOf(file) };
  }
  const path = resolve(wanted);
  const model = await importModel(path);
  return { reference: { name: model.name, path }, model, room: "your own", file: path, code: codeOf(path) };
}

/** The definition alone, as a worker needs it. */
export async function modelOf({ name, path }: ModelReference): Promise<Model> {
  return path ? importModel(path) : find(name).model;
}

async function importModel(path: string): Promise<Model> {
  if (!isFile(path)) throw new RangeError(`model: there must be a file ${path}; there is none`);
  const exported = Object.values(await loaded(path));
  const models = [...new Set(exported)].filter(isModel);
  if (models.length !== 1)
    throw new RangeError(`model: ${path} must export one model made by defineModel, got ${models.length}`);
  const [model] = models;
  if (Object.keys(model.measures).length === 0)
    throw new RangeError(`${model.name}: measures must hold at least one, got none`);
  return placed(model, path);
}

async function loaded(path: string): Promise<Record<string, unknown>> {
  follow();
  try {
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\nRequire stack:");
    const place = placeOf(error, path);
    throw new RangeError(`model: ${path} must load, got: ${reason}${place ? `\nat ${place}` : ""}`, { cause: error });
  }
}

const PARTS = ["name", "parameters", "state", "streams", "steps", "setup", "step", "measures"];

function isModel(value: unknown): value is Model {
  return typeof value === "object" && value !== null && PARTS.every((part) => part in value);
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

function fileMeant(target: string, from: string): string {
  const found = fileOf(pathToFileURL(join(dirname(from), target)));
  return found ? fileURLToPath(found) : join(dirname(from), target);
}

/**
 * SHA-256 over a file and all it imports by relative path, each by its place from the first; `own` is the text of a
 * file that is not on disk.
 */
export function codeOf(file: string, own?: string): string {
  const seen = new Map<string, string>();
  const waiting = [file];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const given = path === file ? own : undefined;
    if (seen.has(path) || (given === undefined && !isFile(path))) continue;
    const text = given ?? readFileSync(path, "utf8");
    seen.set(path, text);
    for (const [, target] of text.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g))
      waiting.push(fileMeant(target, path));
  }
  const hash = createHash("sha256");
  const named = [...seen].map(([path, text]) => [relative(dirname(file), path), text] as const);
  for (const [path, text] of named.sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${path}\0${text}\0`);
  return hash.digest("hex");
}
