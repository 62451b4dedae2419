import { existsSync, readFileSync, statSync } from "node:fs";
import * as module from "node:module";

/** The folder of the program that runs: the project's root, or the folder of what was built from it. */
const PROGRAM = new URL("../../", import.meta.url);
const WRITTEN = existsSync(new URL("models/index.ts", PROGRAM));
const { exports: doors } = JSON.parse(readFileSync(new URL(WRITTEN ? "package.json" : "../package.json", PROGRAM)));
const PARTS = ["models", "scripts", "notebooks", "test", "dist"].map((part) => new URL(`${part}/`, PROGRAM).href);

/** Whether a file belongs to the person who runs the program: neither to the program nor to an installed package. */
export const isOwn = (url) =>
  url.startsWith("file:") && !url.includes("/node_modules/") && !PARTS.some((part) => url.startsWith(part));

/** The place of `ovation` or `ovation/…` in the running program, so that it is loaded only once. */
export function doorOf(specifier) {
  const door = doors[`.${specifier.slice("ovation".length)}`];
  if (door === undefined) throw new RangeError(`${specifier} is no part of ovation; there is ${names().join(", ")}`);
  const built = door.default.replace("./dist/", "");
  return new URL(WRITTEN ? built.replace(/\.js$/, ".ts") : built, PROGRAM).href;
}
const names = () => Object.keys(doors).map((door) => `ovation${door.slice(1)}`);

/** `then` of a value that may be promised: the same hooks serve loaders that wait and loaders that do not. */
const then = (value, next) => (value instanceof Promise ? value.then(next) : next(value));

export function resolve(specifier, context, next) {
  const { parentURL = "" } = context;
  if (isOwn(parentURL) && /^ovation(\/|$)/.test(specifier)) return next(doorOf(specifier), context);
  const own = isOwn(parentURL) && specifier.startsWith(".") ? fileOf(new URL(specifier, parentURL)) : undefined;
  if (own !== undefined && isModule(own.href)) return { url: own.href, format: "module", shortCircuit: true };
  return then(next(specifier, context), (found) => (isModule(found.url) ? { ...found, format: "module" } : found));
}

/** The file that a relative import means: as it is written, or the TypeScript from which it will be made. */
export function fileOf(url) {
  const others = [url.href.replace(/\.([cm]?)js$/, ".$1ts"), `${url.href}.ts`, `${url.href}/index.ts`];
  return [url.href, ...others].map((href) => new URL(href)).find((one) => statSync(one, QUIET)?.isFile());
}
const QUIET = { throwIfNoEntry: false };

/** A user's file is an ES module wherever it is, whatever a package file near it says. */
export function load(url, context, next) {
  return next(url, isModule(url) ? { ...context, format: "module" } : context);
}

const isModule = (url) => isOwn(url) && /\.m?[jt]s$/.test(new URL(url).pathname);

let follows = false;

/** From now on, in this thread, users' files find the program under the name `ovation`. */
export function follow() {
  if (follows) return;
  follows = true;
  if (module.registerHooks) module.registerHooks({ resolve, load });
  else module.register(import.meta.url);
}
