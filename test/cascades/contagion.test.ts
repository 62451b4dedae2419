import fc from "fast-check";
import { expect, test } from "vitest";
import { contagion } from "../../models/cascades/contagion.ts";
import { type Given, load, type Network, run, save, start } from "../../models/core/index.ts";
import { meanBand } from "../support/bands.ts";
import { exactCascade } from "../support/exact-reach.ts";
import { activeShare, finalSize } from "../support/final-size.ts";
import { anyShare as share } from "../support/spread.ts";
import { anyNetwork, complete, cycle5, grid3, path4, star5, tiny } from "../support/tiny.ts";
import { meanOf, worlds } from "../support/worlds.ts";

type Wanted = Given<typeof contagion.parameters>;
const CLOCKS = ["step", "continuous"] as const;
const KINDS = ["SI", "SIS", "SIR", "SEIR"] as const;
const pair = tiny(2, [[0, 1]], true);

/** A measure in worlds 0 … count − 1. */
function sample(
  network: Network,
  parameters: Wanted,
  count: number,
  measure: keyof typeof contagion.measures = "reach",
  seed = "1",
): number[] {
  const at = Object.keys(contagion.measures).indexOf(measure);
  return worlds(contagion, network, parameters, count, { seed }).map((row) => row[at]);
}
const expectMean = (values: number[], exact: number): void => {
  // Five standard errors: false alarm 6e-7 a check.
  const [low, high] = meanBand(exact, values);
  expect(meanOf(values)).toBeGreaterThanOrEqual(low);
  expect(meanOf(values)).toBeLessThanOrEqual(high);
};

test("one who is active brings in a contact with the chance that each kind has, in steps and in time", () => {
  // 5,000 worlds: catches a chance wrong by .035.
  const [b, g, o, x] = [0.3, 0.2, 0.25, 0.15];
  // tries and ends in the same step
  const chance = (tries: number, ends: number): number => tries / (1 - (1 - tries) * (1 - ends));
  const fails = (tries: number, ends: number): number => 1 - chance(tries, ends);
  for (const [parameters, exact] of [
    [{ kind: "SI", infection: b, horizon: 3 }, 1 - (1 - b) ** 3],
    [{ kind: "SIR", infection: b, recovery: g }, chance(b, g)],
    [{ kind: "SEIR", infection: b, recovery: g, onset: o, exposedInfection: x }, 1 - fails(x, o) * fails(b, g)],
    [{ kind: "SI", infection: b, horizon: 3, clock: "continuous" }, 1 - Math.exp(-3 * b)],
    [{ kind: "SIR", infection: b, recovery: g, clock: "continuous" }, b / (b + g)],
    [
      { kind: "SEIR", infection: b, recovery: g, onset: o, exposedInfection: x, clock: "continuous" },
      1 - (o / (o + x)) * (g / (g + b)),
    ],
  ] as [Wanted, number][]) {
    expectMean(sample(pair, { ...parameters, seeds: ["0"] }, 5_000), 1 + exact);
  }
});

test("SIR that lasts one step is the independent cascade", () => {
  for (const [network, first] of [
    [path4, 0],
    [star5, 1],
    [cycle5, 0],
    [complete(4), 0],
    [grid3, 4],
  ] as const) {
    const values = sample(network, { kind: "SIR", infection: 0.5, recovery: 1, seeds: [String(first)] }, 3_000);
    expectMean(
      values,
      exactCascade(network, () => 0.5, [first]),
    );
  }
});

