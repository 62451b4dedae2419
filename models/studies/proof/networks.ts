import { generate } from "../../networks/specification.ts";
import { degreeMoments, degrees } from "../../networks/structure/degrees.ts";
import { describe, type Structure } from "../../networks/structure/describe.ts";
import { clustering } from "../../networks/structure/triangles.ts";
import { kept } from "./outbreaks.ts";
import { exactly, meanOf, near, type Target, tex } from "./target.ts";

const section = 8;
const zachary = "Zachary 1977";

const club = kept((seed) => describe(generate("karate", seed)));
/** Values of the karate club: fractions where they are known as such, else as printed. */
const facts: [
  name: string,
  formula: string,
  of: (structure: Structure) => number,
  expected: number,
  digits?: number,
][] = [
  [
    "mean degree",
    tex`\langle k\rangle = \frac{1}{n}\sum_i k_i = \frac{156}{34}`,
    ({ meanDegree }) => meanDegree,
    156 / 34,
  ],
  [
    "⟨k²⟩ / ⟨k⟩",
    tex`\frac{\langle k^2\rangle}{\langle k\rangle} = \frac{\sum_i k_i^2}{\sum_i k_i}`,
    ({ meanSquareDegree, meanDegree }) => meanSquareDegree / meanDegree,
    7.76923,
    5,
  ],
  [
    "share with fewer friends than their friends",
    tex`\frac{1}{n}\,\#\Bigl\{i : k_i < \frac{1}{k_i}\sum_{j\sim i}k_j\Bigr\} = \frac{29}{34}`,
    ({ friendshipParadox }) => friendshipParadox,
    29 / 34,
  ],
  [
    "transitivity",
    tex`C = \frac{3\times\text{triangles}}{\text{connected triples}}`,
    ({ transitivity }) => transitivity,
    0.25568,
    5,
  ],
  [
    "mean clustering",
    tex`\overline{C} = \frac{1}{n}\sum_i\frac{2t_i}{k_i(k_i-1)}`,
    ({ meanClustering }) => meanClustering,
    0.57064,
    5,
  ],
  ["mean distance", tex`\bar d = \frac{1}{n(n-1)}\sum_{i\ne j}d_{ij}`, ({ meanDistance }) => meanDistance, 2.4082, 5],
  [
    "assortativity",
    tex`\begin{aligned} r &= \frac{\sum_{i\sim j}(k_i-\mu)(k_j-\mu)}{\sum_{i\sim j}(k_i-\mu)^2} \\ \mu &= \frac{\langle k^2\rangle}{\langle k\rangle} \end{aligned}`,
    ({ assortativity }) => assortativity,
    -0.47561,
    5,
  ],
  ["diameter", tex`D = \max_{i,j}\,d_{ij}`, ({ diameter }) => diameter, 5],
];

const symbols =
  "k: contacts; n: members, 34; t: triangles that member i is part of; d: distance; i ~ j: all pairs who know each other, both ways round";

/** Share of customers with exactly `degree` contacts in 20 networks. */
const shares =
  (specification: string, degree: number) =>
  (seed: string): number[] =>
    Array.from({ length: 20 }, (_, drawn) => {
      const found = degrees(generate(specification, seed, drawn).out);
      return found.filter((each) => each === degree).length / found.length;
    });

export const networkTargets: readonly Target[] = [
  ...facts.map(([name, formula, of, expected, digits]) =>
    exactly({ section, target: `karate club: ${name}`, formula, symbols, source: zachary, expected, digits }, () =>
      of(club("1")),
    ),
  ),
  exactly(
    {
      section,
      target: "mean distance of a ring of 1,000 with 10 contacts",
      formula: tex`\bar d = \frac{1}{n-1}\sum_{j=1}^{n-1}\Bigl\lceil\frac{\min(j,\,n-j)}{k/2}\Bigr\rceil`,
      symbols: "n: customers; k: contacts of each",
      source: "Watts & Strogatz 1998",
      expected: 50400 / 999,
    },
    () => describe(generate("ring:nodes=1000,degree=10", 1)).meanDistance,
  ),
  ...[0.01, 0.1, 0.3].map((rewire) =>
    near(
      {
        section,
        target: `transitivity of a small world rewired at ${rewire}`,
        formula: tex`C(\beta) = \frac{3(k-2)}{4(k-1)}(1-\beta)^3`,
        symbols: "k: contacts, 10; β: share of ties rewired",
        source: "Barrat & Weigt 2000",
        kind: "published" as const,
        expected: (2 / 3) * (1 - rewire) ** 3,
        allowed: 0.01,
        where: "at 10,000 customers",
      },
      (seed) => clustering(generate(`watts-strogatz:nodes=10000,degree=10,rewire=${rewire}`, seed)).transitivity,
    ),
  ),
  ...[4, 5, 8, 16].map((k) =>
    meanOf(
      {
        section,
        target: `share with ${k} contacts, growth with 4 links`,
        formula: tex`P(k) = \frac{2m(m+1)}{k(k+1)(k+2)}`,
        symbols: "m: links that each newcomer brings, 4; k: contacts",
        source: "Dorogovtsev, Mendes & Samukhin 2000",
        expected: 40 / (k * (k + 1) * (k + 2)),
        error: 2e-4, // networks of 20,000 have not grown for ever
      },
      shares("barabasi-albert:nodes=20000,links=4", k),
    ),
  ),
  near(
    {
      section,
      target: "⟨k²⟩ / ⟨k⟩ where 1 % have 25 contacts and 99 % have 5",
      formula: tex`\frac{\langle k^2\rangle}{\langle k\rangle} = \frac{0.01\cdot 25^2+0.99\cdot 5^2}{0.01\cdot 25+0.99\cdot 5} = \frac{31}{5.2}`,
      symbols: "k: contacts; the mean number of contacts of a contact",
      source: "closed form",
      expected: 31 / 5.2,
      allowed: 0.02,
      where: "at 100,000 customers",
    },
    (seed) => degreeMoments(generate("configuration:degrees=25x0.01+5x0.99,nodes=100000", seed)).ofNeighbour,
  ),
];
