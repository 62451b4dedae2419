import fc from "fast-check";
import { expect, test } from "vitest";
import { start } from "../../models/core/index.ts";
import { degreesOf } from "../../models/influence/degrees/statistic.ts";
import { traitFrom } from "../../models/influence/degrees/trait.ts";
import { likeness } from "../../models/influence/likeness.ts";
import { generate } from "../../models/networks/specification.ts";
import { meanBand } from "../support/bands.ts";
import { smallGraphs, graph } from "../support/graphs.ts";
import { anyShare as share } from "../support/spread.ts";
import { anyNetwork } from "../support/tiny.ts";
import { meanOf, worlds } from "../support/worlds.ts";

/**
 * Two worlds that both give 45, 20 and 9 % at one, two and three degrees among 20,000 customers, half of whom
 * have the trait, and how they were found. A geometric fall from .45 to .09 asks for a factor of about .447.
 *
 * Homophily alone: two kinds, all of one kind and none of the other have the trait. Each step along a tie keeps
 * the kind with chance within/(within + between), so the excess is λ^d with λ = (within − between)/(within + between).
 * λ = .4472 and three contacts give within 2.1708, between .8292.
 *
 * Contagion alone: on a tree of three contacts each, the noisy voter's covariance falls by θ a step, where
 * θ = contagion · (1/3 + 2/3 · θ²); θ = .4472 gives contagion .958. Since two who reconsider in one step do not
 * see each other's change, the mean of 24 networks of seed "search" was .440 .201 .092 at .97 and .443 .207 .096 at
 * .975. These tests ask other seeds; models/influence/estimators/conditions.ts tells of context and of mixtures.
 */
const HOMOPHILY = {
  network: "block:sizes=10000+10000,within=2.1708,between=0.8292",
  parameters: { homophily: 1 },
  steps: 1,
};
const CONTAGION = { network: "regular:nodes=20000,degree=3", parameters: { contagion: 0.975, pace: 0.15 }, steps: 80 };
const PUBLISHED = [0.45, 0.2, 0.09];

test(
  "homophily alone and contagion alone each give 45, 20 and 9 % at one, two and three degrees",
  { timeout: 300_000 },
  () => {
    // One network's contagion excess has sd .024 at the first degree and its mean lies .006 off: over 100 the
    // standard error is .0024 and the two points claimed lie five of them away, a false alarm below 1e-6.
    for (const { network, parameters, steps } of [HOMOPHILY, CONTAGION]) {
      const rows = Array.from({ length: 100 }, (_, drawn) => drawn).flatMap((drawn) =>
        worlds(likeness, generate(network, "fresh", drawn), parameters, 1, { steps, seed: `fresh ${drawn}` }),
      );
      for (const [d, wanted] of PUBLISHED.entries()) {
        const mean = meanOf(rows.map((row) => row[d + 1]));
        expect(mean).toBeGreaterThan(wanted - 0.02);
        expect(mean).toBeLessThan(wanted + 0.02);
      }
    }
  },
);

test("the excess measured is that of the statistic", () => {
  fc.assert(
    fc.property(smallGraphs, fc.integer({ min: 0, max: 1000 }), ({ size, pairs, directed }, world) => {
      const net = graph(size, pairs, directed);
      const one = start(likeness, net, { world });
      const carriers = one.state.has.reduce((sum, is) => sum + is, 0);
      if (carriers < 2) return;
      const { degrees } = degreesOf(net, traitFrom("t", one.state.has), { permutations: 39 });
      const measured = one.measure();
      expect([measured.excess1, measured.excess2, measured.excess3].map((excess) => excess || 0)).toEqual(
        degrees.map(({ excess }) => excess || 0),
      );
    }),
    { numRuns: 60 },
  );
});

test("next to chance alone there is no excess; each cause alone makes one", () => {
  // Means over 40 worlds of 1,000 customers, five standard errors; a right program fails once in a million.
  const net = generate("block:sizes=500+500,within=3,between=1", 2);
  const excess = (parameters: Record<string, number>): number[] =>
    worlds(likeness, net, parameters, 40, { steps: 40 }).map((row) => row[1]);
  const [low, high] = meanBand(0, excess({}));
  const none = meanOf(excess({}));
  expect(none).toBeGreaterThan(low);
  expect(none).toBeLessThan(high);
  for (const [cause, size] of [
    ["contagion", 0.8],
    ["homophily", 0.6],
    ["context", 0.6],
  ] as const)
    expect(meanOf(excess({ [cause]: size }))).toBeGreaterThan(high);
});

