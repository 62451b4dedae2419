import { choice, type Network, real, text, type Values, whole } from "../../models/core/index.ts";
import { copyingChain } from "../../models/influence/copying-chain.ts";
import { seed, worlds } from "../study/asked.ts";
import { keyFault } from "../views/node-field.ts";
import { type ClustersJob } from "./clusters.ts";

const { copy, prevalence } = copyingChain.parameters;

export const parameters = {
  network: choice(["watts-strogatz", "barabasi-albert", "path", "karate", "les-miserables"], {
    about:
      "who is tied to whom: neighbours with a tenth of the ties rewired, newcomers who tie to popular people, a chain, a club, or the people in a novel; the last two have a fixed size",
  }),
  customers: whole(1000, { min: 20, max: 2000, about: "number of people, if the network is generated" }),
  ties: whole(2, {
    min: 1,
    max: 5,
    about: "ties per person, except in a chain, the club and the novel; barabasi-albert with one tie each is a tree",
  }),
  copy: real(0.65, { min: 0, max: 1, about: copy.about, lever: true }),
  prevalence: real(0.5, { min: 0.02, max: 0.98, about: prevalence.about }),
  probability: real(0.3, { min: 0, max: 1, about: "chance that a tie passes a recommendation on", lever: true }),
  distances: whole(5, {
    min: 3,
    max: 5,
    about: "number of degrees measured, and of rounds that a recommendation runs",
    unit: "ties",
  }),
  permutations: whole(399, {
    min: 39,
    max: 1000,
    about: "how often the trait is shuffled among people",
    unit: "shuffles",
  }),
  person: text("", /^[^\p{Cc}]*$/u, {
    about: "key of the person in the middle at first; empty: the person with the most contacts",
    must: "a key",
  }),
  seed: seed(),
  worlds: worlds(100, 1000),
  world: whole(0, { min: 0, max: 999, about: "which world is shown in detail, from 0" }),
};
export type Settings = Values<typeof parameters>;

/** The network as the command line names it. */
export function networkOf({ network, customers, ties }: Settings): string {
  if (network === "watts-strogatz") return `watts-strogatz:nodes=${customers},degree=${2 * ties},rewire=0.1`;
  if (network === "barabasi-albert") return `barabasi-albert:nodes=${customers},links=${ties}`;
  return network === "path" ? `path:nodes=${customers}` : network;
}

export const clustersJob = (settings: Settings): ClustersJob => {
  const { copy: copied, prevalence: alone, seed: own, distances, permutations } = settings;
  return {
    network: networkOf(settings),
    parameters: { copy: copied, prevalence: alone },
    seed: own,
    distances,
    permutations,
  };
};

/**
 * The node with this key; for an empty key the first of those with the most contacts. Throws `RangeError` with the
 * nearest key.
 */
export function personIn(on: Network, key: string): number {
  const fault = key === "" ? undefined : keyFault(on, key);
  if (fault !== undefined) throw new RangeError(`person: ${fault}`);
  return key === ""
    ? on.nodes.reduce((most, i) => (on.out.degree(i) > on.out.degree(most) ? i : most), 0)
    : on.keys.find(key);
}
