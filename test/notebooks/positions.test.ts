import { expect, test } from "vitest";
import { digest } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { positions, positionsInTurns } from "../../notebooks/views/positions.ts";

const lengths = (spec: string): { ties: number; all: number } => {
  const network = generate(spec, 1);
  const at = positions(network);
  const between = (i: number, j: number): number => Math.hypot(at[2 * i] - at[2 * j], at[2 * i + 1] - at[2 * j + 1]);
  let [ties, all] = [0, 0];
  for (let i = 0; i < network.size; i++) {
    for (let j = 0; j < network.size; j++) all += between(i, j) / network.size ** 2;
    for (let e = network.out.offsets[i]; e < network.out.offsets[i + 1]; e++)
      ties += between(i, network.out.targets[e]) / network.arcs;
  }
  return { ties, all };
};

test.each([
  "karate",
  "ring:nodes=60",
  "seats:rows=5,columns=8",
  "path:nodes=1",
  "erdos-renyi:nodes=50,degree=0",
  "complete:nodes=3",
])("%s stands in the unit square, no two on one spot, the same each time", (spec) => {
  const network = generate(spec, 1);
  const at = positions(network);
  expect(at).toHaveLength(2 * network.size);
  for (const place of at) expect(place >= 0 && place <= 1).toBe(true);
  const spots = new Set(Array.from({ length: network.size }, (_, i) => `${at[2 * i]} ${at[2 * i + 1]}`));
  expect(spots.size).toBe(network.size);
  expect(positions(network)).toEqual(at);
});

test("neighbours stand nearer than others", () => {
  // On a lattice 400 strong almost all pairs are far; in a small world of friends less so.
  const grid = lengths("grid:rows=20,columns=20");
  expect(grid.ties / grid.all).toBeLessThan(0.15);
  const club = lengths("karate");
  expect(club.ties / club.all).toBeLessThan(0.8);
});

test("a picture does not change between releases or engines unseen", () => {
  // Golden: whoever changes the layout looks at the pictures and sets this anew.
  expect(digest(new Uint8Array(positions(generate("karate", 1)).buffer))).toBe("d65693710403afc7");
});

test("in turns it is the same, tells how far it is, and can be stopped", async () => {
  const network = generate("karate", 1);
  const told: number[] = [];
  expect(await positionsInTurns(network, { progress: (share) => told.push(share) })).toEqual(positions(network));
  expect([told[0], told.length, told.every((share, at) => share === at / told.length)]).toEqual([0, 80, true]);
  await expect(positionsInTurns(network, { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow("enough");
});
