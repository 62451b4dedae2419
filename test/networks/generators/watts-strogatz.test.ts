import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { band } from "../../support/bands.ts";
import { degreesOf, tiesOf, trianglesOf } from "../../support/sound.ts";

test("without moves it is the ring lattice", () => {
  expect(tiesOf(generate("watts-strogatz:nodes=30,degree=4,rewire=0", 1))).toEqual(
    tiesOf(generate("ring:nodes=30,degree=4", 1)),
  );
});

test("ties are moved as often as asked, and their number stays", () => {
  // 100,000 ties, false alarm 1e-6. A moved tie may take the place of another one that was moved
  // before: about degree²/2·rewire² times, 18 at most.
  for (const rewire of [0.01, 0.2, 0.6]) {
    const network = generate(`watts-strogatz:nodes=20000,degree=10,rewire=${rewire}`, 1);
    expect(network.edges).toBe(100_000);
    let kept = 0;
    for (const tie of tiesOf(network)) {
      const [i, j] = tie.split("-").map(Number);
      if (Math.min(j - i, 20_000 - j + i) <= 5) kept++;
    }
    const [low, high] = band(100_000, 1 - rewire);
    expect(kept).toBeGreaterThanOrEqual(low);
    expect(kept).toBeLessThanOrEqual(high + 60);
  }
});

test("clustering falls as 3(k − 2)/(4(k − 1))·(1 − p)³", () => {
  // Barrat & Weigt 2000: triangles over pairs of contacts, counting k(k − 1)/2 pairs for everybody;
  // new triangles add about k³/n. 20,000 customers; the standard deviation is below 0.002 throughout.
  for (const rewire of [0, 0.05, 0.1, 0.3, 0.7]) {
    const { triangles } = trianglesOf(generate(`watts-strogatz:nodes=20000,degree=10,rewire=${rewire}`, 1));
    const expected = ((3 * 8) / (4 * 9)) * (1 - rewire) ** 3;
    expect(Math.abs((3 * triangles) / (20_000 * 45) - expected)).toBeLessThan(0.01);
  }
});

test("everybody keeps the ties held: at least half the degree", () => {
  const degrees = degreesOf(generate("watts-strogatz:nodes=2000,degree=8,rewire=1", 1));
  expect(Math.min(...degrees)).toBeGreaterThanOrEqual(4);
  expect(new Set(degrees).size).toBeGreaterThan(5);
});

test("a tie stays where its holder is tied to all", () => {
  expect(generate("watts-strogatz:nodes=5,degree=4,rewire=1", 1).edges).toBe(10);
  expect(generate("watts-strogatz:nodes=6,degree=4,rewire=1", 1).edges).toBe(12);
});

test("what cannot be is refused", () => {
  expect(() => generate("watts-strogatz:nodes=8,degree=9,rewire=2", 1)).toThrow(
    "watts-strogatz: rewire must be a real number from 0 to 1, got 2",
  );
  expect(() => generate("watts-strogatz:nodes=8,degree=9", 1)).toThrow(
    "watts-strogatz: degree must be even, got 9\nwatts-strogatz: degree must be below nodes, got 9 with 8 nodes",
  );
});
