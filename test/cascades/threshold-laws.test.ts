import fc from "fast-check";
import { expect, test } from "vitest";
import { complexContagion } from "../../models/cascades/complex-contagion.ts";
import { wattsThreshold } from "../../models/cascades/watts-threshold.ts";
import { finish, type Model, type Network, start } from "../../models/core/index.ts";
import { stepsFrom } from "../../models/networks/structure/distances.ts";
import { relabelled } from "../support/graphs.ts";
import { anyShare } from "../support/spread.ts";
import { anyNetwork } from "../support/tiny.ts";

const models: Record<string, Model> = { "watts-threshold": wattsThreshold, "complex-contagion": complexContagion };
const names = Object.keys(models);

/** In which round each customer joined; Infinity if never. */
function rounds(name: string, network: Network, first: readonly number[], threshold: number): number[] {
  const world = start(models[name], network, { parameters: { seeds: first.map(String), threshold } });
  finish(world, Infinity);
  return Array.from(world.state.reached, (round) => (round < 0 ? Infinity : round));
}

/** A threshold of either model from two whole numbers: as many in-neighbours, or such a share of them. */
const thresholdOf = (name: string, least: number, of: number): number =>
  name === "watts-threshold" ? Math.min(1, least / of) : least;
const anyJob = fc.record({
  network: anyNetwork,
  name: fc.constantFrom(...names),
  least: fc.integer({ min: 1, max: 4 }),
  of: fc.integer({ min: 1, max: 6 }),
  first: fc.uniqueArray(fc.nat(13), { minLength: 1, maxLength: 4 }),
});
const within = ({ size }: Network, first: readonly number[]): number[] => [...new Set(first.map((i) => i % size))];

test("more first customers or a lower threshold never delay anyone", () => {
  fc.assert(
    fc.property(
      anyJob,
      fc.nat(13),
      fc.integer({ min: 1, max: 4 }),
      ({ network, name, least, of, first }, another, lower) => {
        const named = within(network, first);
        const base = rounds(name, network, named, thresholdOf(name, least, of));
        const more = rounds(name, network, within(network, [...named, another]), thresholdOf(name, least, of));
        const easier = rounds(name, network, named, thresholdOf(name, Math.min(lower, least), of));
        base.forEach((round, i) => expect([more[i] <= round, easier[i] <= round]).toEqual([true, true]));
      },
    ),
    { numRuns: 150 },
  );
});

test("names do not matter", () => {
  fc.assert(
    fc.property(
      anyJob,
      fc.array(anyShare, { minLength: 14, maxLength: 14 }),
      ({ network, name, least, of, first }, draws) => {
        const order = new Array<number>(network.size);
        [...network.nodes].sort((a, b) => draws[a] - draws[b]).forEach((i, place) => (order[i] = place));
        const named = within(network, first);
        const here = rounds(name, network, named, thresholdOf(name, least, of));
        const there = rounds(
          name,
          relabelled(network, order),
          named.map((i) => order[i]),
          thresholdOf(name, least, of),
        );
        here.forEach((round, i) => expect(there[order[i]]).toBe(round));
      },
    ),
    { numRuns: 150 },
  );
});

test("where one is enough everyone joins once it can be reached, after as many rounds as there are steps to it", () => {
  fc.assert(
    fc.property(anyJob, ({ network, name, first }) => {
      const named = within(network, first);
      const fromEach = named.map((i) => stepsFrom(network, i));
      const joined = rounds(name, network, named, name === "watts-threshold" ? 0 : 1);
      joined.forEach((round, i) => {
        const ways = fromEach.map((steps) => steps[i]).filter((steps) => steps >= 0);
        expect(round).toBe(ways.length === 0 ? Infinity : Math.min(...ways));
      });
    }),
    { numRuns: 100 },
  );
});
