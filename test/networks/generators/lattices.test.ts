import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { degreesOf, tiesOf } from "../../support/sound.ts";

const make = (text: string): ReturnType<typeof generate> => generate(text, 1);

test("a complete network ties all pairs", () => {
  expect(tiesOf(make("complete:nodes=4"))).toEqual(["0-1", "0-2", "0-3", "1-2", "1-3", "2-3"]);
  expect(make("complete:nodes=1").arcs).toBe(0);
});

test("a path runs from 0 up, one way where directed", () => {
  expect(tiesOf(make("path:nodes=4"))).toEqual(["0-1", "1-2", "2-3"]);
  expect(make("path:nodes=4").arcs).toBe(6);
  expect(tiesOf(make("path:nodes=4,directed=true"))).toEqual(["0-1", "1-2", "2-3"]);
  expect(make("path:nodes=1").edges).toBe(0);
});

test("the centre of a star is node 0, arcs run outward", () => {
  expect(tiesOf(make("star:nodes=4"))).toEqual(["0-1", "0-2", "0-3"]);
  expect(tiesOf(make("star:nodes=4,directed=true"))).toEqual(["0-1", "0-2", "0-3"]);
});

test("a ring lattice ties everybody to the nearest on either side", () => {
  expect(tiesOf(make("ring:nodes=5,degree=2"))).toEqual(["0-1", "0-4", "1-2", "2-3", "3-4"]);
  expect(make("ring:nodes=7,degree=6").edges).toBe(21); // complete
  const network = make("ring:nodes=30,degree=6");
  expect(new Set(degreesOf(network))).toEqual(new Set([6]));
  expect(Array.from(network.out.targets.subarray(0, 6))).toEqual([1, 2, 3, 27, 28, 29]);
});

test("the mean distance of a ring of 1,000 with 10 contacts is 50.450450", () => {
  const { out } = make("ring:nodes=1000,degree=10");
  const steps = new Int32Array(1000).fill(-1);
  const queue = [0];
  steps[0] = 0;
  for (const i of queue) {
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) {
      if (steps[out.targets[e]] >= 0) continue;
      steps[out.targets[e]] = steps[i] + 1;
      queue.push(out.targets[e]);
    }
  }
  // From every node alike: 10 nodes at each of the distances 1 … 99, 9 at distance 100.
  expect(steps.reduce((sum, s) => sum + s, 0) / 999).toBeCloseTo(50.45045045045045, 12);
});

test("a grid does not wrap", () => {
  expect(tiesOf(make("grid:rows=2,columns=3"))).toEqual(["0-1", "0-3", "1-2", "1-4", "2-5", "3-4", "4-5"]);
  expect(make("grid:rows=1,columns=5").edges).toBe(4);
  expect(make("grid:rows=1,columns=1").size).toBe(1);
});

test("a Moore torus gives everybody the eight around", () => {
  const network = make("moore-torus:rows=4,columns=5");
  expect(new Set(degreesOf(network))).toEqual(new Set([8]));
  expect(Array.from(network.out.targets.subarray(0, 8))).toEqual([1, 4, 5, 6, 9, 15, 16, 19]);
  expect(make("moore-torus:rows=3,columns=3").edges).toBe(36); // complete
});

test("what cannot be is refused", () => {
  const cases = {
    "ring:nodes=10,degree=3": "ring: degree must be even, got 3",
    "ring:nodes=4,degree=4": "ring: degree must be below nodes, got 4 with 4 nodes",
    "moore-torus:rows=2,columns=5": "moore-torus: rows must be a whole number from 3 to 1000000, got 2",
    "path:nodes=0": "path: nodes must be a whole number from 1 to 100000000, got 0",
    "star:directed=maybe": 'star: directed must be true or false, got "maybe"',
    "complete:nodes=1000000": "complete: there must be at most 2147483647 arcs, got about 999999000000",
    "grid:rows=1000000,columns=1000000": "grid: there must be at most 2147483647 arcs, got about 4000000000000",
  };
  for (const [text, message] of Object.entries(cases)) expect(() => make(text)).toThrow(message);
});
