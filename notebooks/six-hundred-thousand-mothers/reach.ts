import { type ExpectedReach, reachOf } from "../../models/programs/sampling/expected-reach.ts";

/** Parts of the population in which members and their contacts may all be. */
export const COMMUNITIES = [1, 0.5, 0.25];
/** Populations of the curve, in millions. */
const MILLIONS = [6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60];

/** A network that was drawn and counted: how many people, in which part of it members live, and the share of the claim that were different people. */
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
export const expectedOf = ({ population, ...circles }: Asked): ExpectedReach => reachOf({ customers: population, ...circles });

/** In how many circles somebody is on average who is in any, members left out. */
export function circlesOf({ members, contacts, population, community }: Asked, reach1: number): number {
  const within = Math.round(population * community);
  return (members * contacts * (within - members)) / (within - 1) / reach1;
}

/** The share of the claim that are different people, by population: the formula as lines, what was counted beside them. */
export function populationRows(asked: Asked, swept: readonly Swept[]): { millions: number; series: string; mean: number }[] {
  const lines = COMMUNITIES.flatMap((community) =>
    MILLIONS.filter((millions) => millions * 1e6 * community > asked.members).map((millions) => {
      const { claim, reach1 } = expectedOf({ ...asked, population: millions * 1e6, community, telling: 1 });
      return { millions, series: named(community), mean: reach1 / claim };
    }));
  return [...lines, ...swept.map(({ millions, community, share }) => ({ millions, series: `${named(community)}, counted`, mean: share }))];
}

const named = (community: number): string => (community === 1 ? "members all over" : `in ${Math.round(100 * community)} % of it`);
