import { mean } from "../../core/index.ts";
import { lastMove } from "./sides.ts";

/** Neighbouring opinions in sorted order that differ by more than this belong to different clusters. */
export const APART = 0.01;
/** Opinions that all lie within this distance of each other are a consensus. */
export const AGREED = 1e-6;

interface Opinions {
  state: { opinion: Float64Array; moved: Int32Array };
}

/** Measures of models with opinions on a line, except their clusters. */
export const opinionMeasures = {
  opinion: { about: "mean opinion", unit: "opinion", of: ({ state }: Opinions) => mean(state.opinion) },
  consensus: {
    about: "1 if all opinions lie within a millionth of each other",
    unit: "0 or 1",
    of: ({ state }: Opinions) => Number(spread(state.opinion) <= AGREED),
  },
  spread: {
    about: "largest opinion minus the smallest",
    unit: "opinion",
    of: ({ state }: Opinions) => spread(state.opinion),
  },
  lastChange: {
    about: "last step in which any opinion changed",
    unit: "steps",
    of: ({ state }: Opinions) => lastMove(state.moved),
  },
};

/**
 * Groups of opinions: in sorted order, a new group begins where the next opinion is more than .01 away, whatever
 * the ties.
 */
export const opinionClusters = {
  clusters: {
    about: "groups of opinions more than .01 apart",
    unit: "groups",
    of: ({ state }: Opinions) => groups(state.opinion.slice().sort(), APART).length,
  },
};

/** Sizes of the groups that gaps above `gap` separate in sorted opinions. */
export function groups(sorted: ArrayLike<number>, gap: number): number[] {
  const sizes: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] - sorted[i - 1] > gap) sizes.push(0);
    sizes[sizes.length - 1]++;
  }
  return sizes;
}

/** Largest value minus the smallest; 0 if there are none. */
export function spread(opinion: Float64Array): number {
  let low = Infinity;
  let high = -Infinity;
  for (const x of opinion) {
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  return high >= low ? high - low : 0;
}
