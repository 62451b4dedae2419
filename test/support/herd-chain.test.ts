import { expect, test } from "vitest";
import { herdChain } from "./herd-chain.ts";

test("with coins the chain is equation 1 of Bikhchandani, Hirshleifer & Welch", () => {
  for (const p of [0.55, 0.6, 0.83]) {
    for (const people of [2, 6, 10]) {
      const none = (p - p * p) ** (people / 2);
      const { up, down, none: got } = herdChain({ accuracy: p, people, tie: "coin" });
      expect(got).toBeCloseTo(none, 12);
      expect(up).toBeCloseTo((p * (p + 1) * (1 - none)) / (2 * (1 - p + p * p)), 12);
      expect(down).toBeCloseTo(((p - 2) * (p - 1) * (1 - none)) / (2 * (1 - p + p * p)), 12);
    }
    expect(herdChain({ accuracy: p, people: 60, tie: "coin" }).started).toBeCloseTo(2 / (1 - p + p * p), 8);
  }
});

test("following one's own signal needs two signals more: Anderson & Holt's table", () => {
  const { up, none, down } = herdChain({ accuracy: 2 / 3, people: 6, tie: "own" });
  expect([up, none, down].map((share) => share.toFixed(4))).toEqual(["0.7298", "0.0878", "0.1824"]);
  for (const p of [0.6, 0.9]) {
    const { up: ups, none: nones } = herdChain({ accuracy: p, people: 8, tie: "own" });
    expect(nones).toBeCloseTo((2 * p * (1 - p)) ** 4, 12);
    expect(ups).toBeCloseTo(((1 - nones) * p * p) / (p * p + (1 - p) ** 2), 12);
  }
});

test("adopting option 1 is the gambler's ruin between +1 and −2", () => {
  for (const p of [0.6, 0.75]) {
    const odds = (1 - p) / p;
    expect(herdChain({ accuracy: p, people: 200, tie: "adopt" }).up).toBeCloseTo((1 - odds ** 2) / (1 - odds ** 3), 10);
    expect(herdChain({ accuracy: p, people: 5, tie: "adopt" }).none).toBeCloseTo((p * (1 - p)) ** 2 * (1 - p), 12);
  }
});
