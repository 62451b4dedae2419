import { COMMUNITIES, sweptReach, VOCALPOINT } from "../../models/studies/sweep/reach-sweep.ts";
import { type Swept } from "./reach.ts";

/** The number of people that one simulated person represents. */
const SCALE = 100;
const MILLIONS = [8, 15, 30, 60];

/**
 * Draws circles at a hundredth of the size and counts the people whom members reach, by population and by the part of
 * it in which members live.
 */
export function sweptShares(): Swept[] {
  const members = VOCALPOINT.members / SCALE;
  return MILLIONS.flatMap((millions) =>
    COMMUNITIES.map((community) => {
      const { measured1, claim } = sweptReach(
        { ...VOCALPOINT, members, customers: (millions * 1e6) / SCALE, community },
        "1",
      );
      return { millions, community, share: measured1 / claim };
    }),
  );
}
