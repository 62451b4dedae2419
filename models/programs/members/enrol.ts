import { choice, distinct, nodes, real, type Network, type Sequence, type Values, whole } from "../../core/index.ts";
import { type Method } from "../choosing/methods.ts";
import { lowest } from "../choosing/ranking.ts";
import { willingness as willingnessOf } from "../choosing/willingness.ts";
import { segmentsOf } from "../../market/segments.ts";
import { type Market } from "../../market/state.ts";

/** Who is asked to be a member, and who says yes. */
export const enrolParameters = {
  members: nodes({
    about:
      "the members, all willing, such as the customers that choose finds; left out, memberShare of all are chosen by selection",
    lever: true,
  }),
  memberShare: real(0.02, {
    min: 0,
    max: 1,
    about: "places for members (.005 to .05, Libai, Muller & Peres 2013)",
    unit: "share",
    lever: true,
  }),
  leftOut: nodes({
    about: "people who are not recruited and whose places stay empty: what would be missing without them",
  }),
  selection: choice(
    ["self-selected", "random", "degree", "value", "susceptible", "acquaintance"] satisfies [Method, ...Method[]],
    {
      about:
        "whom to take of the willing: most eager first, at random, most contacts, worth most, easiest to please, or a random contact whom a random customer listens to",
      lever: true,
    },
  ),
  minimumContacts: whole(25, {
    min: 0,
    max: 1e9,
    about: "contacts that a member must have",
    unit: "customers",
    lever: true,
  }),
  joining: real(0.3, { min: 0, max: 1, about: "chance that a customer of average contacts is willing (p_join)" }),
  joiningSlope: real(0.5, {
    min: 0,
    max: 1,
    about: "how much more willing who has twice the contacts is (η; sign: Hinz et al. 2011)",
  }),
};
export const enrolStreams = { join: "node", rank: "node", acquaintance: "sequence" } as const;

/** By which of them people are taken. */
export const enrolTakes = {
  members: "members",
  places: "memberShare",
  leftOut: "leftOut",
  recruiting: ["members", "memberShare", "selection", "minimumContacts", "joining", "joiningSlope"],
} as const;

export type EnrolValues = Values<typeof enrolParameters>;
export interface Enrolling extends Market {
  parameters: Market["parameters"] & EnrolValues;
  random: Market["random"] & { join(i: number): number; rank(i: number): number; acquaintance: Sequence };
}

/** The members in the order in which they were called, but for those left out. */
export function enrolled(market: Enrolling): number[] {
  const { network, parameters } = market;
  const absent = new Set(parameters.leftOut.map((key) => network.keys.find(key)));
  return called(market, Math.round(parameters.memberShare * network.size)).filter((i) => !absent.has(i));
}

/**
 * The people called to be members, in order: the given ones, or the best of the willing who have enough contacts, as
 * many as there are places. Ties are ordered by rank, a draw of each person, so that a larger program contains a
 * smaller one. `seen` may change the numbers by which the willing are sorted into what the firm sees of them.
 *
 * `choose` has methods of the same names and shares the ordering and the willingness. The rest differs: here each world
 * draws from the market's own streams, and only the willing are taken; `choose` draws from its seed and takes anyone.
 * Acquaintances are met one by one here, since they must also be willing; there, one draw for each customer suffices.
 * Cost: one sort of the numbers of the willing.
 */
export function called(
  market: Enrolling,
  places: number,
  seen?: (keys: Float64Array, willing: readonly number[]) => void,
): number[] {
  const { network, parameters, random } = market;
  if (parameters.members.length > 0) return parameters.members.map((key) => network.keys.find(key));
  if (parameters.selection === "acquaintance") return acquaintances(market, places);
  const first = orderOf(market);
  const willing: number[] = [];
  for (let i = 0; i < network.size; i++) if (isWilling(market, i)) willing.push(i);
  const key = Float64Array.from(willing, first);
  seen?.(key, willing);
  const rank = Float64Array.from(willing, random.rank);
  return lowest(key, rank, places).map((at) => willing[at]);
}

/** What the willing are sorted by, lowest first. */
function orderOf(market: Enrolling): (i: number) => number {
  const { network, parameters, state, random } = market;
  switch (parameters.selection) {
    case "degree":
      return (i) => -network.out.degree(i);
    case "value":
      return (i) => -state.worth[i];
    case "susceptible":
      return random.need;
    case "self-selected":
      return (i) => random.join(i) / willingness(market, i);
    default:
      return () => 0;
  }
}

/** The chance that person i is willing, as the person's segment multiplies it. */
export function willingness({ network, parameters, state }: Enrolling, i: number): number {
  const { joining, joiningSlope } = parameters;
  const times = segmentsOf(parameters)[state.segment[i]].joining;
  return willingnessOf(network, i, { join: joining, rise: joiningSlope, times });
}

function isWilling(market: Enrolling, i: number): boolean {
  return (
    market.network.out.degree(i) >= market.parameters.minimumContacts && market.random.join(i) < willingness(market, i)
  );
}

/**
 * Random contacts whom customers, met in random order, listen to, each once, until the places are filled or everyone
 * has been met.
 */
function acquaintances(market: Enrolling, places: number): number[] {
  const { network, random } = market;
  const place = random.acquaintance.save();
  const found = new Set<number>();
  for (const i of distinct(network.size, network.size, random.acquaintance)) {
    if (found.size >= places) break;
    const contact = namedBy(network, i, random.rank(i));
    if (contact >= 0 && isWilling(market, contact)) found.add(contact);
  }
  random.acquaintance.restore(place); // whoever asks next meets customers in the same order
  return [...found];
}

/** Whom customer i names: one of those whom i listens to, as where advocates are chosen; −1 for nobody. */
function namedBy({ in: { offsets, targets } }: Network, i: number, u: number): number {
  const degree = offsets[i + 1] - offsets[i];
  return degree === 0 ? -1 : targets[offsets[i] + Math.floor(u * degree)];
}

/** Makes person i a member. */
export function enrol({ state: { enrolled, hop } }: Market, i: number): void {
  enrolled[i] = 1;
  hop[i] = 0;
}