test("in continuous time on a complete network the reach of SIR and SEIR is that of the exact chain", () => {
  for (const seed of ["1", "2"]) {
    const base = { infection: 0.05, recovery: 0.2, seedCount: 2, clock: "continuous" } as const;
    expectMean(
      sample(complete(10), { ...base, kind: "SIR" }, 1_500, "reach", seed),
      finalSize({ size: 10, first: 2, ...base }),
    );
    const between = { ...base, onset: 0.5, exposedInfection: 0.1 };
    expectMean(
      sample(complete(10), { ...between, kind: "SEIR" }, 1_500, "reach", seed),
      finalSize({ size: 10, first: 2, ...between }),
    );
  }
  // By hand: of two susceptible and one active, one is caught with 2/3; then of one and two, 1/2, else of one and one,
  // 1/2.
  expect(finalSize({ size: 3, first: 1, infection: 1, recovery: 1 })).toBeCloseTo(
    1 + (2 / 3) * (1 + 1 / 2 + 1 / 4),
    12,
  );
  // The value that the proof table expects of Rahmandad & Sterman's rates.
  expect(
    finalSize({
      size: 200,
      first: 2,
      infection: 0.075 / 199,
      exposedInfection: 0.2 / 199,
      onset: 1 / 15,
      recovery: 1 / 15,
    }) / 200,
  ).toBeCloseTo(0.96206259, 8);
});

test("whoever joins within a unit of time passes it on within the same unit, exposed or active", () => {
  // 3,000 worlds of 0 → 1 → 2: the last joins after two waiting times, 1 − (1 + b)·e^−b by moment 1; catches a chance
  // wrong by .05.
  const [b, chain] = [
    1.5,
    tiny(
      3,
      [
        [0, 1],
        [1, 2],
      ],
      true,
    ),
  ];
  const still = Math.exp(-b);
  for (const parameters of [{ infection: b }, { kind: "SEIR", onset: 0, exposedInfection: b }] as Wanted[]) {
    expectMean(
      sample(chain, { ...parameters, clock: "continuous", horizon: 1, seeds: ["0"] }, 3_000),
      3 - still - (1 + b) * still,
    );
  }
});

test("SIS on a complete network is active as the exact chain says, and in one step as by hand", () => {
  const rates = { infection: 0.08, recovery: 0.25 };
  expectMean(
    sample(complete(8), { ...rates, kind: "SIS", clock: "continuous", horizon: 6, seedCount: 3 }, 2_000, "active"),
    activeShare({ size: 8, first: 3, ...rates }, 6),
  );
  // Three customers, one active, infection .5, recovery .25: kept .75, each of two others joins with .5.
  expectMean(
    sample(complete(3), { kind: "SIS", infection: 0.5, recovery: 0.25, horizon: 1 }, 3_000, "active"),
    (0.75 + 2 * 0.5) / 3,
  );
  // Two steps on a pair, where 1 cannot influence 0: P(0) = .75², P(1) = .5·.75 + (.5·.75)·.5.
  expectMean(
    sample(pair, { kind: "SIS", infection: 0.5, recovery: 0.25, horizon: 2, seeds: ["0"] }, 4_000, "active"),
    (0.75 ** 2 + 0.5 * 0.75 + 0.5 * 0.75 * 0.5) / 2,
  );
});

test("contacts that share a customer's time bring it in as often however many they are", () => {
  const rate = 0.4;
  for (const size of [3, 9]) {
    const star = tiny(
      size,
      Array.from({ length: size - 1 }, (_, j) => [j + 1, 0] as const),
      true,
    );
    const parameters: Wanted = {
      infection: rate,
      contacts: "shared",
      clock: "continuous",
      horizon: 2,
      seeds: Array.from({ length: size - 1 }, (_, j) => String(j + 1)),
    };
    expectMean(sample(star, parameters, 3_000), size - Math.exp(-2 * rate));
  }
});

test("a sure behaviour walks a path one customer a step and remembers through whom", () => {
  const series = run(contagion, path4, { parameters: { infection: 1, seeds: ["0"] } });
  expect([...series.reach]).toEqual([1, 2, 3, 4]);
  expect([...series.rounds]).toEqual([0, 1, 2, 3]);
  const world = start(contagion, path4, { parameters: { kind: "SIR", infection: 1, recovery: 1, seeds: ["0"] } });
  expect([world.step(), world.step()]).toEqual([true, true]);
  expect([...world.state.stage]).toEqual([3, 3, 2, 0]);
  expect([...world.state.joined]).toEqual([0, 1, 2, -1]);
  expect([...world.state.through]).toEqual([-1, 0, 1, -1]);
});

