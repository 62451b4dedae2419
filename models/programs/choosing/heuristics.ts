import { log, streamKey, uniform } from "../../core/index.ts";
import { betweenness } from "../../networks/structure/betweenness.ts";
import { coreNumbers } from "../../networks/structure/core.ts";
import { degrees } from "../../networks/structure/degrees.ts";
import { pageRank } from "../../networks/structure/page-rank.ts";
import { projection } from "../../networks/structure/projection.ts";
import { type Asked } from "./question.ts";
import { type Choice, highest } from "./ranking.ts";
import { willingness } from "./willingness.ts";

/** At random: every candidate is equally likely. */
export function random(asked: Asked): Choice {
  return highest(asked, drawn(asked, "random"));
}

/** Those who can influence the most others directly. */
export const mostContacts = (asked: Asked): Choice => highest(asked, degrees(asked.network.out));

/** Those whom a random walk from customers to those who influence them visits most: weighted, damping .85. */
export const mostCited = (asked: Asked): Choice =>
  highest(asked, pageRank(asked.network, { toward: "influencers", weighted: true }));

/** Above this many customers shortest paths are followed from a sample only. */
const ALL_PATHS = 10_000;
/** Arcs followed in all, which takes some ten seconds. */
const MOST_ARCS = 4e8;

/** Those through whom the most shortest paths run. */
export function mostBetween(asked: Asked): Choice {
  const { size, arcs } = asked.network;
  const sources =
    size <= ALL_PATHS ? ALL_PATHS : Math.min(ALL_PATHS, Math.max(64, Math.floor(MOST_ARCS / Math.max(1, arcs))));
  const { of, exact } = betweenness(asked.network, { seed: asked.seed, sources });
  const choice = highest(asked, of);
  return exact
    ? choice
    : {
        ...choice,
        notes: [...choice.notes, `betweenness is estimated from the shortest paths of ${sources} of ${size} customers`],
      };
}

/** Those in the innermost core. Cores are large, so many candidates tie. */
export const innermost = (asked: Asked): Choice => highest(asked, coreNumbers(asked.network));

/** Those who are worth most. */
export const mostValuable = (asked: Asked, { worth }: { worth: ArrayLike<number> }): Choice => highest(asked, worth);

/** Those who volunteer, the most eager first: the lowest u / p, where p is the willingness. */
export function selfSelected(asked: Asked, { join = 0.3, rise = 0.5 }: { join?: number; rise?: number } = {}): Choice {
  return highest(
    asked,
    drawn(asked, "join").map((u, i) => -u / willingness(asked.network, i, { join, rise })),
  );
}

/**
 * A random contact of a random customer, repeated until there are enough. Drawing in proportion to chance p without
 * replacement is the same as taking the lowest −ln(u)/p (Efraimidis & Spirakis 2006). In a directed network customers
 * name those they listen to. Isolated customers come last.
 */
export function acquaintances(asked: Asked): Choice {
  const { network } = asked;
  const { offsets, targets } = network.in;
  const chance = new Float64Array(network.size);
  for (let i = 0; i < network.size; i++) {
    const stop = offsets[i + 1];
    for (let e = offsets[i]; e < stop; e++) chance[targets[e]] += 1 / (stop - offsets[i]);
  }
  return highest(
    asked,
    drawn(asked, "acquaintance").map((u, i) => log(1 - u) / chance[i]),
  );
}

/** Those with the best signal of skill: skill + noise·(2u − 1). */
export function experts(asked: Asked, { skill, noise = 0 }: { skill: ArrayLike<number>; noise?: number }): Choice {
  return highest(
    asked,
    drawn(asked, "signal").map((u, i) => skill[i] + noise * (2 * u - 1)),
  );
}

/** Those with the lowest need for persuasion. */
export const susceptible = (asked: Asked, { need }: { need: ArrayLike<number> }): Choice =>
  highest(
    asked,
    Float64Array.from({ length: asked.network.size }, (_, i) => -need[i]),
  );

/** Those with ties to the most communities; a customer's own community counts where the customer has a tie in it. */
export function bridges(asked: Asked, of: ArrayLike<number>): Choice {
  const { offsets, targets } = projection(asked.network).out;
  const seen = new Int32Array(asked.network.size).fill(-1);
  const score = new Uint32Array(asked.network.size);
  for (let i = 0; i < score.length; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const community = of[targets[e]];
      if (seen[community] === i) continue;
      seen[community] = i;
      score[i]++;
    }
  }
  return highest(asked, score);
}

function drawn({ network, seed }: Asked, stream: string): Float64Array {
  const key = streamKey(seed, `choosing/${stream}`);
  return Float64Array.from({ length: network.size }, (_, i) => uniform(key, i));
}
