import { type Network, network, sequence, text, u32s, whole } from "../../core/index.ts";
import { customers, defineGenerator, tooLarge } from "./generator.ts";
import { graphical, paired } from "./pairing.ts";

export const regular = defineGenerator({
  kind: "regular",
  about: "a random network in which everyone has the same number of contacts; exactly uniform up to degree 3",
  source: "Bollobás 1980, European Journal of Combinatorics 1:311",
  parameters: { nodes: customers(1000), degree: whole(4, { min: 0, max: 1e8, about: "contacts of each customer" }) },
  check: ({ nodes, degree }) => [
    ...(degree < nodes ? [] : [`degree must be below nodes, got ${degree} with ${nodes} nodes`]),
    ...((nodes * degree) % 2 === 0 ? [] : [`nodes × degree must be even, got ${nodes} × ${degree}`]),
    ...tooLarge(nodes * degree),
  ],
  make: ({ parameters: { nodes, degree }, stream }) => {
    const source = sequence(stream("pair"));
    const dense = degree > (nodes - 1) / 2; // then those who are not tied are drawn: as uniform, and easier
    const drawn = dense ? nodes - 1 - degree : degree;
    const sparse = paired(new Uint32Array(nodes).fill(drawn), drawn <= 3 ? "again" : "swap", source);
    return dense ? complement(sparse) : sparse;
  },
});

/** The network in which exactly those are tied who are not tied in this one. */
function complement({ size, out }: Network): Network {
  const offsets = u32s(size + 1);
  const targets = u32s(size * (size - 1) - out.targets.length);
  let at = 0;
  for (let i = 0; i < size; i++) {
    let e = out.offsets[i];
    for (let j = 0; j < size; j++) {
      if (e < out.offsets[i + 1] && out.targets[e] === j) e++;
      else if (j !== i) targets[at++] = j;
    }
    offsets[i + 1] = at;
  }
  return network({ directed: false, out: { offsets, targets, weights: null } });
}

/** `2x0.7+10x0.3`: shares of customers by their number of contacts. */
const SHARES = /^\d{1,8}x\d*\.?\d+(e-\d+)?(\+\d{1,8}x\d*\.?\d+(e-\d+)?)*$/;
/** `3+3+2`: the contacts of each customer in turn. */
const LIST = /^\d{1,8}(\+\d{1,8})*$/;

export const configuration = defineGenerator({
  kind: "configuration",
  about: "a random network with given numbers of contacts; customers of the first share come first, and so on",
  source: "Molloy & Reed 1995, Random Structures & Algorithms 6:161",
  parameters: {
    degrees: text("2x0.7+10x0.3", /^[\d.+xe-]+$/, {
      must: "shares such as 2x0.7+10x0.3, a number for each customer such as 3+3+2, or a file of these numbers",
      about:
        "numbers of contacts: number x share of customers, with shares that add up to 1, or one number per customer",
    }),
    nodes: customers(1000),
  },
  files: ["degrees"],
  check: ({ degrees, nodes }, given) => {
    if (SHARES.test(degrees)) return shareFaults(degrees, nodes);
    if (!LIST.test(degrees))
      return [`degrees must be shares such as 2x0.7+10x0.3 or numbers such as 3+3+2, got ${degrees.slice(0, 60)}`];
    const list = Uint32Array.from(degrees.split("+"), Number);
    return [
      ...(!given.has("nodes") || nodes === list.length
        ? []
        : [`nodes must be ${list.length} or left out: degrees has as many numbers, got ${nodes}`]),
      ...(graphical(list) ? [] : ["degrees must be those of some network without self-loops and repeats"]),
      ...tooLarge(list.reduce((sum, degree) => sum + degree, 0)),
    ];
  },
  make: ({ parameters: { degrees, nodes }, stream }) => {
    const wanted = SHARES.test(degrees) ? byShares(degrees, nodes) : Uint32Array.from(degrees.split("+"), Number);
    return paired(wanted, "swap", sequence(stream("pair")));
  },
});

const readShares = (degrees: string): { degree: number; share: number }[] =>
  degrees.split("+").map((part) => {
    const [degree, share] = part.split("x").map(Number);
    return { degree, share };
  });

function shareFaults(degrees: string, nodes: number): string[] {
  const shares = readShares(degrees);
  const sum = shares.reduce((total, { share }) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-9) return [`the shares in degrees must add up to 1, got ${sum}`];
  const mean = shares.reduce((total, { degree, share }) => total + degree * share, 0);
  const large = tooLarge(mean * nodes);
  if (large.length > 0) return large;
  return graphical(byShares(degrees, nodes))
    ? []
    : [`degrees must be those of some network without self-loops and repeats, got ${degrees} with ${nodes} nodes`];
}

/**
 * Everybody's number of contacts. Each share is rounded down, and the customers left over go one
 * each to the largest remainders, the first of equal ones; so counts are within one of share·nodes.
 * Where all contacts together are odd, the last customer with any has one fewer.
 */
function byShares(text: string, nodes: number): Uint32Array {
  const shares = readShares(text).map(({ degree, share }) => ({
    degree,
    exact: share * nodes,
    count: Math.floor(share * nodes + 1e-9),
  }));
  const left = nodes - shares.reduce((sum, { count }) => sum + count, 0);
  const byRemainder = [...shares].sort((a, b) => b.exact - b.count - (a.exact - a.count));
  for (const share of byRemainder.slice(0, left)) share.count++;
  const degrees = new Uint32Array(nodes);
  let start = 0;
  for (const { degree, count } of shares) degrees.fill(degree, start, (start += count));
  if (degrees.reduce((sum, degree) => sum + degree, 0) % 2 === 1)
    degrees[degrees.findLastIndex((degree) => degree > 0)]--;
  return degrees;
}
