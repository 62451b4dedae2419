import { childKey, network, real, type Rows, text, u32s } from "../../core/index.ts";
import { customers, defineGenerator, directedOrNot, tooLarge } from "./generator.ts";
import { hits } from "./hits.ts";
import { symmetric } from "./symmetric.ts";

export const erdosRenyi = defineGenerator({
  kind: "erdos-renyi",
  about: "every pair is tied with the same probability, degree/(nodes − 1), independently",
  source:
    "Gilbert 1959, Annals of Mathematical Statistics 30:1141; skips: Batagelj & Brandes 2005, Physical Review E 71:036113",
  parameters: {
    nodes: customers(1000),
    degree: real(10, { min: 0, max: 1e8, about: "mean contacts of a customer; if directed, mean outgoing arcs" }),
    directed: directedOrNot,
  },
  check: ({ nodes, degree }) => [
    ...(degree <= nodes - 1 ? [] : [`degree must be at most nodes − 1, got ${degree} with ${nodes} nodes`]),
    ...tooLarge(nodes * degree),
  ],
  make: ({ parameters: { nodes, degree, directed }, stream }) => {
    const chance = nodes > 1 ? degree / (nodes - 1) : 0;
    if (!directed)
      return symmetric(
        hits(
          new Uint32Array(nodes).map((_, i) => i),
          chance,
          stream("pair"),
        ),
      );
    const { offsets, targets: places } = hits(new Uint32Array(nodes).fill(nodes - 1), chance, stream("pair"));
    const targets = u32s(places.length);
    for (let i = 0; i < nodes; i++) {
      // i itself is no candidate
      for (let e = offsets[i]; e < offsets[i + 1]; e++) targets[e] = places[e] < i ? places[e] : places[e] + 1;
    }
    return network({ directed, out: { offsets, targets, weights: null } });
  },
});

/** Whole numbers of at least 1, joined by `+`. */
const SIZES = /^[1-9]\d{0,7}(\+[1-9]\d{0,7})*$/;

export const block = defineGenerator({
  kind: "block",
  about:
    "customers in consecutive blocks; pairs within a block are tied with one probability, pairs across blocks with another",
  source: "Holland, Laskey & Leinhardt 1983, Social Networks 5:109",
  parameters: {
    sizes: text("50+50", SIZES, {
      must: "whole numbers joined by +, such as 500+500",
      about: "number of customers in each block",
    }),
    within: real(8, { min: 0, max: 1e8, about: "mean contacts of a customer within the same block" }),
    between: real(2, {
      min: 0,
      max: 1e8,
      about: "mean contacts of a customer in other blocks, over all customers",
    }),
    directed: directedOrNot,
  },
  check: (given) => {
    const { sizes, size, pairs } = blockShape(given.sizes);
    const least = Math.min(...sizes);
    const most = pairs / size;
    return [
      ...(given.within <= least - 1
        ? []
        : [`within must be at most ${least - 1}, one less than the smallest block, got ${given.within}`]),
      ...(given.between <= most
        ? []
        : [`between must be at most ${most}, the mean number of customers outside one's block, got ${given.between}`]),
      ...tooLarge(size * (given.within + given.between)),
    ];
  },
  make: ({ parameters: { within, between, directed, ...given }, stream }) => {
    const { sizes, size, pairs } = blockShape(given.sizes);
    const chance = pairs > 0 ? (between * size) / pairs : 0;
    const inside = stream("within");
    const rows = inBlocks(sizes, directed, {
      across: (lengths) => hits(lengths, chance, stream("between")),
      inside: (lengths, b) => hits(lengths, sizes[b] > 1 ? within / (sizes[b] - 1) : 0, childKey(inside, b)),
    });
    return directed ? network({ directed, out: { ...rows, weights: null } }) : symmetric(rows);
  },
});

/** The sizes, their sum, and the number of ordered pairs across blocks. */
function blockShape(text: string): { sizes: number[]; size: number; pairs: number } {
  const sizes = text.split("+").map(Number);
  const size = sizes.reduce((sum, own) => sum + own, 0);
  return { sizes, size, pairs: sizes.reduce((sum, own) => sum + own * (size - own), 0) };
}

type Ends = Pick<Rows, "offsets" | "targets">;

/**
 * Puts together the ties across blocks and those inside each block: row i is rising. Undirected: it holds j < i only.
 */
function inBlocks(
  sizes: readonly number[],
  directed: boolean,
  draws: { across: (lengths: Uint32Array) => Ends; inside: (lengths: Uint32Array, b: number) => Ends },
): Ends {
  const starts = [0];
  for (const own of sizes) starts.push(starts[starts.length - 1] + own);
  const size = starts[sizes.length];
  const lengths = new Uint32Array(size);
  sizes.forEach((own, b) => lengths.fill(directed ? size - own : starts[b], starts[b], starts[b + 1]));
  const across = draws.across(lengths);
  const inside = sizes.map((own, b) =>
    draws.inside(
      new Uint32Array(own).map((_, i) => (directed ? own - 1 : i)),
      b,
    ),
  );
  const offsets = u32s(size + 1);
  const targets = u32s(inside.reduce((sum, { offsets: own }, b) => sum + own[sizes[b]], across.offsets[size]));
  let at = 0;
  for (let b = 0; b < sizes.length; b++) {
    const own = inside[b];
    const start = starts[b];
    for (let i = start; i < starts[b + 1]; i++) {
      const end = across.offsets[i + 1];
      let e = across.offsets[i];
      for (; e < end && across.targets[e] < start; e++) targets[at++] = across.targets[e];
      for (let k = own.offsets[i - start]; k < own.offsets[i - start + 1]; k++) {
        const j = start + own.targets[k];
        targets[at++] = directed && j >= i ? j + 1 : j;
      }
      for (; e < end; e++) targets[at++] = across.targets[e] + sizes[b]; // candidates leave out the own block
      offsets[i + 1] = at;
    }
  }
  return { offsets, targets };
}
