import saved from "../../data/facts/vocalpoint-reach.json" with { type: "json" };
import { type ExpectedReach, reachOf } from "../../models/programs/sampling/expected-reach.ts";
import { COMMUNITIES } from "../../models/studies/sweep/reach-sweep.ts";

/** Populations of the curve, in millions. */
const MILLIONS = [6, 8, 10, 12, 15, 20, 25, 30, 40, 45, 50, 60];

/**
 * A network that was drawn and counted: how many people, in which part of it members live, and the share of the claim
 * that were different people.
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

/** What the formula expects; members count no person twice, and themselves not at all. */
export const expectedOf = ({ population, ...circles }: Asked): ExpectedReach =>
  reachOf({ customers: population, ...circles });

/** What is wrong with circles that cannot be, in the words of the formula; undefined where they can. */
export function faultOf(asked: Asked): string | undefined {
  try {
    expectedOf(asked);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** In how many circles someone is on average who is in any, members left out. */
export function circlesOf({ members, contacts, population, community }: Asked, reach1: number): number {
  const within = Math.round(population * community);
  return (members * contacts * (within - members)) / (within - 1) / reach1;
}

/** The share of the claim that are different people, by population, as the formula gives it for each part of it. */
export function populationRows(asked: Asked): { millions: number; series: string; mean: number }[] {
  return COMMUNITIES.flatMap((community) =>
    MILLIONS.filter((millions) => millions * 1e6 * community > asked.members).map((millions) => {
      const { claim, reach1 } = expectedOf({ ...asked, population: millions * 1e6, community, telling: 1 });
      return { millions, series: named(community), mean: reach1 / claim };
    }),
  );
}

/** The same as it was counted in networks: at a hundredth of the size, and at full size. */
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
  community === 1 ? "members all over" : `in ${Math.round(100 * community)} % of it`;
