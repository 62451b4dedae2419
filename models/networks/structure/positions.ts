import { type Network } from "../../core/index.ts";
import { betweenness } from "./betweenness.ts";
import { closeness, eigenvector } from "./centralities.ts";
import { communities } from "./communities.ts";
import { coreNumbers } from "./core.ts";
import { degrees } from "./degrees.ts";
import { pageRank } from "./page-rank.ts";

/** One way to describe the position of people in a network: a number for each. */
export interface Position {
  name: string;
  about: string;
  /** True if a larger number means more central, so that people can be ranked by it. */
  ordered: boolean;
  /** `seed` names the sample where a large network is sampled. */
  of(network: Network, seed: string | number): ArrayLike<number>;
}

/** All positions, in the order of tables. */
export const positions: readonly Position[] = [
  {
    name: "contacts",
    about: "people whom the person can influence",
    ordered: true,
    of: ({ out }) => degrees(out),
  },
  {
    name: "influencers",
    about: "people who can influence the person; the same as contacts if ties have no direction",
    ordered: true,
    of: (network) => degrees(network.in),
  },
  {
    name: "pagerank",
    about: "share of time that a random walk from the influenced to their influencers spends here",
    ordered: true,
    of: (network) => pageRank(network, { toward: "influencers" }),
  },
  {
    name: "betweenness",
    about: "pairs of others whose shortest paths pass through the person; sampled above 10,000 people",
    ordered: true,
    of: (network, seed) => betweenness(network, { seed }).of,
  },
  {
    name: "closeness",
    about: "closeness of those who can reach the person, times their share of all others, from 0 to 1",
    ordered: true,
    of: (network) => closeness(network),
  },
  {
    name: "eigenvector",
    about: "centrality from the centrality of those tied to the person; the values have length 1",
    ordered: true,
    of: (network) => eigenvector(network),
  },
  {
    name: "core",
    about: "largest k such that the person belongs to a group in which everyone has at least k contacts",
    ordered: true,
    of: (network) => coreNumbers(network),
  },
  {
    name: "community",
    about: "number of the person's community, by the Louvain method",
    ordered: false,
    of: (network, seed) => communities(network, { seed }).of,
  },
];
