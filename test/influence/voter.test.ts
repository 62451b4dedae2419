import fc from "fast-check";
import { expect, test } from "vitest";
import { network as made, run, start } from "../../models/core/index.ts";
import { voter } from "../../models/influence/voter.ts";
import { band, meanBand } from "../support/bands.ts";
import { anyNetwork, path4, star5, tiny } from "../support/tiny.ts";
import {
  anySides,
  both,
  either,
  endsAtOne,
  exchanged,
  neighboursOf,
  type Outcomes,
  sidesAfter,
  stateOf,
  withSide,
} from "../support/two-opinions.ts";
import { meanOf, worlds } from "../support/worlds.ts";

const lollipop = tiny(5, [
  [0, 1],
  [1, 2],
  [0, 2],
  [2, 3],
  [3, 4],
]);
const named = (ones: readonly number[]) => ({ ones: ones.map(String) });
/** Shares of worlds that end at 1 and with consensus. */
function ends(
  network: typeof path4,
  parameters: Record<string, unknown>,
  count: number,
): [ones: number, agreed: number] {
  const rows = worlds(voter, network, parameters, count);
  return [rows.filter(([opinion]) => opinion === 1).length, rows.filter(([, consensus]) => consensus === 1).length];
}

const nodeUpdate = (network: typeof path4): Outcomes => {
  const near = neighboursOf(network);
  return (state) =>
    near.flatMap((others, i) =>
      others.map((j) => [1 / near.length / others.length, withSide(state, i, (state >> j) & 1)] as const),
    );
};
const invasion = (network: typeof path4): Outcomes => {
  const near = neighboursOf(network);
  return (state) =>
    near.flatMap((others, j) =>
      others.map((i) => [1 / near.length / others.length, withSide(state, i, (state >> j) & 1)] as const),
    );
};

test("the chain of all states ends at 1 with the share that each update conserves", () => {
  for (const network of [path4, star5, lollipop]) {
    const degrees = neighboursOf(network).map((others) => others.length);
    const chance = endsAtOne(network.size, nodeUpdate(network));
    const invaded = endsAtOne(network.size, invasion(network));
    for (let state = 0; state < 2 ** network.size; state++) {
      const share = (weights: number[]): number =>
        weights.reduce((sum, w, i) => sum + w * ((state >> i) & 1), 0) / weights.reduce((sum, w) => sum + w, 0);
      expect(chance[state]).toBeCloseTo(share(degrees), 10);
      expect(invaded[state]).toBeCloseTo(share(degrees.map((k) => 1 / k)), 10);
    }
  }
});

test("the model ends at 1 as often as the chain does: node updates by degree, links alike, invasion inversely", () => {
  // 2,000 worlds each; false alarm 1e-6; catches .5 taken for .6 with power above .999.
  const count = 2000;
  for (const [network, ones] of [
    [path4, [0]],
    [path4, [1, 3]],
    [star5, [0]],
    [star5, [1, 2]],
    [lollipop, [2]],
    [lollipop, [3, 4]],
  ] as const) {
    const expected = {
      node: endsAtOne(network.size, nodeUpdate(network))[stateOf(ones)],
      invasion: endsAtOne(network.size, invasion(network))[stateOf(ones)],
      link: ones.length / network.size,
    };
    for (const update of ["node", "link", "invasion"] as const) {
      const [won, agreed] = ends(network, { ...named(ones), update }, count);
      expect(agreed).toBe(count);
      const [low, high] = band(count, expected[update]);
      expect(won, `${update} on ${network.size} from ${ones.join()}`).toBeGreaterThanOrEqual(low);
      expect(won).toBeLessThanOrEqual(high);
    }
  }
});

test("all at once, too, the share of ties decides", () => {
  // 4,000 worlds; false alarm 1e-6. A triangle with a tail is not split in two halves that swap for ever.
  const [won, agreed] = ends(lollipop, { ...named([2]), clock: "synchronous" }, 4000);
  const [low, high] = band(4000, 3 / 10);
  expect(agreed).toBe(4000);
  expect(won).toBeGreaterThanOrEqual(low);
  expect(won).toBeLessThanOrEqual(high);
});

test("tie weights decide whom a customer copies", () => {
  const heavy = tiny(3, [
    [0, 1, 3],
    [1, 2, 1],
  ]);
  // Ends at 1 with the share of weight: 3 of 8. 4,000 worlds, false alarm 1e-6.
  const [won] = ends(heavy, { ...named([0]), weighting: "edge" }, 4000);
  const [low, high] = band(4000, 3 / 8);
  expect(won).toBeGreaterThanOrEqual(low);
  expect(won).toBeLessThanOrEqual(high);
  const deaf = tiny(3, [
    [0, 1, 0],
    [2, 1, 1],
  ]); // the tie to 0 weighs nothing
  expect(ends(deaf, { ...named([0]), weighting: "edge" }, 50)[1]).toBe(0);
});

