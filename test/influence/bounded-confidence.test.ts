import fc from "fast-check";
import { expect, test } from "vitest";
import { network as made, type Network, run, start } from "../../models/core/index.ts";
import { boundedConfidence } from "../../models/influence/bounded-confidence.ts";
import { generate } from "../../models/networks/specification.ts";
import { relabelled } from "../support/graphs.ts";
import { anyShare, spread } from "../support/spread.ts";
import { anyNetwork, complete, type Edge, path4, tiny } from "../support/tiny.ts";
import { worlds } from "../support/worlds.ts";

const holding = ({ directed, out, in: half, size }: Network, values: readonly number[]): Network =>
  made({
    directed,
    out,
    in: half,
    attributes: { opinion: { kind: "number", values: Float64Array.from(values.slice(0, size)) } },
  });

/** Hegselmann & Krause by looking at all pairs: opinions and how many steps until nobody moves. */
function byAllPairs(
  opinions: readonly number[],
  confidence: number,
  sees: (i: number, j: number) => boolean,
  most = Infinity,
): { opinions: number[]; steps: number } {
  let now = [...opinions];
  for (let steps = 1; ; steps++) {
    const next = now.map((x, i) => {
      const heard = now.filter((y, j) => (i === j || sees(i, j)) && Math.abs(x - y) <= confidence);
      return heard.reduce((sum, y) => sum + y, 0) / heard.length;
    });
    const still = next.every((x, i) => Math.abs(x - now[i]) < 1e-10);
    now = next;
    if (still || steps === most) return { opinions: now, steps };
  }
}
const even = (n: number): number[] => Array.from({ length: n }, (_, i) => (i + 0.5) / n);
const crowd = generate("complete:nodes=101", 1);

/** The camps at rest from an even spread of 101: where each stands and how many hold it, and the steps taken. */
function campsOf(confidence: number): { camps: [at: string, size: number][]; clusters: number; steps: number } {
  const world = start(boundedConfidence, crowd, { parameters: { confidence } });
  while (world.step());
  const count = new Map<string, number>();
  for (const x of world.state.opinion) count.set(x.toFixed(4), (count.get(x.toFixed(4)) ?? 0) + 1);
  const { clusters, steps } = world.measure();
  return { camps: [...count].sort(), clusters, steps };
}

test("from an even spread of 101, confidence .0807 ends in five camps after 13 steps", () => {
  expect(campsOf(0.0807)).toEqual({
    camps: [
      ["0.1286", 20],
      ["0.3160", 18],
      ["0.5000", 25],
      ["0.6840", 18],
      ["0.8714", 20],
    ],
    clusters: 5,
    steps: 13,
  });
  expect([0.1003, 0.1503, 0.2003, 0.2503].map((confidence) => campsOf(confidence).clusters)).toEqual([3, 3, 1, 1]);
});

test("everybody knowing everybody, sorting gives what all pairs give", () => {
  for (const confidence of [0.0041, 0.0307, 0.0507, 0.1203, 0.1803, 0.2203, 0.3003]) {
    const { opinions, steps } = byAllPairs(even(101), confidence, () => true);
    const world = start(boundedConfidence, crowd, { parameters: { confidence } });
    while (world.step());
    world.state.opinion.forEach((x, i) => expect(x).toBeCloseTo(opinions[i], 9));
    expect(world.measure()).toMatchObject({ steps, clusters: new Set(opinions.map((x) => x.toFixed(6))).size });
  }
});

const anyOpinions = fc.array(spread(-1, 1), { minLength: 14, maxLength: 14 });
const anyJob = fc.record({ network: anyNetwork, values: anyOpinions, confidence: spread(0, 1.5) });

test("on any network, opinions are those of all pairs, in any order of names", () => {
  fc.assert(
    fc.property(anyJob, ({ network: plain, values, confidence }) => {
      const network = holding(plain, values);
      const { offsets, targets } = network.in;
      const sees = (i: number, j: number): boolean => targets.subarray(offsets[i], offsets[i + 1]).includes(j);
      const { opinions } = byAllPairs(values.slice(0, network.size), confidence, sees, 5);
      const size = network.size;
      const moved = values.slice(0, size).reverse();
      const turned = holding(
        relabelled(
          network,
          Array.from({ length: size }, (_, i) => size - 1 - i),
        ),
        moved,
      );
      for (const [each, place] of [
        [network, (i: number) => i],
        [turned, (i: number) => size - 1 - i],
      ] as const) {
        const world = start(boundedConfidence, each, { parameters: { confidence, start: "attribute" } });
        for (let t = 0; t < 5; t++) world.step();
        opinions.forEach((x, i) => expect(world.state.opinion[place(i)]).toBeCloseTo(x, 9));
      }
    }),
    { numRuns: 150 },
  );
});

test("opinions exactly one confidence apart heed each other", () => {
  const tenths = start(boundedConfidence, complete(10), { parameters: { confidence: 0.1 } });
  tenths.step();
  expect(tenths.state.opinion[0]).toBeCloseTo(0.1, 12);
  expect(tenths.state.opinion[3]).toBeCloseTo(0.35, 12);
  expect(tenths.state.opinion[7]).toBeCloseTo(0.75, 12);
});

