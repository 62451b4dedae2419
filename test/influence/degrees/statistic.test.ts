import fc from "fast-check";
import { expect, test } from "vitest";
import { network, type Network, sequence, streamKey } from "../../../models/core/index.ts";
import { countEgos } from "../../../models/influence/degrees/counting.ts";
import { fillLabelings } from "../../../models/influence/degrees/labelings.ts";
import { conclude, degreesOf, prepare, shuffleKey } from "../../../models/influence/degrees/statistic.ts";
import { type Trait, traitFrom } from "../../../models/influence/degrees/trait.ts";
import { generate } from "../../../models/networks/specification.ts";
import { band } from "../../support/bands.ts";
import { allDistances, graph, path, smallGraphs, star, table } from "../../support/graphs.ts";

/**
 * Pairs of two carriers and pairs whose alter is one at a distance, by the definition; ego i is influenced by alter j.
 */
function recount(
  net: Network,
  { has, known }: Pick<Trait, "has" | "known">,
  distance: number,
): { pairs: number; both: number; alters: number } {
  const steps = allDistances(table(net, false));
  const result = { pairs: 0, both: 0, alters: 0 };
  for (const i of net.nodes) {
    for (const j of net.nodes) {
      if (i === j || !known[i] || !known[j] || steps[j][i] !== distance) continue;
      result.pairs++;
      result.alters += has[j];
      result.both += has[i] * has[j];
    }
  }
  return result;
}

test("a star with two carriers: one third by ratio of means, though the mean of ratios is one quarter", () => {
  const four = star(4);
  const labelings = [
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ].map((two) =>
    traitFrom(
      "t",
      [0, 1, 2, 3].map((i) => Number(two.includes(i))),
    ),
  );
  const ratios = labelings.map((trait) => {
    const { both, alters } = recount(four, trait, 1);
    return both / alters;
  });
  expect(ratios.reduce((sum, ratio) => sum + ratio, 0) / 6).toBeCloseTo(1 / 4, 12);
  for (const trait of labelings) {
    const [one, two] = degreesOf(four, trait, { distances: 2, permutations: 39 }).degrees;
    expect(one.expected).toBe(1 / 3);
    expect(two.expected).toBe(1 / 3);
    expect(one.pairs).toBe(6);
    expect(two.pairs).toBe(6);
  }
});

test("on a directed path distance runs from alter to ego", () => {
  // 0 → 1 → 2 → 3; 0 and 1 have the trait. At one step alters 0 and 1 are seen by egos 1 and 2.
  const { degrees } = degreesOf(path(4, true), traitFrom("t", [1, 1, 0, 0]), { distances: 4, permutations: 39 });
  expect(degrees.map(({ pairs }) => pairs)).toEqual([3, 2, 1, 0]);
  expect(degrees.map(({ observed }) => observed)).toEqual([1 / 2, 0, 0, NaN]);
  expect(degrees[3]).toMatchObject({ expected: NaN, p: NaN, permutations: 0 });
});

