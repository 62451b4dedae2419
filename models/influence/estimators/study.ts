import { type Network } from "../../core/index.ts";

/** What somebody who looks at customers over time can know. */
export interface Study {
  /** Arcs from those who can influence to those who can be. */
  network: Network;
  /** Who had the trait at steps one after the other, before the trial. */
  panel: readonly Uint8Array[];
  /** Observed kind of each customer. */
  kind: ArrayLike<number>;
  /** Who was drawn at random to take up the trait, who had it right after, and a step later. */
  trial: { drawn: Uint8Array; after: Uint8Array; later: Uint8Array };
  seed: string;
}

/** An estimate with its standard error; NaN where the study says nothing. */
export interface Finding {
  estimate: number;
  stderr: number;
}

/** One way to say how far friends influence each other. */
export interface Estimator {
  name: string;
  about: string;
  /**
   * What it means to estimate: the `slope`, by which the chance of having the trait a step later rises from no friend
   * having it to all, one's own trait being the same; or the part of the `excess` at distance 1 that copying makes.
   */
  target: "slope" | "excess";
  source: string;
  of(study: Study): Finding;
}

/** Share of those who can influence i that have it; NaN of nobody. */
export const shareOfFriends = ({ in: half }: Network, i: number, has: ArrayLike<number>): number => half.mean(i, has);

/**
 * Everybody with somebody to be influenced by, at each step but the last: who, at which step, with what share of
 * friends.
 */
export function* moments({
  network,
  panel,
}: Pick<Study, "network" | "panel">): Generator<{ i: number; t: number; share: number }> {
  for (let t = 0; t + 1 < panel.length; t++) {
    for (const i of network.nodes) {
      const share = shareOfFriends(network, i, panel[t]);
      if (!Number.isNaN(share)) yield { i, t, share };
    }
  }
}
