import saved from "../../data/facts/vocalpoint-reach.json" with { type: "json" };
import { type ExpectedReach, reachOf } from "../../models/programs/sampling/expected-reach.ts";
import { COMMUNITIES } from "../../models/studies/sweep/reach-sweep.ts";

/** Populations of the curve, in millions. */
const MILLIONS = [6, 8, 10, 12, 15, 20, 25, 30, 40, 45, 50, 60];

/**
 * A network that was drawn and counted: millions of people, the part of it in which members live, and different people
 * as a share of the claim.
 */
export interface Swept {
  millions: number;
  community: number;
  share: number;
}
interface Asked {
  members: number;
  contacts: number;
  others: number;
  population: number;
  community: number;
  telling: number;
}

/** What the formula expects: each person counts once, and members do not count. */
export const expectedOf = ({ population, ...circles }: Asked): ExpectedReach =>
  reachOf({ customers: population, ...circles });

/** Why such circles cannot exist, as the formula reports it; undefined if they can. */
export function faultOf(asked: Asked): string | undefined {
  try {
    expectedOf(asked);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** The mean number of circles of a person who is in any, members left out. */
export function circlesOf({ members, contacts, population, community }: Asked, reach1: number): number {
  const within = Math.round(population * community);
  return (members * contacts * (within - members)) / (within - 1) / reach1;
}

/** Different people as a share of the claim, by population, from the formula, for each part in which members live. */
export function populationRows(asked: Asked): { millions: number; series: string; mean: number }[] {
  return COMMUNITIES.flatMap((community) =>
    MILLIONS.filter((millions) => millions * 1e6 * community > asked.members).map((millions) => {
      const { claim, reach1 } = expectedOf({ ...asked, population: millions * 1e6, community, telling: 1 });
      return { millions, series: named(community), mean: reach1 / claim };
    }),
  );
}

/** The same share, counted in networks at a hundredth of the size and at full size. */
export function countedRows(
  swept: readonly Swept[],
): { millions: number; series: string; mean: number; full: boolean }[] {
  const full = saved.rows.map(({ customers, community, measured1, claim }) => ({
    millions: customers / 1e6,
    community,
    share: measured1 / claim,
    full: true,
  }));
  return [...swept.map((one) => ({ ...one, full: false })), ...full].map(({ community, share, ...rest }) => ({
    ...rest,
    series: `${named(community)}, counted`,
    mean: share,
  }));
}

const named = (community: number): string =>
  community === 1 ? "members everywhere" : `members in ${Math.round(100 * community)} % of it`;
