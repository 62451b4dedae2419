import { i32, indices, mean, type Network, nodes, real, text, u8 } from "../../core/index.ts";
import { attributeFaults, attributeOf } from "./opening.ts";

/** Who holds opinion 1 before the first step, all others holding 0. */
export const sideParameters = {
  share: real(0.5, { min: 0, max: 1, about: "chance of each customer to hold opinion 1 at first", unit: "share" }),
  ones: nodes({ about: "customers who hold opinion 1 at first, by key; none named means that share decides" }),
  attribute: text("", /^.*$/s, {
    about: "node attribute that is 0 or 1: the opinion at first; none means that share or ones decide",
    must: "the name of an attribute",
  }),
};
interface Told {
  share: number;
  ones: readonly string[];
  attribute: string;
}

export const sideState = {
  opinion: u8("the opinion held, 0 or 1"),
  moved: i32("last step in which the opinion changed"),
};

/** What must hold of the opinions at first, for a model's `check`. */
export function sideFaults({
  network,
  parameters,
  given,
}: {
  network: Network;
  parameters: Told;
  given: ReadonlySet<string>;
}): string[] {
  const told = (["share", "ones", "attribute"] as const).filter(
    (name) => given.has(name) && (name === "share" || parameters[name].length > 0),
  );
  const faults = told.length > 1 ? [`opinions at first must be given in one way, got ${told.join(" and ")}`] : [];
  if (parameters.attribute !== "")
    faults.push(...attributeFaults(network, parameters.attribute, "0 or 1", (value) => value === 0 || value === 1));
  return faults;
}

/**
 * Writes the opinions at first; `taste` is uniform on [0, 1), so a larger share contains the smaller in the same world.
 */
export function takeSides(
  network: Network,
  { share, ones, attribute }: Told,
  opinion: Uint8Array,
  taste: (i: number) => number,
): void {
  if (attribute !== "") opinion.set(attributeOf(network, attribute));
  else if (ones.length > 0) for (const i of indices(network.keys, ones, "ones")) opinion[i] = 1;
  else for (const i of network.nodes) opinion[i] = taste(i) < share ? 1 : 0;
}

/** Whether some tie joins two customers of different opinion. Stops at the first; linear in arcs at worst. */
export function divided({ size, out: { offsets, targets } }: Network, opinion: Uint8Array): boolean {
  for (let i = 0; i < size; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) if (opinion[targets[e]] !== opinion[i]) return true;
  }
  return false;
}

/** Whether all customers hold the same opinion; true if there are none. */
export const unanimous = (opinion: Uint8Array): boolean => opinion.every((side) => side === opinion[0]);

interface Sides {
  state: { opinion: Uint8Array; moved: Int32Array };
}

/** What models of two opinions report. */
export const sideMeasures = {
  opinion: { about: "customers who hold opinion 1", unit: "share", of: ({ state }: Sides) => mean(state.opinion) },
  consensus: {
    about: "1 if all hold the same opinion",
    unit: "0 or 1",
    of: ({ state }: Sides) => Number(unanimous(state.opinion)),
  },
  clusters: {
    about: "opinions still held by someone",
    unit: "opinions",
    of: ({ state }: Sides) => new Set(state.opinion).size,
  },
  lastChange: {
    about: "last step in which anyone changed opinion",
    unit: "steps",
    of: ({ state }: Sides) => lastMove(state.moved),
  },
};

/** The last step in which anyone moved; 0 if nobody did. */
export const lastMove = (moved: Int32Array): number => moved.reduce((last, step) => Math.max(last, step), 0);
