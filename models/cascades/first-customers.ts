import { distinct, indices, type Network, nodes, type Sequence, whole } from "../core/index.ts";

/** Who has the behaviour at the start: customers by name, or a number of them drawn at random in each world. */
export const firstParameters = {
  seeds: nodes({ about: "first customers, by key; none named means that seedCount are drawn", lever: true }),
  seedCount: whole(1, { min: 0, max: Infinity, about: "first customers drawn at random in each world", unit: "customers", lever: true }),
};
export interface First {
  seeds: readonly string[];
  seedCount: number;
  /** True where a first customer brings along everyone it can influence. */
  seedNeighbourhood?: boolean;
}

/** What must hold of the first customers, for a model's `check`. */
export function firstFaults({ network, parameters, given }: { network: Network; parameters: First; given: ReadonlySet<string> }): string[] {
  const { seeds, seedCount } = parameters;
  const faults: string[] = [];
  const repeated = seeds.find((key, at) => seeds.indexOf(key) < at);
  if (given.has("seedCount") && seeds.length > 0) faults.push("seeds or seedCount must be given, not both");
  if (seeds.length === 0 && seedCount > network.size) {
    faults.push(`seedCount must be at most the ${network.size} customers of the network, got ${seedCount}`);
  }
  if (repeated !== undefined) faults.push(`seeds must be different customers, got ${repeated} twice`);
  return faults;
}

/**
 * The first customers of worlds of one job: a function of the world's sequence. A larger `seedCount`
 * contains the smaller in the same world. Named customers cost nothing a world.
 */
export function firstCustomers(network: Network, parameters: First): (source: () => Sequence) => readonly number[] {
  const { seeds, seedCount, seedNeighbourhood = false } = parameters;
  const around = (centres: number[]): number[] => (seedNeighbourhood ? withNeighbours(network, centres) : centres);
  if (seeds.length === 0) return (source) => around(distinct(seedCount, network.size, source()));
  const named = around(indices(network.keys, seeds, "seeds"));
  return () => named;
}

/** The centres and everyone they can influence, each once. */
function withNeighbours({ out }: Network, centres: readonly number[]): number[] {
  const all = new Set<number>();
  for (const i of centres) {
    all.add(i);
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) all.add(out.targets[e]);
  }
  return [...all];
}