test("every figure is that of the definition, on any network, with people not known", () => {
  const column = fc.array(fc.constantFrom(0, 1, NaN), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(smallGraphs, column, ({ size, pairs, directed }, values) => {
      const net = graph(size, pairs, directed);
      const trait = traitFrom("t", values.slice(0, size));
      const n = trait.known.reduce((sum, is) => sum + is, 0);
      const n1 = trait.has.reduce((sum, is) => sum + is, 0);
      for (const egos of [undefined, Math.max(2, n - 1)]) {
        const found = degreesOf(net, trait, { distances: 3, permutations: 39, egos });
        expect(found.nodes + found.unknown).toBe(size);
        for (const { distance, ...got } of egos !== undefined && egos < n ? [] : found.degrees) {
          const { pairs, both, alters } = recount(net, trait, distance);
          expect(got.pairs).toBe(pairs);
          expect(got.observed).toBe(both / alters);
          expect(got.expected).toBe(pairs > 0 ? (n1 - 1) / (n - 1) : NaN);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("expected within blocks is the ratio of means over every shuffle within blocks", () => {
  const net = graph(6, [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
    [0, 3],
  ]);
  const known = new Uint8Array(6).fill(1);
  const block = Uint32Array.of(0, 0, 0, 0, 1, 1);
  const trait: Trait = { name: "t", has: Uint8Array.of(1, 1, 0, 0, 1, 0), known, block, blocks: 2 };
  const { degrees } = degreesOf(net, trait, { permutations: 39 });
  for (const { distance, expected } of degrees) {
    let both = 0;
    let alters = 0;
    for (let code = 0; code < 64; code++) {
      const has = Uint8Array.from({ length: 6 }, (_, i) => (code >> i) & 1);
      if (has[0] + has[1] + has[2] + has[3] !== 2 || has[4] + has[5] !== 1) continue;
      const counted = recount(net, { has, known }, distance);
      both += counted.both;
      alters += counted.alters;
    }
    expect(expected).toBeCloseTo(both / alters, 12);
  }
});

test("the answer does not depend on how the work is cut, nor on who is called what", () => {
  const net = generate("watts-strogatz:nodes=300,degree=6,rewire=0.2", 3);
  const trait = traitFrom(
    "t",
    Array.from({ length: 300 }, (_, i) => (i % 7 < 2 ? 1 : 0)),
  );
  for (const block of [trait.block, Uint32Array.from({ length: 300 }, (_, i) => i % 3)]) {
    const blocked = { ...trait, block, blocks: 1 + Math.max(...block) };
    const whole = degreesOf(net, blocked, { permutations: 200 });
    const prepared = prepare(net, blocked, { permutations: 200 });
    const { labelings, plan, seed } = prepared;
    for (let w = labelings.words - 1; w >= 0; w--) fillLabelings(labelings, blocked, shuffleKey(seed), w, w + 1);
    const stretches = [0, 7, 7, 150].map((from, at, all) =>
      countEgos(plan, blocked, labelings, from, all.at(at + 1) ?? 300),
    );
    expect(conclude(prepared, stretches)).toEqual(whole);
  }
  const directed = network({ directed: true, out: net.out, in: net.in });
  const { degrees } = degreesOf(directed, trait, { permutations: 200 });
  expect(degrees).toEqual(degreesOf(net, trait, { permutations: 200 }).degrees);
});

test("a trait that follows nothing lies outside its band one time in twenty", () => {
  // 300 traits with two independent looks at most 39/40 + …: p ≤ .05 with chance .05; false alarm 1e-6.
  const net = generate("erdos-renyi:nodes=150,degree=6", 4);
  const own = sequence(streamKey("null", "trait"));
  let low = 0;
  let outside = 0;
  for (let world = 0; world < 300; world++) {
    const trait = traitFrom(
      "t",
      Array.from({ length: 150 }, () => Number(own.uniform() < 0.4)),
    );
    const [, { p, observed, ...limits }] = degreesOf(net, trait, {
      distances: 2,
      permutations: 99,
      seed: world,
    }).degrees;
    if (p <= 0.05) low++;
    if (observed < limits.low || observed > limits.high) outside++;
  }
  const [least, most] = band(300, 0.05);
  expect(low).toBeGreaterThanOrEqual(least);
  expect(low).toBeLessThanOrEqual(most);
  expect(outside).toBeLessThanOrEqual(most); // at most, since a tie with the limit is inside
});

test("sampled egos estimate the answer of all, with a right error", () => {
  // Errors in units of their own estimate: mean square 1; 120 samples, chi-square limits 1e-6.
  const net = generate("barabasi-albert:nodes=800,links=4", 5);
  const trait = traitFrom(
    "t",
    Array.from({ length: 800 }, (_, i) => Number(i % 5 === 0)),
  );
  const [, , all] = degreesOf(net, trait, { permutations: 39 }).degrees;
  let squares = 0;
  let pairSquares = 0;
  for (let seed = 0; seed < 120; seed++) {
    const sampled = degreesOf(net, trait, { permutations: 39, egos: 160, seed });
    const { observed, pairs, expected, stderr, pairsStderr } = sampled.degrees[2];
    expect(sampled.egos).toBe(160);
    expect(expected).toBe(all.expected);
    squares += ((observed - all.observed) / stderr) ** 2;
    pairSquares += ((pairs - all.pairs) / pairsStderr) ** 2;
  }
  for (const sum of [squares, pairSquares]) {
    expect(sum / 120).toBeGreaterThan(0.45);
    expect(sum / 120).toBeLessThan(1.8);
  }
});

test("a wrong request names every fault", () => {
  const trait = traitFrom("t", [1, 0, 0, 0]);
  expect(() => degreesOf(path(4), trait, { distances: 0, permutations: 20, egos: 1 })).toThrow(
    /distances must be a whole number of at least 1, got 0\n.*permutations must be a whole number of at least 39, got 20\n.*egos must be all or a whole number of at least 2, got 1/,
  );
});
