import { type Network } from "../../core/index.ts";

/** What an observer of customers over time can know. */
export interface Study {
  /** Arcs from people who can influence to people they can influence. */
  network: Network;
  /** Who had the trait at consecutive steps before the trial. */
  panel: readonly Uint8Array[];
  /** Observed kind of each customer. */
  kind: ArrayLike<number>;
  /** Who was drawn at random to take up the trait, who had it right after the trial, and who had it one step later. */
  trial: { drawn: Uint8Array; after: Uint8Array; later: Uint8Array };
  seed: string;
}

/** An estimate with its standard error; NaN if the study does not determine it. */
export interface Finding {
  estimate: number;
  stderr: number;
}

/** One way to estimate how much friends influence each other. */
export interface Estimator {
  name: string;
  about: string;
  /**
   * What it estimates. `slope`: how much the chance of having the trait one step later rises when all friends have
   * it instead of none, with the person's own trait the same. `excess`: the part of the excess at distance 1 that
   * is due to copying.
   */
  target: "slope" | "excess";
  source: string;
  of(study: Study): Finding;
}

/** Share of those who can influence i who have the trait; NaN if there are none. */
export const shareOfFriends = ({ in: half }: Network, i: number, has: ArrayLike<number>): number => half.mean(i, has);

/**
 * Everyone who has influencers, at each step but the last: the person, the step, and the share of influencers with
 * the trait.
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
