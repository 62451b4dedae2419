import fc from "fast-check";
import { expect, test } from "vitest";
import { eachPerson, inRows, leverage, leverageIn } from "../../../models/cascades/ovation/leverage.ts";
import { standingOvation } from "../../../models/cascades/standing-ovation.ts";
import { finish, mean, type Network, start } from "../../../models/core/index.ts";
import { generate } from "../../../models/networks/specification.ts";
import { theatreLaw } from "../../support/theatre-chain.ts";
import { anyNetwork, cycle5, tiny } from "../../support/tiny.ts";

const seats = (rows: number, columns: number) => generate(`seats:rows=${rows},columns=${columns}`, 1);

test("each seat's leverage in two rows of three is that of every way a sweep can go; the front shares 1, the back has none", () => {
  const theatre = seats(2, 3);
  const law = theatreLaw({ network: theatre, order: "random", tie: "coin" }, 200);
  const { mean: got, stderr } = leverage(
    theatre,
    { parameters: { order: "random" }, worlds: 1_500 },
    eachPerson(theatre),
  );
  let front = 0;
  for (const i of theatre.nodes) {
    const given = (own: number): number => law(Array.from(theatre.nodes, (j) => (j === i ? own : 0.5))).allStand;
    const exact = given(1) - given(0);
    if (i < 3) front += exact;
    else expect([exact, got[i]]).toEqual([0, 0]);
    expect(Math.abs(got[i] - exact)).toBeLessThanOrEqual(5 * stderr[i]); // false alarm 6e-7; catches .3 → .37
  }
  expect(front).toBeCloseTo(1, 10);
});

type Orders = "synchronous" | "random" | "incentive";

/** The same without a short cut: both arms run to the end. */
function plainly(
  network: Network,
  job: { parameters: { order: Orders; tie: "coin" | "keep" }; seed: string; steps: number },
  world: number,
): number[] {
  const ending = (i: number, action: number): number => {
    const going = start(standingOvation, network, { ...job, world });
    going.state.standing[i] = action;
    finish(going, job.steps);
    return mean(going.state.standing);
  };
  return Array.from(network.nodes, (i) => ending(i, 1) - ending(i, 0));
}

test("stopping an arm once it meets the unchanged world changes nothing, and leverage is never below 0 but by incentive", () => {
  fc.assert(
    fc.property(
      anyNetwork,
      fc.constantFrom<Orders[]>("synchronous", "random", "incentive"),
      fc.constantFrom("coin", "keep"),
      fc.nat(5),
      (network, order, tie, world) => {
        const job = { parameters: { order, tie }, seed: "plain", steps: 30 };
        const plain = plainly(network, job, world);
        expect([...leverageIn(network, job, world, eachPerson(network))]).toEqual(plain);
        if (order !== "incentive") for (const value of plain) expect(value).toBeGreaterThanOrEqual(0);
      },
    ),
  );
  for (let world = 0; world < 60; world++) {
    const job = { parameters: { order: "random", tie: "coin" }, seed: "round", steps: 100 } as const;
    expect([...leverageIn(cycle5, job, world, eachPerson(cycle5))]).toEqual(plainly(cycle5, job, world));
  }
});

test("with coins one by one a whole front row decides everything, and any other row nothing", () => {
  const theatre = seats(4, 5);
  const rows = inRows(theatre.nodes, 5);
  for (let world = 0; world < 20; world++)
    expect([...leverageIn(theatre, { parameters: { order: "random" } }, world, rows)]).toEqual([1, 0, 0, 0]);
});

test("front seats have more leverage than back seats where ties keep as well", () => {
  // 60 worlds of 8 × 8; the front's mean lies above the back's by more than five standard errors, 6e-7.
  const theatre = seats(8, 8);
  const { mean: got, stderr } = leverage(
    theatre,
    { parameters: { order: "random", tie: "keep" }, worlds: 60 },
    inRows(theatre.nodes, 8).filter((_, row) => row === 0 || row === 7),
  );
  expect(got[0] - got[1]).toBeGreaterThan(5 * Math.hypot(stderr[0], stderr[1]));
});

test("few followed by many are the front row: only who is watched has leverage beyond its own seat", () => {
  const followers = tiny(
    6,
    [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [0, 5],
    ],
    true,
  );
  expect([...leverageIn(followers, { parameters: { order: "random" } }, 0, eachPerson(followers))]).toEqual([
    1, 0, 0, 0, 0, 0,
  ]);
});

test("a heat map has the front row first, and wrong requests are refused", () => {
  expect(inRows([1, 2, 3, 4, 5, 6], 3)).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(() => inRows([1, 2, 3], 2)).toThrow("leverage: columns must divide the 3 seats, got 2");
  expect(() => leverage(seats(2, 2), { worlds: 0 }, [[0]])).toThrow(
    "leverage: worlds must be a whole number of at least 1, got 0",
  );
  expect(() => leverage(seats(2, 2), { worlds: 1 }, [[0, 4]])).toThrow(
    "leverage: each person must be a whole number from 0 to 3, got 4",
  );
});