const anyRates = fc.record({
  kind: fc.constantFrom(...KINDS),
  clock: fc.constantFrom(...CLOCKS),
  contacts: fc.constantFrom("each", "shared"),
  infection: share,
  recovery: share,
  onset: share,
  exposedInfection: share,
  count: fc.nat(4),
  seed: fc.string(),
});
const jobOf = (
  network: Network,
  { count, seed, ...rates }: { count: number; seed: string } & Wanted,
): { parameters: Wanted; seed: string } => ({
  parameters: { ...rates, horizon: 7, seedCount: Math.min(count, network.size) },
  seed,
});

test("whoever joined has a helper that had joined before it and can influence it, and the counts of the seen are right", () => {
  fc.assert(
    fc.property(anyNetwork, anyRates, (network, rates) => {
      const world = start(contagion, network, jobOf(network, rates));
      while (world.step());
      const { stage, joined, through, activeSeen, exposedSeen } = world.state;
      for (const i of network.nodes) {
        const seen = Array.from(network.in.targets.subarray(network.in.offsets[i], network.in.offsets[i + 1]));
        expect(activeSeen[i]).toBe(seen.filter((j) => stage[j] === 2).length);
        expect(exposedSeen[i]).toBe(seen.filter((j) => stage[j] === 1).length);
        if (joined[i] <= 0) expect(through[i]).toBe(-1);
        else {
          expect(seen).toContain(through[i]);
          if (rates.kind !== "SIS") expect(joined[through[i]]).toBeLessThan(joined[i]);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("of SI in the same world, more first customers or a larger infection never delay anyone", () => {
  const moments = (network: Network, parameters: Wanted, seed: string): number[] => {
    const world = start(contagion, network, { parameters, seed });
    while (world.step());
    return Array.from(world.state.joined, (moment) => (moment < 0 ? Infinity : moment));
  };
  fc.assert(
    fc.property(anyNetwork, anyRates, share, (network, rates, more) => {
      const { parameters, seed } = jobOf(network, { ...rates, kind: "SI" });
      const base = moments(network, parameters, seed);
      const infection = rates.infection + (1 - rates.infection) * more;
      for (const change of [{ infection }, { seedCount: Math.min(network.size, parameters.seedCount! + 1) }]) {
        moments(network, { ...parameters, ...change }, seed).forEach((moment, i) =>
          expect(moment <= base[i] * (1 + 1e-9) + 1e-12).toBe(true),
        );
      }
    }),
    { numRuns: 150 },
  );
});

test("a world saved or forked at any step goes on as if it had never stopped", () => {
  fc.assert(
    fc.property(anyNetwork, anyRates, fc.nat(4), (network, rates, pause) => {
      const job = jobOf(network, rates);
      const whole = start(contagion, network, job);
      const held = start(contagion, network, job);
      for (let t = 0; t < pause; t++) held.step();
      const copies = [load(contagion, network, save(held)), held.fork()];
      while (whole.step());
      for (const copy of copies) {
        while (copy.step());
        for (const name of Object.keys(whole.state) as (keyof typeof whole.state)[])
          expect(copy.state[name]).toEqual(whole.state[name]);
      }
    }),
    { numRuns: 100 },
  );
});

test("it rests once nobody can pass to another stage, and at the horizon at the latest", () => {
  for (const clock of CLOCKS) {
    expect(start(contagion, path4, { parameters: { clock, infection: 0 } }).step()).toBe(false);
    const lasting = start(contagion, complete(5), {
      parameters: { kind: "SIS", infection: 1, recovery: 0.01, horizon: 30, clock },
    });
    while (lasting.step());
    expect(lasting.time).toBe(30);
  }
});

test("a wrong job is refused with every fault", () => {
  const ask = (parameters: Record<string, unknown>) => () => start(contagion, path4, { parameters: parameters });
  expect(ask({ kind: "SIRS" })).toThrow('kind must be one of SI, SIS, SIR, SEIR, got "SIRS"');
  expect(ask({ infection: 2, onset: 3 })).toThrow(
    /infection must be at most 1 with clock=step, got 2\n.*onset must be at most 1 with clock=step, got 3/,
  );
  expect(ask({ infection: 2, clock: "continuous" })).not.toThrow();
});
