import { i32, indices, mean, type Network, nodes, real, text, u8 } from "../../core/index.ts";
import { attributeFaults, attributeOf } from "./opening.ts";

/** Who holds opinion 1 at the start; all others hold 0. */
export const sideParameters = {
  share: real(0.5, { min: 0, max: 1, about: "chance that a customer initially holds opinion 1", unit: "share" }),
  ones: nodes({ about: "customers who initially hold opinion 1, by key; if empty, share decides" }),
  attribute: text("", /^.*$/s, {
    about: "node attribute with the initial opinion, 0 or 1; if empty, share or ones decides",
    must: "the name of an attribute",
  }),
};
interface Sources {
  share: number;
  ones: readonly string[];
  attribute: string;
}

export const sideState = {
  opinion: u8("the opinion held, 0 or 1"),
  moved: i32("last step in which the opinion changed"),
};

/** What is wrong with the initial opinions, for a model's `check`. */
export function sideFaults({
  network,
  parameters,
  given,
}: {
  network: Network;
  parameters: Sources;
  given: ReadonlySet<string>;
}): string[] {
  const used = (["share", "ones", "attribute"] as const).filter(
    (name) => given.has(name) && (name === "share" || parameters[name].length > 0),
  );
  const faults = used.length > 1 ? [`initial opinions must be given in one way, got ${used.join(" and ")}`] : [];
  if (parameters.attribute !== "")
    faults.push(...attributeFaults(network, parameters.attribute, "0 or 1", (value) => value === 0 || value === 1));
  return faults;
}

/**
 * Writes the initial opinions. `taste` is uniform on [0, 1), so in the same world a larger share contains the
 * smaller one.
 */
export function takeSides(
  network: Network,
  { share, ones, attribute }: Sources,
  opinion: Uint8Array,
  taste: (i: number) => number,
): void {
  if (attribute !== "") opinion.set(attributeOf(network, attribute));
  else if (ones.length > 0) for (const i of indices(network.keys, ones, "ones")) opinion[i] = 1;
  else for (const i of network.nodes) opinion[i] = taste(i) < share ? 1 : 0;
}

/** True if some tie joins two customers of different opinion. Stops at the first; time is at worst linear in arcs. */
export function divided({ size, out: { offsets, targets } }: Network, opinion: Uint8Array): boolean {
  for (let i = 0; i < size; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) if (opinion[targets[e]] !== opinion[i]) return true;
  }
  return false;
}

/** True if all customers hold the same opinion, also if there are none. */
export const unanimous = (opinion: Uint8Array): boolean => opinion.every((side) => side === opinion[0]);

interface Sides {
  state: { opinion: Uint8Array; moved: Int32Array };
}

/** Measures of models with two opinions. */
export const sideMeasures = {
  opinion: { about: "customers who hold opinion 1", unit: "share", of: ({ state }: Sides) => mean(state.opinion) },
  consensus: {
    about: "1 if all customers hold the same opinion",
    unit: "0 or 1",
    of: ({ state }: Sides) => Number(unanimous(state.opinion)),
  },
  clusters: {
    about: "number of opinions still held",
    unit: "opinions",
    of: ({ state }: Sides) => new Set(state.opinion).size,
  },
  lastChange: {
    about: "last step in which a customer changed opinion",
    unit: "steps",
    of: ({ state }: Sides) => lastMove(state.moved),
  },
};

/** The last step in which a customer changed opinion; 0 if none did. */
export const lastMove = (moved: Int32Array): number => moved.reduce((last, step) => Math.max(last, step), 0);
