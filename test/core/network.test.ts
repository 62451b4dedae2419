import { expect, test } from "vitest";
import fc from "fast-check";
import { allocate, f64s, network, rowStarts, textKeys, transpose, u32s } from "../../models/core/index.ts";
import { fromEdges } from "../../models/networks/edges.ts";

/** 0 → 1, 0 → 2, 2 → 1, 3 → 0, weighing 10, 20, 30, 40. */
const four = network({
  directed: true,
  out: {
    offsets: Uint32Array.of(0, 2, 2, 3, 4),
    targets: Uint32Array.of(1, 2, 1, 0),
    weights: Float64Array.of(10, 20, 30, 40),
  },
});

const lists = fc.integer({ min: 1, max: 12 }).chain((size) => {
  const end = fc.nat(size - 1);
  return fc.record({
    size: fc.constant(size),
    directed: fc.boolean(),
    edges: fc.array(fc.tuple(end, end, fc.integer({ min: 1, max: 99 })), { maxLength: 40 }),
  });
});
function made({ size, directed, edges }: { size: number; directed: boolean; edges: [number, number, number][] }) {
  const sources = Uint32Array.from(edges, ([i]) => i);
  const targets = Uint32Array.from(edges, ([, j]) => j);
  return fromEdges({ size, directed, sources, targets, weights: Float64Array.from(edges, ([, , w]) => w) }).network;
}

test("four customers, worked by hand", () => {
  expect([four.size, four.arcs, four.edges, four.directed]).toEqual([4, 4, 4, true]);
  expect([...four.in.offsets]).toEqual([0, 1, 3, 4, 4]);
  expect([...four.in.targets]).toEqual([3, 0, 2, 0]);
  expect([...(four.in.weights ?? [])]).toEqual([40, 10, 30, 20]);
  expect([...four.arcOfIn]).toEqual([3, 0, 2, 1]);
  expect([0, 1, 2, 3].map((i) => four.out.degree(i))).toEqual([2, 0, 1, 1]);
  expect([0, 1, 2, 3].map((i) => four.in.degree(i))).toEqual([1, 2, 1, 0]);
  expect([...four.nodes]).toEqual([0, 1, 2, 3]);
  expect([four.keys.key(2), four.keys.find("3"), four.keys.find("4")]).toEqual(["2", 3, -1]);
});

test("sums and means run over neighbours, each tie counting once; nobody gives 0 and NaN", () => {
  const column = [1, 2, 4, 8];
  expect([0, 1, 2, 3].map((i) => four.out.sum(i, column))).toEqual([6, 0, 2, 1]);
  expect([0, 1, 2, 3].map((i) => four.out.mean(i, column))).toEqual([3, NaN, 2, 1]);
  expect(four.in.mean(1, column)).toBe(2.5);
});

test("the incoming half holds the same arcs, rows rising, weights with them", () => {
  fc.assert(
    fc.property(lists, (list) => {
      const { out, in: into, arcOfIn, size } = made(list);
      const sources = Uint32Array.from({ length: out.targets.length });
      for (let i = 0; i < size; i++) for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) sources[e] = i;
      for (let j = 0; j < size; j++) {
        for (let k = into.offsets[j]; k < into.offsets[j + 1]; k++) {
          const e = arcOfIn[k];
          expect([sources[e], out.targets[e], out.weights?.[e]]).toEqual([into.targets[k], j, into.weights?.[k]]);
          if (k > into.offsets[j]) expect(into.targets[k]).toBeGreaterThan(into.targets[k - 1]);
        }
      }
      expect([...arcOfIn].sort((a, b) => a - b)).toEqual([...arcOfIn.keys()]);
    }),
  );
});

test("transposing twice gives the rows back", () => {
  fc.assert(
    fc.property(lists, (list) => {
      const { out } = made(list);
      const twice = transpose(transpose(out));
      expect(twice.offsets).toEqual(out.offsets);
      expect(twice.targets).toEqual(out.targets);
      expect(twice.weights).toEqual(out.weights);
    }),
  );
});

test("an undirected network has one half, in which every arc has its mirror", () => {
  fc.assert(
    fc.property(lists, (list) => {
      const own = made({ ...list, directed: false });
      expect(own.in).toBe(own.out);
      expect(own.edges).toBe(own.arcs / 2);
      for (let k = 0; k < own.arcs; k++) expect(own.arcOfIn[own.arcOfIn[k]]).toBe(k);
    }),
  );
});

test("a network without customers or without ties is one too", () => {
  const empty = network({
    directed: true,
    out: { offsets: Uint32Array.of(0), targets: new Uint32Array(0), weights: null },
  });
  expect([empty.size, empty.arcs, empty.nodes.length, empty.arcOfIn.length, empty.in.weights]).toEqual([
    0,
    0,
    0,
    0,
    null,
  ]);
  const alone = made({ size: 3, directed: false, edges: [] });
  expect([alone.size, alone.edges, alone.out.mean(1, [1, 1, 1])]).toEqual([3, 0, NaN]);
});

test("names and attributes come along", () => {
  const out = { offsets: Uint32Array.of(0, 0, 0), targets: new Uint32Array(0), weights: null };
  const age = { kind: "number" as const, values: Float64Array.of(30, NaN) };
  const named = network({ directed: false, out, keys: textKeys(["ann", "bob"]), attributes: { age } });
  expect([named.keys.find("bob"), named.attributes]).toEqual([1, { age }]);
});

test("rows start where the counts of ends say", () => {
  expect([...rowStarts(Uint32Array.of(2, 0, 2, 2), 4)]).toEqual([0, 1, 1, 4, 4]);
});

test("arrays are shared between threads where the platform can, and start at zero", () => {
  expect(allocate(8)).toBeInstanceOf(SharedArrayBuffer);
  expect([...u32s(3), ...f64s(2)]).toEqual([0, 0, 0, 0, 0]);
});
