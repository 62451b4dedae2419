import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { band, chiSquare, chiSquareLimit } from "../../support/bands.ts";
import { degreesOf, tally, tiesOf } from "../../support/sound.ts";

test("a fire that does not spread grows a random recursive tree: P(k) = 2^-k", () => {
  // 100,000 customers, degrees 1 … 12 and above; false alarm 1e-6. Law: Na & Rapoport 1970.
  const network = generate("forest-fire:nodes=100000,forward=0,backward=0", 1);
  expect(network.edges).toBe(99_999);
  const counts = new Array<number>(13).fill(0);
  for (const k of degreesOf(network)) counts[Math.min(k, 13) - 1]++;
  const expected = counts.map((_, at) => 100_000 * 2 ** -Math.min(at + 1, 12));
  expect(chiSquare(counts, expected)).toBeLessThan(chiSquareLimit(12, 1e-6));
});

test("the third customer reaches both others with probability (forward + backward)/2", () => {
  // It starts at either; from 1 it goes forward to 0, from 0 backward to 1. 10,000 worlds; false alarm 1e-6.
  const counts = tally(10_000, (world) =>
    String(generate("forest-fire:nodes=3,forward=0.6,backward=0.2", 1, world).edges),
  );
  const [low, high] = band(10_000, 0.4);
  expect(counts.get("3") ?? 0).toBeGreaterThanOrEqual(low);
  expect(counts.get("3") ?? 0).toBeLessThanOrEqual(high);
});

test("a fire goes on from those it reached, to as many as the geometric law says", () => {
  // Forward ½. Node 2 chooses 1 alone with probability ¼, both with ¼. Node 3 starts at 2 with ⅓:
  // along the path it goes on to 1 (½) and on to 0 (½); from 2 tied to both it goes to one (¼), and by
  // way of 1 to the other (½·½), or to two (¼). 10,000 worlds; false alarm 1e-6.
  const counts = tally(10_000, (world) =>
    tiesOf(generate("forest-fire:nodes=4,forward=0.5,backward=0,directed=true", 1, world)).join(),
  );
  const cases = { "1-0,2-1,3-0,3-1,3-2": 1 / 48, "1-0,2-1,3-1,3-2": 1 / 48, "1-0,2-0,2-1,3-0,3-1,3-2": 5 / 192 };
  for (const [ties, chance] of Object.entries(cases)) {
    const [low, high] = band(10_000, chance, 1e-6 / 3);
    expect(counts.get(ties) ?? 0).toBeGreaterThanOrEqual(low);
    expect(counts.get(ties) ?? 0).toBeLessThanOrEqual(high);
  }
});

test("arcs run from the newcomer to those it reached", () => {
  for (const tie of tiesOf(generate("forest-fire:nodes=200,directed=true", 1))) {
    const [i, j] = tie.split("-").map(Number);
    expect(i).toBeGreaterThan(j);
  }
});

test("networks grow denser: four times the customers have more than four times the ties", () => {
  const edges = (nodes: number): number => generate(`forest-fire:nodes=${nodes},forward=0.37,backward=0.32`, 1).edges;
  expect(edges(8000) / edges(500)).toBeGreaterThan(20);
});

test("what cannot be is refused", () => {
  expect(() => generate("forest-fire:forward=1,backward=-0.1", 1)).toThrow(
    "forest-fire: forward must be a real number from 0 to 0.99, got 1\nforest-fire: backward must be a real number from 0 to 0.99, got -0.1",
  );
});