test("trust weighs neighbours, oneself weighing 1, and all alike is the plain mean", () => {
  const trusted = holding(
    tiny(
      3,
      [
        [0, 1, 2],
        [2, 1, 1],
      ],
      true,
    ),
    [0, 0.4, 0.8],
  );
  const world = start(boundedConfidence, trusted, {
    parameters: { confidence: 1, weighting: "edge", start: "attribute" },
  });
  world.step();
  expect([...world.state.opinion].map((x) => x.toFixed(6))).toEqual(["0.000000", "0.300000", "0.800000"]);
  const ties = Array.from({ length: 30 }, (_, i) => Array.from({ length: i }, (_, j): Edge => [i, j, 1])).flat();
  const weighted = run(boundedConfidence, tiny(30, ties), { parameters: { confidence: 0.12, weighting: "edge" } });
  const plain = run(boundedConfidence, complete(30), { parameters: { confidence: 0.12 } });
  expect(weighted.clusters[1000]).toBe(plain.clusters[1000]);
  expect(weighted.spread[1000]).toBeCloseTo(plain.spread[1000], 10);
});

test("two who meet go the share of the way that convergence says", () => {
  const pair = holding(tiny(2, [[0, 1]]), [0.2, 0.6]);
  const job = { parameters: { update: "deffuant", convergence: 0.25, confidence: 0.5, start: "attribute" } } as const;
  const world = start(boundedConfidence, pair, job);
  world.step(); // two meetings: the distance .4 is halved twice
  expect([...world.state.opinion].map((x) => x.toFixed(12))).toEqual(["0.350000000000", "0.450000000000"]);
  const heard = start(boundedConfidence, holding(tiny(2, [[0, 1]], true), [0.2, 0.6]), job);
  for (let t = 0; t < 200; t++) heard.step();
  expect(heard.state.opinion[0]).toBe(0.2);
  expect(heard.state.opinion[1]).toBeCloseTo(0.2, 5);
  const far = start(boundedConfidence, pair, { parameters: { ...job.parameters, confidence: 0.39 } });
  expect([far.step(), ...far.state.opinion]).toEqual([false, 0.2, 0.6]);
});

test("meetings keep the mean, nobody leaves the range, and consensus stays", () => {
  fc.assert(
    fc.property(anyJob, anyShare, fc.string(), ({ network: plain, values, confidence }, convergence, seed) => {
      const network = holding(plain, values);
      const world = start(boundedConfidence, network, {
        parameters: { update: "deffuant", confidence, convergence, start: "attribute" },
        seed,
      });
      const before = world.measure();
      for (let t = 0; t < 6; t++) world.step();
      const after = world.measure();
      if (!network.directed) expect(after.opinion).toBeCloseTo(before.opinion, 10);
      const own = values.slice(0, network.size);
      expect(Math.min(...world.state.opinion)).toBeGreaterThanOrEqual(Math.min(...own) - 1e-12);
      expect(Math.max(...world.state.opinion)).toBeLessThanOrEqual(Math.max(...own) + 1e-12);
      for (const update of ["deffuant", "hegselmann-krause"] as const) {
        const agreed = start(
          boundedConfidence,
          holding(
            plain,
            values.map(() => values[0]),
          ),
          { parameters: { update, confidence, start: "attribute" }, seed },
        );
        expect([agreed.step(), agreed.measure().consensus]).toEqual([false, 1]);
      }
    }),
    { numRuns: 100 },
  );
});

test("a thousand who meet at random end in two large camps at .2, and in one at .3 and .5", () => {
  // Of 200 worlds each at .2 and .3 none gave another number of camps above a twentieth, so a false alarm is rarer than
  // 1 in 50.
  const many = generate("complete:nodes=1000", 1);
  for (const [confidence, expected] of [
    [0.2, 2],
    [0.3, 1],
    [0.5, 1],
  ]) {
    for (const [clusters, camps] of worlds(
      boundedConfidence,
      many,
      { update: "deffuant", confidence, start: "uniform" },
      2,
      { steps: 100 },
    )) {
      expect(clusters).toBe(expected);
      expect(camps).toBeGreaterThanOrEqual(clusters);
    }
  }
});

test("camps are joined by ties: those who do not know each other may think alike", () => {
  const apart = holding(
    tiny(4, [
      [0, 1],
      [2, 3],
    ]),
    [0.5, 0.55, 0.5, 0.9],
  );
  expect(
    start(boundedConfidence, apart, { parameters: { confidence: 0.1, start: "attribute" } }).measure(),
  ).toMatchObject({ clusters: 3, camps: 3 });
  expect(
    start(boundedConfidence, holding(complete(4), [0.5, 0.55, 0.5, 0.9]), {
      parameters: { confidence: 0.1, start: "attribute" },
    }).measure().camps,
  ).toBe(2);
});

test("wrong requests name every fault", () => {
  expect(() => start(boundedConfidence, path4, { parameters: { convergence: 0.3, weighting: "edge" } })).toThrow(
    "bounded-confidence: weighting=edge requires a network with weights\nbounded-confidence: convergence requires update=deffuant, got hegselmann-krause",
  );
});