test("the trial gives the trait to whom it draws, whatever else differs", () => {
  const net = generate("regular:nodes=400,degree=4", 1);
  const worldsOf = [{}, { contagion: 0.9 }].map((more) =>
    start(likeness, net, { parameters: { invited: 0.3, invitedAt: 5, ...more } }),
  );
  for (const world of worldsOf) for (let t = 0; t < 5; t++) world.step();
  const [plain, copying] = worldsOf.map(({ state }) => state);
  expect(copying.drawn).toEqual(plain.drawn);
  expect(plain.has.every((is, i) => is >= plain.drawn[i])).toBe(true);
  expect(copying.has.every((is, i) => is >= copying.drawn[i])).toBe(true);
});

const anyCauses = fc.record({
  contagion: share,
  pace: share,
  places: fc.integer({ min: 1, max: 5 }),
  invitedAt: fc.nat(3),
  kinds: share,
  place: share,
  seed: fc.string(),
});

test("in the same world a larger prevalence or a larger trial takes the trait from nobody, at any step", () => {
  fc.assert(
    fc.property(
      anyNetwork,
      anyCauses,
      share,
      share,
      share,
      share,
      (network, { kinds, place, seed, ...told }, a, b, c, d) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const most = Math.min(1, (1 - high) / high) / 2; // both causes at their most keep all chances from 0 to 1
        const parameters = {
          ...told,
          homophily: kinds * most,
          context: place * most,
          prevalence: low,
          invited: Math.min(c, d),
        };
        const going = (change: Partial<typeof parameters>) =>
          start(likeness, network, { parameters: { ...parameters, ...change }, seed });
        const [base, ...others] = [going({}), going({ prevalence: high }), going({ invited: Math.max(c, d) })];
        for (let t = 0; t <= 4; t++) {
          for (const { state } of others)
            base.state.has.forEach((is, i) => expect(state.has[i]).toBeGreaterThanOrEqual(is));
          for (const world of [base, ...others]) world.step();
        }
      },
    ),
    { numRuns: 100 },
  );
});

test("who only copies takes what somebody it sees had, all at once, and who never reconsiders stays", () => {
  fc.assert(
    fc.property(anyNetwork, share, fc.constantFrom(0, 1), fc.string(), (network, prevalence, pace, seed) => {
      const world = start(likeness, network, { parameters: { prevalence, contagion: 1, pace }, seed });
      const { offsets, targets } = network.in;
      for (let t = 0; t < 3; t++) {
        const before = world.state.has.slice();
        world.step();
        for (const i of network.nodes) {
          const seen = Array.from(targets.subarray(offsets[i], offsets[i + 1]), (j) => before[j]);
          if (pace === 0) expect(world.state.has[i]).toBe(before[i]);
          else if (seen.length > 0) expect(seen).toContain(world.state.has[i]);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("each of the two kinds and each place has the trait as often as its own chance says", () => {
  // 300 worlds of 60 customers in steps without copying; chances .3·(1 ± .4 ± .5), false alarm 6e-7 each.
  const net = generate("block:sizes=30+30,within=4,between=1", 1);
  const found = new Map<string, number[]>();
  for (let world = 0; world < 300; world++) {
    const { state, step } = start(likeness, net, {
      parameters: { prevalence: 0.3, homophily: 0.4, context: 0.5, places: 4, pace: 1 },
      world,
    });
    step();
    state.has.forEach((is, i) => {
      const at = `${i < 30 ? 1 : -1} ${state.place[i] === 1 ? 1 : -1}`;
      found.set(at, [...(found.get(at) ?? []), is]);
    });
  }
  expect(found.size).toBe(4);
  for (const [at, values] of found) {
    const [kind, place] = at.split(" ").map(Number);
    const [low, high] = meanBand(0.3 * (1 + 0.4 * kind + 0.5 * place), values);
    expect(meanOf(values)).toBeGreaterThan(low);
    expect(meanOf(values)).toBeLessThan(high);
  }
});

test("a place is favourable or not with equal chance", () => {
  // 300 worlds of 60 customers, each a place of its own; false alarm 6e-7; catches .48.
  const apart = graph(60, []);
  const sides = Array.from({ length: 300 }, (_, world) =>
    Array.from(start(likeness, apart, { parameters: { context: 0.5, places: 60 }, world }).state.place),
  ).flat();
  const [low, high] = meanBand(1.5, sides);
  expect(meanOf(sides)).toBeGreaterThan(low);
  expect(meanOf(sides)).toBeLessThan(high);
});

test("chances beyond 0 to 1 are refused", () => {
  const net = generate("ring:nodes=20,degree=2", 1);
  expect(() => start(likeness, net, { parameters: { prevalence: 0.75, homophily: 0.2, context: 0.2 } })).toThrow(
    "homophily + context must be at most 0.3333333333333333",
  );
});
