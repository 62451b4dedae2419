import fc from "fast-check";
import { expect, test } from "vitest";
import { network as made, type Network, run, start } from "../../models/core/index.ts";
import { degroot } from "../../models/influence/degroot.ts";
import { friedkinJohnsen } from "../../models/influence/friedkin-johnsen.ts";
import { solve } from "../support/linear.ts";
import { anyShare, spread } from "../support/spread.ts";
import { anyNetwork, path4, tiny } from "../support/tiny.ts";

/** The network with numbers `opinion` and `hold`, its tie weights one up so that none is 0. */
const holding = ({ directed, out }: Network, opinion: readonly number[], hold: readonly number[]): Network => {
  const size = out.offsets.length - 1;
  const part = (values: readonly number[]) => ({
    kind: "number" as const,
    values: Float64Array.from(values.slice(0, size)),
  });
  return made({
    directed,
    out: { ...out, weights: out.weights && out.weights.map((w) => w + 1) },
    attributes: { opinion: part(opinion), hold: part(hold) },
  });
};

/** W with rows that add up to 1; whoever sees nobody sees itself. */
function trust({ in: { offsets, targets, weights }, size }: Network, weighting: string, self: number): number[][] {
  return Array.from({ length: size }, (_, i) => {
    const row = new Array<number>(size).fill(0);
    let sum = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++)
      sum += row[targets[k]] = weighting === "edge" && weights ? weights[k] : 1;
    if (sum === 0) row[i] = 1;
    else for (let j = 0; j < size; j++) row[j] *= (1 - self) / sum;
    if (sum !== 0) row[i] += self;
    return row;
  });
}

const shares = (low: number) => fc.array(spread(low, 1), { minLength: 14, maxLength: 14 });
const anyJob = fc.record({ network: anyNetwork, opinion: shares(0), hold: shares(0.1), self: anyShare });

test("opinions come to rest at (I − (1 − σ)W)⁻¹ σ·x₀, solved apart", () => {
  fc.assert(
    fc.property(anyJob, fc.boolean(), ({ network: plain, opinion, hold, self }, own) => {
      const network = holding(plain, opinion, hold);
      const weighting = network.out.weights ? "edge" : "uniform";
      const parameters = {
        start: "attribute",
        weighting,
        selfWeight: self,
        ...(own ? { stubborn: "hold" } : { stubbornness: hold[0] }),
      } as const;
      const world = start(friedkinJohnsen, network, { parameters });
      while (world.step());
      const w = trust(network, weighting, self);
      const sigma = (i: number): number => (own ? hold[i] : hold[0]);
      const expected = solve(
        w.map((row, i) => row.map((share, j) => Number(i === j) - (1 - sigma(i)) * share)),
        w.map((_, i) => sigma(i) * opinion[i]),
      );
      world.state.opinion.forEach((x, i) => expect(x).toBeCloseTo(expected[i], 9));
    }),
    { numRuns: 60 },
  );
});

test("two who half hold on end at 2/3 and 1/3", () => {
  const pair = holding(tiny(2, [[0, 1]]), [1, 0], [0, 0]);
  const world = start(friedkinJohnsen, pair, { parameters: { start: "attribute" } });
  while (world.step());
  expect(world.state.opinion[0]).toBeCloseTo(2 / 3, 11);
  expect(world.measure()).toMatchObject({ clusters: 2, consensus: 0 });
  expect(world.measure().opinion).toBeCloseTo(0.5, 12);
});

test("without stubbornness it is DeGroot's model, bit for bit", () => {
  fc.assert(
    fc.property(anyJob, fc.string(), ({ network, self }, seed) => {
      const parameters = { selfWeight: self, weighting: network.out.weights ? "edge" : "uniform" } as const;
      const plain = run(degroot, network, { parameters, seed, steps: 9 });
      expect(run(friedkinJohnsen, network, { parameters: { ...parameters, stubbornness: 0 }, seed, steps: 9 })).toEqual(
        plain,
      );
    }),
    { numRuns: 60 },
  );
});

test("with stubbornness 1 nobody moves", () => {
  fc.assert(
    fc.property(anyJob, ({ network, opinion }) => {
      const world = start(friedkinJohnsen, holding(network, opinion, opinion), {
        parameters: { stubbornness: 1, start: "attribute" },
      });
      expect([world.step(), ...world.state.opinion]).toEqual([false, ...opinion.slice(0, network.size)]);
    }),
    { numRuns: 60 },
  );
});

test("one who never moves leads a network without other stubborn ones to itself", () => {
  const led = holding(path4, [1, 0, 0, 0], [1, 0, 0, 0]);
  const { opinion, consensus } = run(friedkinJohnsen, led, { parameters: { start: "attribute", stubborn: "hold" } });
  expect(opinion[1000]).toBeCloseTo(1, 9);
  expect(consensus[1000]).toBe(1);
});

test("wrong requests name every fault", () => {
  expect(() => start(friedkinJohnsen, path4, { parameters: { stubborn: "hold", stubbornness: 0.2 } })).toThrow(
    "friedkin-johnsen: only one of stubbornness and stubborn may be given, got both\nfriedkin-johnsen: the network must have a number named hold for each customer",
  );
  expect(() =>
    start(friedkinJohnsen, holding(path4, [0, 0, 0, 0], [0, 2, 0, 0]), { parameters: { stubborn: "hold" } }),
  ).toThrow("hold of customer 1 must be a share from 0 to 1, got 2");
});
