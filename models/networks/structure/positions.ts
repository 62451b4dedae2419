import { type Network } from "../../core/index.ts";
import { betweenness } from "./betweenness.ts";
import { closeness, eigenvector } from "./centralities.ts";
import { communities } from "./communities.ts";
import { coreNumbers } from "./core.ts";
import { degrees } from "./degrees.ts";
import { pageRank } from "./page-rank.ts";

/** One way to say where people stand in a network: a number for each of them. */
export interface Position {
  name: string;
  about: string;
  /** True where more means more central, so that people can be put in order by it. */
  ordered: boolean;
  /** `seed` names the sample where a large network is sampled. */
  of(network: Network, seed: string | number): ArrayLike<number>;
}

/** Every position, in the order in which a table shows them. */
export const positions: readonly Position[] = [
  {
    name: "contacts",
    about: "people whom the person can influence",
    ordered: true,
    of: ({ out }) => degrees(out),
  },
  {
    name: "influencers",
    about: "people who can influence the person; the same as contacts where ties have no direction",
    ordered: true,
    of: (network) => degrees(network.in),
  },
  {
    name: "pagerank",
    about: "share of time a random walk spends here, walking from who is influenced to who influences",
    ordered: true,
    of: (network) => pageRank(network, { toward: "influencers" }),
  },
  {
    name: "betweenness",
    about: "pairs of others whose shortest paths run through the person; sampled above 10,000 people",
    ordered: true,
    of: (network, seed) => betweenness(network, { seed }).of,
  },
  {
    name: "closeness",
    about: "nearness of those who can reach the person, times their share of all others, from 0 to 1",
    ordered: true,
    of: (network) => closeness(network),
  },
  {
    name: "eigenvector",
    about: "central to the degree that those tied to the person are central; of length 1",
    ordered: true,
    of: (network) => eigenvector(network),
  },
  {
    name: "core",
    about: "largest k such that the person has k contacts who each have k contacts among themselves",
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
