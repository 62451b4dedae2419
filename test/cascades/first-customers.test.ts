import { expect, test } from "vitest";
import { firstCustomers, firstFaults } from "../../models/cascades/first-customers.ts";
import { sequence } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { band } from "../support/bands.ts";
import { cycle5, tiny } from "../support/tiny.ts";

const source = (word: number) => () => sequence(Int32Array.of(word, 2, 3, 4));

test("named customers come as named, whatever the world", () => {
  const first = firstCustomers(cycle5, { seeds: ["3", "1"], seedCount: 1 });
  expect(first(source(1))).toEqual([3, 1]);
  expect(first(source(2))).toEqual([3, 1]);
});

test("in the same world, more drawn customers contain fewer", () => {
  for (let word = 0; word < 50; word++) {
    const five = firstCustomers(cycle5, { seeds: [], seedCount: 5 })(source(word));
    expect([...five].sort()).toEqual([0, 1, 2, 3, 4]);
    for (let count = 0; count < 5; count++) {
      expect(firstCustomers(cycle5, { seeds: [], seedCount: count })(source(word))).toEqual(five.slice(0, count));
    }
  }
});

test("a neighbourhood is a customer and everyone it can influence, each once", () => {
  const around = { seedNeighbourhood: true, seedCount: 1 };
  expect(firstCustomers(cycle5, { ...around, seeds: ["0", "1"] })(source(1))).toEqual([0, 1, 4, 2]);
  const chain = tiny(
    3,
    [
      [0, 1],
      [1, 2],
    ],
    true,
  );
  expect(firstCustomers(chain, { ...around, seeds: ["1"] })(source(1))).toEqual([1, 2]);
});

test("hubs are drawn from the tenth with most contacts, of equals the first", () => {
  const star = generate("star:nodes=20", 1);
  const drawn = new Set(
    Array.from(
      { length: 60 },
      (_, word) => firstCustomers(star, { seeds: [], seedCount: 1, seedFrom: "hubs" })(source(word))[0],
    ),
  );
  expect([...drawn].sort()).toEqual([0, 1]);
  expect(
    firstFaults({ network: star, parameters: { seeds: [], seedCount: 3, seedFrom: "hubs" }, given: new Set() }),
  ).toEqual(["seedCount must be at most the 2 hubs, a tenth of the customers, got 3"]);
  expect(
    firstFaults({
      network: star,
      parameters: { seeds: ["1"], seedCount: 1, seedFrom: "hubs" },
      given: new Set(["seedFrom"]),
    }),
  ).toEqual(["only one of seeds and seedFrom may be given, got both"]);
});

test("the friend named is a contact of the customer who comes first of anyone in the same world", () => {
  const karate = generate("karate", 1);
  for (let word = 0; word < 50; word++) {
    const [person] = firstCustomers(karate, { seeds: [], seedCount: 1 })(source(word));
    const [friend] = firstCustomers(karate, { seeds: [], seedCount: 1, seedFrom: "friends" })(source(word));
    expect(Array.from(karate.in.targets.subarray(karate.in.offsets[person], karate.in.offsets[person + 1]))).toContain(
      friend,
    );
  }
});

test("a friend is named with chance 1/n·Σ 1/k over its contacts", () => {
  // Path 0–1–2: 1 is named by both ends, and half the time each end by 1: 2/3, 1/6, 1/6.
  const path = tiny(3, [
    [0, 1],
    [1, 2],
  ]);
  const draws = 20_000;
  const named = Array.from(
    { length: draws },
    (_, word) => firstCustomers(path, { seeds: [], seedCount: 1, seedFrom: "friends" })(source(7919 * word + 1))[0],
  );
  // False alarm 1e-6 each; a fault of .02 is caught with power above .99.
  for (const [i, chance] of [1 / 6, 2 / 3, 1 / 6].entries()) {
    const [low, high] = band(draws, chance, 1e-6);
    const count = named.filter((one) => one === i).length;
    expect(count).toBeGreaterThanOrEqual(low);
    expect(count).toBeLessThanOrEqual(high);
  }
});

test("more friends contain fewer, all different, and who has no contact names itself", () => {
  const network = tiny(5, [
    [0, 1],
    [0, 2],
    [0, 3],
  ]);
  for (let word = 0; word < 50; word++) {
    const all = firstCustomers(network, { seeds: [], seedCount: 5, seedFrom: "friends" })(source(word));
    expect([...all].sort()).toEqual([0, 1, 2, 3, 4]);
    for (let count = 0; count < 5; count++) {
      expect(firstCustomers(network, { seeds: [], seedCount: count, seedFrom: "friends" })(source(word))).toEqual(
        all.slice(0, count),
      );
    }
  }
});
