import fc from "fast-check";
import { expect, test } from "vitest";
import { gini, unpredictability } from "../../models/cascades/markets/shares.ts";
import { musicLab } from "../../models/cascades/music-lab.ts";
import { chance, finish, type Given, type Network, resolve, start, streamKeys } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { meanBand } from "../support/bands.ts";
import { type Market, outcomes } from "../support/market-chain.ts";
import { anyShare as share } from "../support/spread.ts";
import { anyNetwork, complete, tiny } from "../support/tiny.ts";
import { worlds } from "../support/worlds.ts";

type Wanted = Given<typeof musicLab.parameters>;
const strangers = (people: number): Network => generate(`erdos-renyi:nodes=${people},degree=0`, 1);

/** What each listener tried and downloaded, 0 for nothing. */
function acts(network: Network, parameters: Wanted, seed = "1"): { tried: number[]; downloaded: number[] } {
  const world = start(musicLab, network, { parameters, seed });
  finish(world, Infinity);
  return { tried: [...world.state.tried], downloaded: [...world.state.downloaded] };
}

/**
 * Exact means over two markets that both sold something: Gini of one, unpredictability of the two, share of the first
 * song.
 */
function exactly(market: Market): [inequality: number, unpredictability: number, first: number] {
  const all = outcomes(market).filter(({ sold }) => sold.some((count) => count > 0));
  const selling = all.reduce((sum, { chance }) => sum + chance, 0);
  const mean = (of: (sold: number[]) => number): number =>
    all.reduce((sum, { sold, chance }) => sum + (chance / selling) * of(sold), 0);
  return [
    mean(gini),
    mean((one) => mean((other) => unpredictability([one, other]))),
    mean((sold) => sold[0] / sold.reduce((a, b) => a + b)),
  ];
}

test("inequality, unpredictability and the share of the best song are those of the chain of listeners", () => {
  const cases: [listeners: number, parameters: Wanted][] = [
    [6, { songs: 3, influence: 0, spread: 0.6, best: 0.9, worst: 0.4 }],
    [6, { songs: 3, influence: 1, spread: 0.5, best: 1, worst: 1, headStart: 0.5 }],
    [5, { songs: 3, influence: 0.7, spread: 1, best: 0.8, worst: 0.5, display: "ranked" }],
    [5, { songs: 4, influence: 0.6, spread: 0.3, best: 0.5, worst: 1, headStart: 0, display: "ranked" }],
    [9, { songs: 2, influence: 0.4, spread: 0.2, best: 0.6, worst: 0.6, headStart: 3 }],
  ];
  for (const [listeners, parameters] of cases) {
    const { songs, influence, display, headStart, spread, best, worst } = resolve("", musicLab.parameters, parameters);
    const line = (from: number, to: number): number[] =>
      Array.from({ length: songs }, (_, k) => from + ((to - from) * k) / (songs - 1));
    const expected = exactly({
      listeners,
      influence,
      ranked: display === "ranked",
      headStart,
      appeal: line(1 + spread, 1 - spread),
      liked: line(best, worst),
    });
    // 4,000 worlds of two markets, false alarm 6e-7 a mean; catches a mean .02 off.
    const rows = worlds(musicLab, strangers(2 * listeners), { ...parameters, markets: 2 }, 4_000).filter(
      ([inequality]) => !Number.isNaN(inequality),
    );
    [0, 1, 3].forEach((measure, k) => {
      const values = rows.map((row) => row[measure]);
      const [low, high] = meanBand(expected[k], values);
      const mean = values.reduce((a, b) => a + b) / values.length;
      expect(mean, `${JSON.stringify(parameters)} measure ${measure}`).toBeGreaterThanOrEqual(low);
      expect(mean).toBeLessThanOrEqual(high);
    });
  }
});

test("with influence alone and no head start the first download decides a market", () => {
  const parameters: Wanted = { songs: 4, markets: 6, influence: 1, headStart: 0, best: 1, worst: 1 };
  const { downloaded } = acts(strangers(60), parameters);
  for (let market = 0; market < 6; market++)
    expect(new Set(downloaded.slice(10 * market, 10 * market + 10)).size).toBe(1);
  expect(new Set(downloaded).size).toBeGreaterThan(1);
  const [[inequality, , leader, , downloads]] = worlds(musicLab, strangers(60), parameters, 1);
  expect([inequality, leader, downloads]).toEqual([0.75, 1, 1]);
});

test("nobody downloads what nobody likes, and then there are no shares; one market tells no unpredictability", () => {
  expect(worlds(musicLab, strangers(9), { markets: 3, best: 0, worst: 0 }, 1)).toEqual([[NaN, NaN, NaN, NaN, 0]]);
  const [[inequality, difference]] = worlds(musicLab, strangers(9), { markets: 1, songs: 1, best: 1 }, 1);
  expect([inequality, difference]).toEqual([0, NaN]);
});