test("on a directed network opinion only follows the arcs", () => {
  const chain = tiny(
    3,
    [
      [0, 1],
      [1, 2],
    ],
    true,
  );
  expect(ends(chain, named([0]), 50)).toEqual([50, 50]);
  expect(ends(chain, named([1, 2]), 50)).toEqual([0, 50]);
  expect(ends(chain, { ...named([0]), clock: "synchronous" }, 3)).toEqual([3, 3]);
});

test("one step is as many updates as there are customers", () => {
  const pair = tiny(2, [[0, 1]], true);
  // The follower is drawn at least once in two draws of two: 3/4. 4,000 worlds, false alarm 1e-6.
  const rows = worlds(voter, pair, named([0]), 4000, { steps: 1 });
  const [low, high] = band(4000, 3 / 4);
  const took = rows.filter(([opinion]) => opinion === 1).length;
  expect(took).toBeGreaterThanOrEqual(low);
  expect(took).toBeLessThanOrEqual(high);
});

test("the mean of opinions weighted by degree stays where it was, on average", () => {
  // 2,000 worlds of 8 steps; false alarm 6e-7.
  const values = Array.from({ length: 2000 }, (_, world) => {
    const own = start(voter, star5, { parameters: { ones: ["0", "1"] }, world });
    for (let t = 0; t < 8; t++) own.step();
    return own.state.opinion.reduce((sum, side, i) => sum + side * star5.out.degree(i), 0) / 8;
  });
  const [low, high] = meanBand(5 / 8, values);
  expect(meanOf(values)).toBeGreaterThanOrEqual(low);
  expect(meanOf(values)).toBeLessThanOrEqual(high);
});

const anyUpdate = fc.oneof(
  fc.record({
    update: fc.constantFrom("node", "invasion"),
    weighting: fc.constantFrom("uniform", "edge"),
    seed: fc.string(),
  }),
  fc.record({ update: fc.constant("link"), seed: fc.string() }),
  fc.record({ clock: fc.constant("synchronous"), weighting: fc.constantFrom("uniform", "edge"), seed: fc.string() }),
);

test("in the same world everyone ends with the opinion of one and the same customer, whoever held what", () => {
  // So unions, intersections and exchanges of those who hold 1 at first carry over (duality, Holley & Liggett 1975).
  fc.assert(
    fc.property(anyNetwork, anyUpdate, anySides, anySides, fc.nat(4), (network, told, a, b, steps) => {
      const job = network.out.weights ? told : { ...told, weighting: "uniform" };
      const after = (first: number[]): number[] => sidesAfter(voter, network, first, steps, job);
      expect(after(either(a, b))).toEqual(either(after(a), after(b)));
      expect(after(both(a, b))).toEqual(both(after(a), after(b)));
      expect(after(exchanged(a))).toEqual(exchanged(after(a)));
    }),
    { numRuns: 150 },
  );
});

test("ties that all weigh 1 are ties without weight, bit for bit", () => {
  fc.assert(
    fc.property(
      anyNetwork,
      anySides,
      fc.constantFrom("node", "invasion"),
      fc.string(),
      ({ directed, out }, sides, update, seed) => {
        const of = (weights: Float64Array | null, weighting: string): number[] =>
          sidesAfter(voter, made({ directed, out: { ...out, weights } }), sides, 3, { update, weighting, seed });
        expect(of(new Float64Array(out.targets.length).fill(1), "edge")).toEqual(of(null, "uniform"));
      },
    ),
    { numRuns: 80 },
  );
});

test("consensus stays, and a share of 0 or 1 is one", () => {
  fc.assert(
    fc.property(
      anyNetwork,
      fc.constantFrom("node", "link", "invasion"),
      fc.constantFrom(0, 1),
      (network, update, share) => {
        const { opinion, consensus, lastChange } = run(voter, network, {
          parameters: { share, update: update as "node" },
          steps: 20,
        });
        expect([opinion[20], consensus[20], lastChange[20]]).toEqual([share, 1, 0]);
      },
    ),
    { numRuns: 60 },
  );
});

test("a run rests where no tie joins two opinions, also in two parts", () => {
  const parts = tiny(4, [
    [0, 1],
    [2, 3],
  ]);
  const world = start(voter, parts, { parameters: { ones: ["0", "1"] } });
  expect([world.step(), world.resting]).toEqual([false, true]);
  expect(world.measure()).toMatchObject({ opinion: 0.5, consensus: 0, clusters: 2 });
});

test("wrong requests name every fault", () => {
  expect(() =>
    start(voter, path4, {
      parameters: { clock: "synchronous", update: "link", weighting: "edge", share: 0.2, ones: ["0"] },
    }),
  ).toThrow(
    [
      "voter: initial opinions must be given in one way, got share and ones",
      "voter: weighting=edge requires a network with weights",
      "voter: clock=synchronous requires update=node, got link",
      "voter: weighting=edge requires update=node or update=invasion, got link",
    ].join("\n"),
  );
  expect(() => start(voter, path4, { parameters: { attribute: "mood" } })).toThrow(
    "voter: the network must have a number named mood for each customer",
  );
});
