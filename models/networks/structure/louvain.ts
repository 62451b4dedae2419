import { type Rows, type Sequence, shuffled } from "../../core/index.ts";

/**
 * A network in which a node may stand for several: ties in both directions, and twice the weight of the ties inside
 * each node.
 */
interface Level {
  offsets: ArrayLike<number>;
  targets: ArrayLike<number>;
  weights: ArrayLike<number> | null;
  inside: Float64Array;
}

/**
 * Groups with more ties inside than degrees alone predict, in an undirected network: the Louvain method (Blondel et
 * al. 2008, J. Stat. Mech. P10008) on typed arrays, in which a node is checked again only after a neighbour has
 * moved (Traag et al. 2019, Sci. Rep. 9:5233). Weights must be at least 0. Returns the group of each node. A pass
 * takes time linear in arcs; about ten passes in all.
 */
export function louvain(rows: Rows, source: Sequence, resolution = 1): Uint32Array {
  let level: Level = { ...rows, inside: new Float64Array(rows.offsets.length - 1) };
  let of = Uint32Array.from(level.inside, (_, i) => i);
  for (;;) {
    const { group, count } = numbered(moved(level, source, resolution));
    of = of.map((i) => group[i]);
    if (count === level.inside.length) return of;
    level = joined(level, group, count);
  }
}

/** The group of each node after moves that raise modularity most, until no move raises it. */
function moved(level: Level, source: Sequence, resolution: number): Uint32Array {
  const { offsets, targets, weights } = level;
  const size = level.inside.length;
  const strength = strengths(level);
  const total = strength.reduce((sum, own) => sum + own, 0); // twice the weight of all ties
  const group = Uint32Array.from(strength, (_, i) => i);
  const mass = strength.slice(); // of each group
  const toward = new Float64Array(size); // weight from a node to each group around it; 0 for all others
  const near = new Uint32Array(size);
  const queue = Uint32Array.from(shuffled(group, source));
  const waits = new Uint8Array(size).fill(1);
  for (let head = 0, waiting = size; waiting > 0; head = head + 1 === size ? 0 : head + 1, waiting--) {
    const i = queue[head];
    waits[i] = 0;
    const own = group[i];
    let count = 0;
    near[count++] = own;
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const other = group[targets[e]];
      if (toward[other] === 0 && other !== own) near[count++] = other;
      toward[other] += weights ? weights[e] : 1;
    }
    mass[own] -= strength[i];
    const pull = (resolution * strength[i]) / total;
    let best = own;
    let most = toward[own] - pull * mass[own];
    for (let k = 0; k < count; k++) {
      const gain = toward[near[k]] - pull * mass[near[k]];
      if (gain > most * (1 + 1e-12) + 1e-12) [best, most] = [near[k], gain];
      toward[near[k]] = 0;
    }
    mass[best] += strength[i];
    if (best === own) continue;
    group[i] = best;
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const j = targets[e];
      if (waits[j] !== 0 || group[j] === best) continue;
      waits[j] = 1;
      // A ring: the places before the head are free, for whoever waits stands in it once.
      queue[(head + waiting) % size] = j;
      waiting++;
    }
  }
  return group;
}

/** Sum of the weights of each node's ties, those inside it twice. */
function strengths({ offsets, weights, inside }: Level): Float64Array {
  const sums = inside.slice();
  for (let i = 0; i < sums.length; i++) {
    if (!weights) sums[i] += offsets[i + 1] - offsets[i];
    else for (let e = offsets[i]; e < offsets[i + 1]; e++) sums[i] += weights[e];
  }
  return sums;
}

/** Groups renumbered from 0 in the order of their first nodes. */
function numbered(group: Uint32Array): { group: Uint32Array; count: number } {
  const names = new Int32Array(group.length).fill(-1);
  let count = 0;
  for (let i = 0; i < group.length; i++) {
    if (names[group[i]] < 0) names[group[i]] = count++;
    group[i] = names[group[i]];
  }
  return { group, count };
}

/** Each group as one node. */
function joined({ offsets, targets, weights, inside }: Level, group: Uint32Array, count: number): Level {
  const order = membersByGroup(group, count);
  const within = new Float64Array(count);
  const starts = new Uint32Array(count + 1);
  const toward = new Float64Array(count);
  const near = new Uint32Array(count);
  const heads: number[] = [];
  const sums: number[] = [];
  for (let g = 0, at = 0; g < count; g++) {
    let found = 0;
    for (; at < order.length && group[order[at]] === g; at++) {
      const i = order[at];
      within[g] += inside[i];
      for (let e = offsets[i]; e < offsets[i + 1]; e++) {
        const other = group[targets[e]];
        const weight = weights ? weights[e] : 1;
        if (other === g) within[g] += weight;
        else {
          if (toward[other] === 0) near[found++] = other;
          toward[other] += weight;
        }
      }
    }
    for (let k = 0; k < found; k++) {
      heads.push(near[k]);
      sums.push(toward[near[k]]);
      toward[near[k]] = 0;
    }
    starts[g + 1] = heads.length;
  }
  return { offsets: starts, targets: Uint32Array.from(heads), weights: Float64Array.from(sums), inside: within };
}

/** Nodes of group 0, then of group 1, … */
function membersByGroup(group: Uint32Array, count: number): Uint32Array {
  const next = new Uint32Array(count + 1);
  for (const g of group) next[g + 1]++;
  for (let g = 0; g < count; g++) next[g + 1] += next[g];
  const order = new Uint32Array(group.length);
  for (let i = 0; i < group.length; i++) order[next[group[i]]++] = i;
  return order;
}

/** Share of tie weight inside groups beyond what degrees alone predict. NaN without ties. */
export function modularity({ offsets, targets, weights }: Rows, of: ArrayLike<number>, resolution = 1): number {
  const size = offsets.length - 1;
  const inside = new Float64Array(size);
  const mass = new Float64Array(size);
  let total = 0;
  for (let i = 0; i < size; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const weight = weights ? weights[e] : 1;
      total += weight;
      mass[of[i]] += weight;
      if (of[targets[e]] === of[i]) inside[of[i]] += weight;
    }
  }
  let sum = 0;
  for (let g = 0; g < size; g++) sum += inside[g] / total - resolution * (mass[g] / total) * (mass[g] / total);
  return sum;
}