test("left-over people do nothing, and a market of 700 stands ready where no network is named", () => {
  const { tried } = acts(strangers(11), { markets: 2 });
  expect(tried.map((song) => song > 0)).toEqual([...Array<boolean>(10).fill(true), false]);
  const named = acts(strangers(11), { markets: 2, listeners: 3 });
  expect(named.tried.filter((song) => song > 0)).toHaveLength(6);
  const fallbacks = resolve("", musicLab.parameters, {});
  expect(generate(musicLab.defaultNetwork!(fallbacks), 1).size).toBe(5600);
});

test("social influence makes songs more unequal and less predictable, more so when they are ranked", () => {
  const mean = (parameters: Wanted, measure: number): number =>
    worlds(musicLab, strangers(1600), parameters, 12).reduce((sum, row) => sum + row[measure] / 12, 0);
  for (const measure of [0, 1]) {
    const [none, some, ranked] = [
      { influence: 0 },
      { influence: 0.8 },
      { influence: 0.8, display: "ranked" as const },
    ].map((each) => mean(each, measure));
    expect(some).toBeGreaterThan(1.05 * none);
    expect(ranked).toBeGreaterThan(1.2 * some);
  }
});

const anyLab = fc.record({
  songs: fc.integer({ min: 1, max: 6 }),
  influence: share,
  display: fc.constantFrom("unordered" as const, "ranked" as const),
  headStart: fc.constantFrom(0, 0.3, 1, 5),
  spread: share,
  best: share,
  worst: share,
});

test("who sees neighbours only sees the market where all are, and appeal where none are", () => {
  fc.assert(
    fc.property(anyLab, fc.string(), (lab, seed) => {
      const parameters = { ...lab, markets: 2 };
      expect(acts(complete(13), { ...parameters, visibility: "neighbours" }, seed)).toEqual(
        acts(complete(13), parameters, seed),
      );
      expect(acts(strangers(13), { ...parameters, visibility: "neighbours", headStart: 0 }, seed)).toEqual(
        acts(strangers(13), { ...parameters, influence: 0 }, seed),
      );
    }),
    { numRuns: 60 },
  );
});

test("a market knows nothing of the others, nor of later listeners", () => {
  fc.assert(
    fc.property(
      anyLab,
      anyNetwork,
      fc.constantFrom("everyone" as const, "neighbours" as const),
      fc.string(),
      (lab, network, visibility, seed) => {
        const listeners = Math.floor(network.size / 2);
        if (listeners < 2) return;
        const both = acts(network, { ...lab, visibility, markets: 2 }, seed).tried;
        const first = acts(network, { ...lab, visibility, markets: 1, listeners }, seed).tried;
        const shorter = acts(network, { ...lab, visibility, markets: 1, listeners: listeners - 1 }, seed).tried;
        expect(both.slice(0, listeners)).toEqual(first.slice(0, listeners));
        expect(first.slice(0, listeners - 1)).toEqual(shorter.slice(0, listeners - 1));
      },
    ),
    { numRuns: 150 },
  );
});

test("without influence neither display nor head start counts; whoever is not swayed tries the same under any", () => {
  fc.assert(
    fc.property(anyLab, fc.string(), (lab, seed) => {
      const alone = acts(strangers(12), { ...lab, influence: 0, markets: 2 }, seed);
      expect(acts(strangers(12), { ...lab, influence: 0, markets: 2, display: "ranked", headStart: 9 }, seed)).toEqual(
        alone,
      );
      const { random } = chance(musicLab.streams, streamKeys(seed, musicLab.streams), 0);
      acts(strangers(12), { ...lab, markets: 2 }, seed).tried.forEach((song, i) => {
        if (random.sway(i) >= lab.influence) expect(song).toBe(alone.tried[i]);
      });
    }),
    { numRuns: 60 },
  );
});

test("a choice is seen along the arc, not against it", () => {
  const parameters: Wanted = {
    markets: 1,
    songs: 50,
    influence: 1,
    headStart: 0,
    best: 1,
    worst: 1,
    visibility: "neighbours",
  };
  for (let seed = 0; seed < 20; seed++) {
    const follows = acts(tiny(2, [[0, 1]], true), parameters, String(seed)).downloaded;
    expect(follows[1]).toBe(follows[0]);
  }
  const against = Array.from(
    { length: 20 },
    (_, seed) => acts(tiny(2, [[1, 0]], true), parameters, String(seed)).downloaded,
  );
  expect(against.some(([first, second]) => first !== second)).toBe(true);
});

test("a lab asks for a listener in each market", () => {
  expect(() => start(musicLab, strangers(7), {})).toThrow(
    "music-lab: 8 markets of at least 1 listener need a network of 8 people, got 7",
  );
  expect(() => start(musicLab, strangers(7), { parameters: { markets: 2, listeners: 4 } })).toThrow(
    "music-lab: 2 markets of 4 listeners need a network of 8 people, got 7",
  );
});
