import { fromText, type Network, unknownName } from "../core/index.ts";
import { florentine } from "./builtin/florentine.ts";
import { hitechManagers } from "./builtin/hitech-managers.ts";
import { karate } from "./builtin/karate.ts";
import { lesMiserables } from "./builtin/les-miserables.ts";
import { block, erdosRenyi } from "./generators/blocks.ts";
import { circles } from "./generators/circles.ts";
import { forestFire } from "./generators/forest-fire.ts";
import { type Generator } from "./generators/generator.ts";
import { barabasiAlbert, powerLawCluster } from "./generators/growth.ts";
import { complete, grid, mooreTorus, path, ring, star } from "./generators/lattices.ts";
import { configuration, regular } from "./generators/regular.ts";
import { seats } from "./generators/seats.ts";
import { wattsStrogatz } from "./generators/watts-strogatz.ts";

/** Every kind of generated network, in the order of the documentation. */
export const generators: readonly Generator[] = [
  complete,
  path,
  ring,
  star,
  grid,
  mooreTorus,
  erdosRenyi,
  regular,
  configuration,
  wattsStrogatz,
  barabasiAlbert,
  powerLawCluster,
  block,
  forestFire,
  circles,
  seats,
];

/** Built-in networks: data, the same for every seed. */
export const builtins: readonly Generator[] = [karate, lesMiserables, florentine, hitechManagers];

/** Number of worlds of one seed. */
const WORLDS = 2 ** 30;

const known = new Map([...builtins, ...generators].map((kind) => [kind.kind, kind]));

/**
 * True if the text names a built-in network or has the form `kind:key=value,…`; any other text is a file. A
 * misspelt kind counts too, so that `generate` can suggest the right one.
 */
export function isGenerated(text: string): boolean {
  return builtins.some(({ kind }) => kind === text) || /^[a-z][a-z]+(-[a-z]+)*:(?!\/\/)/.test(text);
}

/**
 * The network of a specification: a built-in name, or `kind:key=value,key=value`, with `+` between the parts of a
 * list. A network is drawn again for each world of a seed; the same seed and world give the same bytes. If a list
 * may be in a file (`configuration:degrees=people.txt`), `read` returns the numbers of the file. Throws
 * `RangeError` listing all faults, with the nearest known kind and keys.
 * @example
 * ```ts
 * import { generate } from "ovation/networks";
 * const network = generate("watts-strogatz:nodes=100,degree=4,rewire=0.1", 1);
 * console.log(network.size, network.arcs); // 100 400
 * ```
 */
export function generate(
  text: string,
  seed: string | number,
  world = 0,
  read?: (file: string) => ArrayLike<number>,
): Network {
  const colon = text.indexOf(":");
  const name = text.slice(0, colon < 0 ? undefined : colon).trim();
  const kind = known.get(name);
  if (!kind) throw new RangeError(`network: ${unknownName(name, "a kind of network", [...known.keys()])}`);
  if (!Number.isInteger(world) || world < 0 || world >= WORLDS) {
    throw new RangeError(`network: world must be a whole number from 0 to ${WORLDS - 1}, got ${world}`);
  }
  const { given, faults } = readPairs(kind, colon < 0 ? "" : text.slice(colon + 1), read);
  if (faults.length === 0) return kind.make(given, seed, world);
  try {
    kind.check(given);
  } catch (error) {
    faults.push((error as Error).message);
  }
  throw new RangeError(faults.join("\n"));
}

function readPairs(
  { kind, parameters, files }: Generator,
  text: string,
  read?: (file: string) => ArrayLike<number>,
): { given: Record<string, unknown>; faults: string[] } {
  const given: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const pair of text.split(",").filter((part) => part.trim() !== "")) {
    const equals = pair.indexOf("=");
    const key = pair.slice(0, equals < 0 ? undefined : equals).trim();
    const value = pair.slice(equals + 1).trim();
    const isFile = read && files.includes(key) && !/^[\d.+xe-]*$/.test(value);
    if (equals < 0) faults.push(`${kind}: a part must be key=value, got ${key}`);
    else if (Object.hasOwn(given, key)) faults.push(`${kind}: ${key} must be given once, got it again`);
    else if (isFile) given[key] = Array.from(read(value)).join("+");
    else given[key] = Object.hasOwn(parameters, key) ? fromText(parameters[key], value) : value;
  }
  return { given, faults };
}
