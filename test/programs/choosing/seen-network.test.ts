import { expect, test } from "vitest";
import { type Network } from "../../../models/core/index.ts";
import { generate } from "../../../models/networks/specification.ts";
import { choose } from "../../../models/programs/choosing/choose.ts";
import { seenNetwork } from "../../../models/programs/choosing/seen-network.ts";
import { band } from "../../support/bands.ts";
import { tiny } from "../../support/tiny.ts";

const karate = generate("karate", 1);
const ties = ({ size, out }: Network): Set<string> =>
  new Set(
    Array.from({ length: size }, (_, i) =>
      Array.from(out.targets.subarray(out.offsets[i], out.offsets[i + 1]), (j) => `${i}-${j}`),
    ).flat(),
  );

test("with nothing hidden and no error the network is the same, and so is every choice", () => {
  const seen = seenNetwork(karate, {});
  expect(seen.out.targets).toEqual(karate.out.targets);
  expect(seen.out.weights).toEqual(karate.out.weights);
  for (const method of ["degree", "pagerank", "guaranteed"] as const) {
    const means = { spread: { rule: "cascade", weighting: "uniform", probability: 0.1 }, work: 1 } as const;
    expect(choose(method, { network: seen, count: 5 }, means)).toEqual(
      choose(method, { network: karate, count: 5 }, means),
    );
  }
});

test("a share of ties is hidden, both ways at once, and more hides the same and more", () => {
  // 4,000 edges of a ring: exact binomial limits, false alarm 1e-6.
  const ring = generate("ring:nodes=2000,degree=4", 1);
  const seen = seenNetwork(ring, { hidden: 0.3 });
  const [low, high] = band(4000, 0.7, 1e-6);
  expect(seen.edges).toBeGreaterThanOrEqual(low);
  expect(seen.edges).toBeLessThanOrEqual(high);
  const [few, many] = [ties(seenNetwork(ring, { hidden: 0.6 })), ties(seen)];
  for (const tie of few) {
    expect(many).toContain(tie);
    expect(few).toContain(tie.split("-").reverse().join("-"));
  }
  expect(seenNetwork(ring, { hidden: 1 }).arcs).toBe(0);
  expect(ties(seenNetwork(ring, { hidden: 0.3, seed: 2 }))).not.toEqual(many);
});

test("weights are wrong by at most the error, the same both ways, and never above 1 where they were not", () => {
  const seen = seenNetwork(karate, { weightError: 0.5 });
  seen.out.weights!.forEach((weight, e) => {
    const right = karate.out.weights![e];
    expect(Math.abs(weight / right - 1)).toBeLessThanOrEqual(0.5);
  });
  const { out } = seen;
  const of = new Map<string, number>();
  for (let i = 0; i < 34; i++)
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) of.set(`${i}-${out.targets[e]}`, out.weights![e]);
  for (const [tie, weight] of of) expect(of.get(tie.split("-").reverse().join("-"))).toBe(weight);
  const sure = seenNetwork(
    tiny(
      40,
      Array.from({ length: 39 }, (_, i) => [i, i + 1] as const),
      true,
    ),
    { weightError: 1 },
  );
  expect(Math.max(...sure.out.weights!)).toBe(1);
});

test("shares outside 0 to 1 are refused together", () => {
  expect(() => seenNetwork(karate, { hidden: 2, weightError: NaN })).toThrow(
    "seenNetwork: hidden must be a number from 0 to 1, got 2\nseenNetwork: weightError must be a number from 0 to 1, got NaN",
  );
});
