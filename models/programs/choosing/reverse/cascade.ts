import { draw, exp, limit, log1p, type Network, UNIT } from "../../../core/index.ts";
import { gapOf, skips } from "../../../cascades/geometric-skips.ts";
import { signedRows } from "../../../cascades/signed-rows.ts";
import { edgeWeights, type Spread } from "../spread.ts";

/**
 * Adds to `members`, from the root at `at`, all who would have reached the root, marks them, and returns
 * the end. Draws 2, 3, … of the key k0 … k3 decide; the root and its mark are there already.
 */
export type Gather = (members: Int32Array, at: number, k0: number, k1: number, k2: number, k3: number) => number;

/** How a set grows backward under an independent cascade: every arc that arrives works or fails on its own. */
export function reverseCascade(network: Network, { weighting, probability }: Spread, marks: Uint8Array): Gather {
  if (weighting === "edge") return byArcs(network, marks);
  return weighting === "uniform" ? bySkips(network, probability, marks) : byCounts(network, marks);
}

/** One chance for all arcs: gaps from one success to the next. */
function bySkips(network: Network, probability: number, marks: Uint8Array): Gather {
  const { offsets, targets } = signedRows(network.in);
  let longest = 0;
  for (let i = 0; i < network.size; i++) longest = Math.max(longest, offsets[i + 1] - offsets[i]);
  const table = skips(probability, longest);
  return (members, at, k0, k1, k2, k3) => {
    let end = at + 1;
    let n = 2;
    for (let k = at; k < end; k++) {
      const v = members[k];
      const stop = offsets[v + 1];
      for (let e = offsets[v] + gapOf(table, draw(k0, k1, k2, k3, n++)); e < stop; e += 1 + gapOf(table, draw(k0, k1, k2, k3, n++))) {
        const u = targets[e];
        if (marks[u] !== 0) continue;
        marks[u] = 1;
        members[end++] = u;
      }
    }
    return end;
  };
}

/** More successes than this among any number of arcs have together a chance below 2^-31. */
const MOST = 12;

/**
 * Chance 1/d for each of d arcs: one draw says how many work, as many more say which. The bars of
 * degree d stand at d·MOST in falling order: at least c + 1 arcs work iff the draw is at most bar c.
 */
function byCounts(network: Network, marks: Uint8Array): Gather {
  const { offsets, targets } = signedRows(network.in);
  const { rows, bars } = successBars(network.size, offsets);
  const picked = new Int32Array(MOST);
  return (members, at, k0, k1, k2, k3) => {
    let end = at + 1;
    let n = 2;
    for (let k = at; k < end; k++) {
      const v = members[k];
      const start = offsets[v];
      const degree = offsets[v + 1] - start;
      if (degree === 0) continue;
      const d = draw(k0, k1, k2, k3, n++);
      const row = rows[degree];
      let count = 0;
      while (d <= bars[row + count]) count++;
      // Distinct places (Floyd; Bentley 1987): the j-th among the first degree − count + j + 1, or the last of them if taken.
      for (let j = 0; j < count; j++) {
        const last = degree - count + j;
        let place = Math.floor(draw(k0, k1, k2, k3, n++) * UNIT * (last + 1));
        for (let before = 0; before < j; before++) if (picked[before] === place) place = last;
        picked[j] = place;
        const u = targets[start + place];
        if (marks[u] !== 0) continue;
        marks[u] = 1;
        members[end++] = u;
      }
    }
    return end;
  };
}

/** Bars for the number of successes among d arcs of chance 1/d, for each in-degree that occurs. */
function successBars(size: number, offsets: Int32Array): { rows: Int32Array; bars: Int32Array } {
  let longest = 0;
  for (let i = 0; i < size; i++) longest = Math.max(longest, offsets[i + 1] - offsets[i]);
  const rows = new Int32Array(longest + 1).fill(-1);
  let count = 0;
  for (let i = 0; i < size; i++) {
    const degree = offsets[i + 1] - offsets[i];
    if (rows[degree] < 0) rows[degree] = count++ * (MOST + 1);
  }
  const bars = new Int32Array(count * (MOST + 1)).fill(-1);
  for (let degree = 1; degree <= longest; degree++) {
    if (rows[degree] < 0) continue;
    let chance = degree === 1 ? 0 : exp(degree * log1p(-1 / degree)); // of no success
    let more = 1;
    for (let c = 0; c < Math.min(degree, MOST); c++) {
      more = Math.max(0, more - chance);
      bars[rows[degree] + c] = limit(more) - 1;
      chance = degree === 1 ? 1 : (chance * (degree - c)) / ((c + 1) * (degree - 1));
    }
  }
  return { rows, bars };
}

/** A chance an arc: one draw each. */
function byArcs(network: Network, marks: Uint8Array): Gather {
  const { offsets, targets } = signedRows(network.in);
  const pairs = Int32Array.from({ length: 2 * network.arcs });
  const weights = edgeWeights(network);
  for (let e = 0; e < network.arcs; e++) {
    pairs[2 * e] = limit(weights[e]) - 1;
    pairs[2 * e + 1] = targets[e];
  }
  return (members, at, k0, k1, k2, k3) => {
    let end = at + 1;
    let n = 2;
    for (let k = at; k < end; k++) {
      const v = members[k];
      const stop = offsets[v + 1];
      for (let e = offsets[v]; e < stop; e++) {
        if (draw(k0, k1, k2, k3, n++) > pairs[2 * e]) continue;
        const u = pairs[2 * e + 1];
        if (marks[u] !== 0) continue;
        marks[u] = 1;
        members[end++] = u;
      }
    }
    return end;
  };
}
