import { choice, distinct, indices, type Network, nodes, type Sequence, whole } from "../core/index.ts";

/** The first customers (seeds): given by key, or a number of them drawn at random in each world. */
export const firstParameters = {
  seeds: nodes({ about: "first customers (seeds), by key; if empty, seedCount of them are drawn", lever: true }),
  seedCount: whole(1, {
    min: 0,
    max: Infinity,
    about: "number of first customers (seeds) drawn at random in each world",
    unit: "customers",
    lever: true,
  }),
  seedFrom: choice(["anyone", "friends", "hubs"], {
    about:
      "who they are drawn from: anyone; friends = contacts named by customers drawn at random; hubs = the tenth of customers with the most contacts",
    lever: true,
  }),
};
export interface First {
  seeds: readonly string[];
  seedCount: number;
  /** `anyone` if left out. */
  seedFrom?: "anyone" | "friends" | "hubs";
  /** True if everyone whom a seed can influence joins with it. */
  seedNeighbourhood?: boolean;
}

/** What is wrong with the seeds, for a model's `check`. */
export function firstFaults({
  network,
  parameters,
  given,
}: {
  network: Network;
  parameters: First;
  given: ReadonlySet<string>;
}): string[] {
  const { seeds, seedCount, seedFrom } = parameters;
  const faults: string[] = [];
  const repeated = seeds.find((key, at) => seeds.indexOf(key) < at);
  for (const name of ["seedCount", "seedFrom"])
    if (given.has(name) && seeds.length > 0) faults.push(`only one of seeds and ${name} may be given, got both`);
  const most = seedFrom === "hubs" ? tenthOf(network.size) : network.size;
  const whom = seedFrom === "hubs" ? "hubs, a tenth of the customers" : "customers of the network";
  if (seeds.length === 0 && seedCount > most)
    faults.push(`seedCount must be at most the ${most} ${whom}, got ${seedCount}`);
  if (repeated !== undefined) faults.push(`seeds must be different customers, got ${repeated} twice`);
  return faults;
}

/**
 * The seeds of each world of a job, as a function of the world's sequence. In the same world a larger `seedCount`
 * contains the smaller one. Seeds given by key cost nothing per world. Hubs are the tenth of customers with the
 * most contacts; ties go to the lower index. With `friends`, the first seed is a contact of the customer who would
 * be the first seed of `anyone` in the same world.
 */
export function firstCustomers(network: Network, parameters: First): (source: () => Sequence) => readonly number[] {
  const { seeds, seedCount, seedFrom = "anyone", seedNeighbourhood = false } = parameters;
  const around = (centres: number[]): number[] => (seedNeighbourhood ? withNeighbours(network, centres) : centres);
  if (seeds.length > 0) {
    const named = around(indices(network.keys, seeds, "seeds"));
    return () => named;
  }
  if (seedFrom === "friends") return (source) => around(friends(network, seedCount, source()));
  if (seedFrom === "anyone") return (source) => around(distinct(seedCount, network.size, source()));
  const best = hubs(network);
  return (source) => around(distinct(seedCount, best.length, source()).map((rank) => best[rank]));
}

const tenthOf = (size: number): number => Math.ceil(size / 10);

/** The tenth of customers who can influence the most others, in falling order. */
export function hubs({ nodes, size, out }: Network): number[] {
  return Array.from(nodes)
    .sort((a, b) => out.degree(b) - out.degree(a) || a - b)
    .slice(0, tenthOf(size));
}

/**
 * Asks customers in random order to name one of those who influence them, each equally likely, or themselves if
 * there is nobody. After all have been asked, customers whom nobody named follow in the order in which they were
 * asked.
 * Source: Cohen, Havlin & ben-Avraham 2003, Physical Review Letters 91:247901.
 */
function friends({ size, in: { offsets, targets } }: Network, count: number, source: Sequence): number[] {
  const asked = new Set<number>();
  const named = new Set<number>();
  while (named.size < count && asked.size < size) {
    const i = source.below(size);
    if (asked.has(i)) continue;
    asked.add(i);
    const degree = offsets[i + 1] - offsets[i];
    named.add(degree > 0 ? targets[offsets[i] + source.below(degree)] : i);
  }
  return [...named, ...[...asked].filter((i) => !named.has(i))].slice(0, count);
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
