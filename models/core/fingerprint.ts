import { digest, digestText } from "./digest.ts";
import { type Network } from "./network.ts";

const known = new WeakMap<Network, string>();

/** The identity of a network: its direction, arcs, weights, names and attributes. Computed once and cached. */
export function fingerprint(network: Network): string {
  const found = known.get(network);
  if (found) return found;
  const { directed, out, keys, attributes } = network;
  const names = keys.texts ? digestText(JSON.stringify(keys.texts)) : String(keys.size);
  const facts = Object.entries(attributes).map(([name, fact]) =>
    fact.kind === "number" ? [name, digest(fact.values)] : [name, digest(fact.codes), fact.labels],
  );
  const parts = [digest(out.offsets, out.targets), out.weights ? digest(out.weights) : "unweighted"];
  const made = digestText(JSON.stringify([directed, parts, names, facts]));
  known.set(network, made);
  return made;
}
