import { type Network } from "../../models/core/index.ts";

/** Every way in which a network breaks its own promise: rows rising, no self-loops, both halves alike, counts right. */
export function faultsOf({ size, arcs, edges, directed, out, in: half }: Network): string[] {
  const faults: string[] = [];
  const pairs = new Set<number>();
  for (const [name, { offsets, targets }] of [
    ["out", out],
    ["in", half],
  ] as const) {
    if (offsets.length !== size + 1 || offsets[0] !== 0 || offsets[size] !== targets.length)
      faults.push(`${name}: offsets do not fit`);
    for (let i = 0; i < size; i++) {
      for (let e = offsets[i]; e < offsets[i + 1]; e++) {
        const j = targets[e];
        if (j === i) faults.push(`${name}: self-loop at ${i}`);
        if (j >= size) faults.push(`${name}: ${i} is tied to ${j}, which does not exist`);
        if (e > offsets[i] && targets[e - 1] >= j) faults.push(`${name}: row ${i} does not rise`);
        if (name === "out") pairs.add(i * size + j);
        else if (!pairs.has(j * size + i)) faults.push(`in: ${j} → ${i} is not in out`);
      }
    }
  }
  if (!directed && out !== half) faults.push("an undirected network must have one half");
  if (arcs !== out.targets.length || half.targets.length !== arcs) faults.push("the halves differ in length");
  if (edges !== (directed ? arcs : arcs / 2)) faults.push("edges are miscounted");
  return faults;
}

export const degreesOf = ({ nodes, out }: Network): number[] => Array.from(nodes, (i) => out.degree(i));

/** All ties as `i-j`, i < j where undirected, rising. */
export function tiesOf({ nodes, directed, out }: Network): string[] {
  return Array.from(nodes).flatMap((i) => {
    const row = Array.from(out.targets.subarray(out.offsets[i], out.offsets[i + 1]));
    return row.filter((j) => directed || j > i).map((j) => `${i}-${j}`);
  });
}

/** Triangles of an undirected network, and pairs of contacts of one customer. */
export function trianglesOf({ nodes, out }: Network): { triangles: number; pairs: number } {
  const seen = new Int32Array(nodes.length).fill(-1);
  const row = (i: number): Uint32Array => out.targets.subarray(out.offsets[i], out.offsets[i + 1]);
  let corners = 0;
  let pairs = 0;
  for (const i of nodes) {
    for (const j of row(i)) seen[j] = i;
    for (const j of row(i)) for (const k of row(j)) if (seen[k] === i) corners++;
    pairs += (out.degree(i) * (out.degree(i) - 1)) / 2;
  }
  return { triangles: corners / 6, pairs };
}

/** How often each text comes up in `times` calls. */
export function tally(times: number, call: (world: number) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let world = 0; world < times; world++) {
    const text = call(world);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}
