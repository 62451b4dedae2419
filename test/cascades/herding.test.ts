import fc from "fast-check";
import { expect, test } from "vitest";
import { herding } from "../../models/cascades/herding.ts";
import { chance, start, streamKeys } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { band } from "../support/bands.ts";
import { anyShare as share } from "../support/spread.ts";
import { worlds } from "../support/worlds.ts";

const strangers = (people: number) => generate(`erdos-renyi:nodes=${people},degree=0`, 1);

/**
 * Chance that nobody of `people` chose the right one, by the chain: all at 0, single wrong options, a wrong crowd,
 * right.
 */
function missed(alpha: number, beta: number, people: number): number {
  let [none, singles, right] = [1, 0, 0];
  for (let k = 0; k < people; k++) {
    [none, singles, right] = [
      none * (1 - alpha),
      (none + singles) * alpha * (1 - beta),
      right + (none + singles) * alpha * beta,
    ];
  }
  return 1 - right;
}

test("the chance of never finding the right one is that of the chain, and Banerjee's for many people", () => {
  expect(missed(0.5, 0.5, 200)).toBeCloseTo(1 / 3, 12);
  for (const [informed, accuracy, people] of [
    [0.5, 0.5, 3],
    [0.5, 0.5, 30],
    [0.7, 0.3, 25],
    [0.25, 0.6, 40],
    [1, 0.2, 6],
    [0.3, 1, 2],
  ]) {
    const expected = missed(informed, accuracy, people);
    const hits = worlds(herding, strangers(people), { informed, accuracy }, 3_000).filter(([is]) => is === 1).length;
    const [low, high] = band(3_000, expected, 1e-6); // catches .5 → .56
    expect(hits).toBeGreaterThanOrEqual(low);
    expect(hits).toBeLessThanOrEqual(high);
  }
});

/** The choices of one world, and of the same world where everyone has a signal of their own. */
function choices(parameters: { informed: number; accuracy: number }, world: number): number[] {
  const going = start(herding, strangers(8), { parameters, world });
  while (going.step());
  return [...going.state.option];
}

test("nobody with a signal: all stay at 0; all with a right signal: all are right", () => {
  expect(choices({ informed: 0, accuracy: 0.5 }, 0)).toEqual(Array(8).fill(0));
  expect(new Set(choices({ informed: 1, accuracy: 1 }, 0)).size).toBe(1);
  expect(
    worlds(herding, strangers(8), { informed: 1, accuracy: 1 }, 5).every(
      ([missed, right]) => missed === 0 && right === 1,
    ),
  ).toBe(true);
});

test("all with wrong signals: everyone keeps to their own, for nobody agrees", () => {
  expect(new Set(choices({ informed: 1, accuracy: 0 }, 3)).size).toBe(8);
});

test("once two agree on a wrong option nobody leaves it, right signal or not", () => {
  for (let world = 0; world < 300; world++) {
    const option = choices({ informed: 0.5, accuracy: 0.4 }, world);
    const first = option.findIndex((value) => value !== 0);
    if (first < 0 || option[first + 1] !== option[first]) continue;
    expect(new Set(option.slice(first)).size).toBe(1);
  }
});

/** Banerjee's proposition 1 in its own words, from who chose what. */
function prescribed(before: readonly number[], signal: number | null): number {
  const counts = new Map<number, number>();
  for (const value of before) if (value !== 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  const highest = Math.max(0, ...counts.keys());
  const other = [...counts.keys()].find((value) => value !== highest && (counts.get(value) ?? 0) > 1);
  if (signal !== null) {
    const nobodyAgrees = [...counts.values()].every((people) => people === 1);
    if (before.includes(signal) || nobodyAgrees) return signal;
  }
  return other ?? highest;
}

test("everyone does what proposition 1 prescribes, in every world", () => {
  let againstCrowd = 0;
  for (let world = 0; world < 2_000; world++) {
    const parameters = { informed: 0.6, accuracy: 0.5 };
    const { state, step } = start(herding, strangers(8), { parameters, seed: "own", world });
    while (step());
    const { random } = chance(herding.streams, streamKeys("own", herding.streams), world);
    const chosen: number[] = [];
    for (let i = 0; i < 8; i++) {
      const right = random.accurate(i) < parameters.accuracy;
      const signal = random.informed(i) < parameters.informed ? (right ? random.truth(0) : random.guess(i)) : null;
      const does = prescribed(chosen, signal);
      if (signal !== null && does === signal && prescribed(chosen, null) !== signal && chosen.includes(signal))
        againstCrowd++;
      chosen.push(does);
    }
    expect([...state.option]).toEqual(chosen);
  }
  expect(againstCrowd).toBeGreaterThan(20); // the rare case is among them
});

const anyJob = fc.record({ informed: share, accuracy: share });

test("in any world nobody without a signal opens an option, and once two agree on one nobody opens another", () => {
  fc.assert(
    fc.property(anyJob, fc.integer({ min: 1, max: 15 }), fc.string(), (parameters, people, seed) => {
      const world = start(herding, strangers(people), { parameters, seed });
      while (world.step());
      const { option, sharing, right } = world.state;
      const { random } = chance(herding.streams, streamKeys(seed, herding.streams), 0);
      option.forEach((value, i) => {
        const before = [...option.subarray(0, i)];
        const opens = value !== 0 && !before.includes(value);
        if (opens) expect(random.informed(i)).toBeLessThan(parameters.informed);
        if (before.some((other, j) => other !== 0 && before.indexOf(other) < j)) expect(opens).toBe(false);
        expect(sharing[i]).toBe(1 + before.filter((other) => other === value).length);
        expect(right[i]).toBe(Number(value === random.truth(0)));
      });
      const rightOnes = right.reduce((sum, is) => sum + is, 0);
      expect(world.measure()).toEqual({ missed: Number(rightOnes === 0), right: rightOnes / people });
    }),
    { numRuns: 200 },
  );
});

test("in the same world more accurate signals never lose an option that was found, and more people neither", () => {
  fc.assert(
    fc.property(
      anyJob,
      share,
      fc.integer({ min: 1, max: 15 }),
      fc.string(),
      ({ informed, accuracy }, more, people, seed) => {
        const missedBy = (better: number, acting: number): number[] =>
          worlds(herding, strangers(15), { informed, accuracy: better, people: acting }, 4, { seed }).map(([is]) => is);
        const base = missedBy(accuracy, people);
        for (const found of [missedBy(accuracy + (1 - accuracy) * more, people), missedBy(accuracy, 15)]) {
          found.forEach((is, world) => expect(is).toBeLessThanOrEqual(base[world]));
        }
      },
    ),
    { numRuns: 150 },
  );
});

test("herding asks for no more people than there are", () => {
  expect(() => start(herding, strangers(5), { parameters: { people: 6, informed: 1.5 } })).toThrow(
    "informed must be a real number from 0 to 1, got 1.5",
  );
  expect(() => start(herding, strangers(5), { parameters: { people: 6 } })).toThrow(
    "herding: people must be at most 5, the size of the network, got 6",
  );
});
