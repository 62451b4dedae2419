import { fromText, type Network, unknownName } from "../core/index.ts";
import { karate } from "./builtin/karate.ts";
import { block, erdosRenyi } from "./generators/blocks.ts";
import { type Generator } from "./generators/generator.ts";
import { barabasiAlbert } from "./generators/growth.ts";
import { complete, grid, mooreTorus, path, ring, star } from "./generators/lattices.ts";

/** Every kind of network that can be drawn, in the order of the documentation. */
export const generators: readonly Generator[] = [
  complete,
  path,
  ring,
  star,
  grid,
  mooreTorus,
  erdosRenyi,
  barabasiAlbert,
  block,
];

/** Networks that come with the project: facts, the same whatever the seed. */
export const builtins: readonly Generator[] = [karate];

const known = new Map([...builtins, ...generators].map((kind) => [kind.kind, kind]));

/**
 * Whether a text names a built-in network or is written as `kind:key=value,…`; all else is a file.
 * A misspelt kind counts too, so that `generate` can say which was meant.
 */
export function isGenerated(text: string): boolean {
  return builtins.some(({ kind }) => kind === text) || /^[a-z][a-z]+(-[a-z]+)*:(?!\/\/)/.test(text);
}

/**
 * The network of a specification: a built-in name, or `kind:key=value,key=value` where `+` joins the
 * parts of a list. World `world` of a seed is drawn anew; the same seed and world give the same bytes.
 * Throws `RangeError` listing every fault at once, with the nearest right kind and keys.
 */
export function generate(text: string, seed: string | number, world = 0): Network {
  const colon = text.indexOf(":");
  const name = text.slice(0, colon < 0 ? undefined : colon).trim();
  const kind = known.get(name);
  if (!kind) throw new RangeError(`network: ${unknownName(name, "a kind of network", [...known.keys()])}`);
  const { given, faults } = readPairs(kind, colon < 0 ? "" : text.slice(colon + 1));
  if (faults.length === 0) return kind.make(given, seed, world);
  try {
    kind.check(given);
  } catch (error) {
    faults.push((error as Error).message);
  }
  throw new RangeError(faults.join("\n"));
}

function readPairs({ kind, parameters }: Generator, text: string): { given: Record<string, unknown>; faults: string[] } {
  const given: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const pair of text.split(",").filter((part) => part.trim() !== "")) {
    const equals = pair.indexOf("=");
    const key = pair.slice(0, equals < 0 ? undefined : equals).trim();
    if (equals < 0) faults.push(`${kind}: a part must be key=value, got ${pair.trim()}`);
    else if (Object.hasOwn(given, key)) faults.push(`${kind}: ${key} must be given once, got it again`);
    else given[key] = Object.hasOwn(parameters, key) ? fromText(parameters[key], pair.slice(equals + 1).trim()) : pair.slice(equals + 1);
  }
  return { given, faults };
}
