import { generate } from "../../models/networks/specification.ts";
import { degreeMoments, degrees } from "../../models/networks/structure/degrees.ts";
import { describe, type Structure } from "../../models/networks/structure/describe.ts";
import { clustering } from "../../models/networks/structure/triangles.ts";
import { kept } from "./outbreaks.ts";
import { exactly, meanOf, near, type Target } from "./target.ts";

const section = 8;
const zachary = "Zachary 1977";

const club = kept((seed) => describe(generate("karate", seed)));
/** Values of the karate club: fractions where they are known as such, else as printed. */
const facts: [name: string, of: (structure: Structure) => number, expected: number, digits?: number][] = [
  ["mean degree", ({ meanDegree }) => meanDegree, 156 / 34],
  ["⟨k²⟩ / ⟨k⟩", ({ meanSquareDegree, meanDegree }) => meanSquareDegree / meanDegree, 7.76923, 5],
  ["share with fewer friends than their friends", ({ friendshipParadox }) => friendshipParadox, 29 / 34],
  ["transitivity", ({ transitivity }) => transitivity, 0.25568, 5],
  ["mean clustering", ({ meanClustering }) => meanClustering, 0.57064, 5],
  ["mean distance", ({ meanDistance }) => meanDistance, 2.4082, 5],
  ["assortativity", ({ assortativity }) => assortativity, -0.47561, 5],
  ["diameter", ({ diameter }) => diameter, 5],
];

/** Share of customers with exactly `degree` contacts in 20 networks. */
const shares = (specification: string, degree: number) => (seed: string): number[] =>
  Array.from({ length: 20 }, (_, drawn) => {
    const found = degrees(generate(specification, seed, drawn).out);
    return found.filter((each) => each === degree).length / found.length;
  });

export const networkTargets: readonly Target[] = [
  ...facts.map(([name, of, expected, digits]) => exactly({ section, target: `karate club: ${name}`, source: zachary, expected, digits }, () => of(club("1")))),
  exactly({ section, target: "mean distance of a ring of 1,000 with 10 contacts", source: "Watts & Strogatz 1998", expected: 50400 / 999 }, () =>
    describe(generate("ring:nodes=1000,degree=10", 1)).meanDistance,
  ),
  ...[0.01, 0.1, 0.3].map((rewire) =>
    near(
      {
        section,
        target: `transitivity of a small world rewired at ${rewire}`,
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
      source: "closed form",
      expected: 31 / 5.2,
      allowed: 0.02,
      where: "at 100,000 customers",
    },
    (seed) => degreeMoments(generate("configuration:degrees=25x0.01+5x0.99,nodes=100000", seed)).ofNeighbour,
  ),
];
