import { expect, test } from "vitest";
import { generate } from "../../models/networks/specification.ts";
import { tiny } from "./tiny.ts";
import { theatreLaw } from "./theatre-chain.ts";

const theatre = generate("seats:rows=2,columns=3", 1);

test("two rows of three seats, one by one with coins, have the known law", () => {
  const law = theatreLaw({ network: theatre, order: "random", tie: "coin" });
  for (const [p, sweeps, efficient] of [
    [0.5, 1.27406, 0.65625],
    [0.6, 1.241187, 0.674752],
  ]) {
    const { allStand, settled, sweeps: mean, faithful } = law(p);
    expect(mean).toBeCloseTo(sweeps, 6);
    expect(faithful + (20 * (p * (1 - p)) ** 3) / 2).toBeCloseTo(efficient, 10); // 20 even splits of six count half
    expect(allStand).toBeCloseTo(p, 10);
    expect(settled).toBeCloseTo(1, 10);
  }
});

test("all at once they stand with chance a quarter and never rest with one half", () => {
  const { allStand, settled } = theatreLaw({ network: theatre, order: "synchronous", tie: "coin" })(0.5);
  expect(allStand).toBeCloseTo(0.25, 12);
  expect(settled).toBeCloseTo(0.5, 12);
});

test("three in a row by incentive: worked by hand, and not p as in a random order", () => {
  // 110 and 011 stand in the end with certainty, 101 and 010 with 1/2, 100 and 001 never.
  const row = tiny(3, [
    [0, 1],
    [1, 2],
  ]);
  const by = (order: "incentive" | "random") => theatreLaw({ network: row, order, tie: "coin" });
  for (const p of [0.3, 0.5, 0.8]) {
    const q = 1 - p;
    expect(by("incentive")(p).allStand).toBeCloseTo(p ** 3 + 2.5 * p * p * q + 0.5 * p * q * q, 10);
    expect(by("random")(p).allStand).toBeCloseTo(p, 10);
  }
});
