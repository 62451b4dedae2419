import { generate } from "../../networks/specification.ts";
import { contactReach } from "../../programs/reach.ts";
import { type Circles, type ExpectedReach, reachOf } from "../../programs/sampling/expected-reach.ts";

/** Numbers of people, and the shares of them among whom all members and their contacts are. */
export const POPULATIONS = [15e6, 20e6, 30e6, 45e6, 60e6];
export const COMMUNITIES = [1, 0.5, 0.25];

/** Vocalpoint's members and their contacts, and the contacts of everyone else. */
export const VOCALPOINT = { members: 600_000, contacts: 25, others: 5 };

/** A row of the sweep: the reach measured on one generated network, and the reach that the formula expects. */
export interface SweptReach extends ExpectedReach {
  customers: number;
  community: number;
  arcs: number;
  /** People, members left out, at one, two and three ties from the nearest member. */
  measured1: number;
  measured2: number;
  measured3: number;
}

/** Generates circles and counts the people whom the members reach. Cost: linear in customers times their contacts. */
export function sweptReach(circles: Circles & { community: number }, seed: string): SweptReach {
  const { customers, members, contacts, others, community } = circles;
  const expected = reachOf(circles);
  const network = generate(
    `circles:advocates=${members},contacts=${contacts},customers=${customers},others=${others},community=${community}`,
    seed,
  );
  const [measured1, measured2, measured3] = contactReach(network, (i) => i < members);
  return { customers, community, arcs: network.arcs, measured1, measured2, measured3, ...expected };
}
