import { draw, exp, limit, log1p, type Network, UNIT } from "../../../core/index.ts";
import { gapOf, skips } from "../../../cascades/geometric-skips.ts";
import { signedRows } from "../../../cascades/signed-rows.ts";
import { edgeWeights, type Spread } from "../spread.ts";
import { LANES, type Law, longestRow } from "./lanes.ts";

/** Which arcs work under an independent cascade: each on its own. */
export function cascadeLaw(network: Network, { weighting, probability }: Spread): Law {
  if (weighting === "edge") return byArcs(network);
  return weighting === "uniform" ? bySkips(network, probability) : byCounts(network);
}

/** One chance for all arcs: gaps from one success to the next. */
function bySkips(network: Network, probability: number): Law {
  const table = skips(probability, longestRow(network));
  return ({ keys, draws, from, degrees, places, ends }) => {
    let end = 0;
    for (let lane = 0; lane < LANES; lane++) {
      const degree = degrees[lane];
      if (degree > 0) {
        const [k0, k1, k2, k3] = [keys[4 * lane], keys[4 * lane + 1], keys[4 * lane + 2], keys[4 * lane + 3]];
        const stop = from[lane] + degree;
        let n = draws[lane];
        for (
          let e = from[lane] + gapOf(table, draw(k0, k1, k2, k3, n++));
          e < stop;
          e += 1 + gapOf(table, draw(k0, k1, k2, k3, n++))
        )
          places[end++] = e;
        draws[lane] = n;
      }
      ends[lane] = end;
    }
  };
}

/** More successes than this among any number of arcs have together a chance below 2^-31. */
const MOST = 12;

/**
 * Chance 1/d for each of d arcs: one draw says how many work, as many more say which. At least c + 1
 * arcs work iff the draw is at most the c-th bar of the degree; bars fall and end with a -1.
 */
function byCounts(network: Network): Law {
  const { rows, bars } = successBars(network);
  return ({ keys, draws, from, degrees, places, ends }) => {
    let end = 0;
    for (let lane = 0; lane < LANES; lane++) {
      const degree = degrees[lane];
      if (degree > 0) {
        const k0 = keys[4 * lane];
        const k1 = keys[4 * lane + 1];
        const k2 = keys[4 * lane + 2];
        const k3 = keys[4 * lane + 3];
        let n = draws[lane];
        const d = draw(k0, k1, k2, k3, n++);
        const first = end;
        const start = from[lane];
        let last = degree;
        for (let bar = rows[degree]; d <= bars[bar]; bar++) last--;
        // Distinct places (Floyd; Bentley 1987): any of the first `last + 1`, or the last of them if that one is taken.
        for (; last < degree; last++) {
          let place = start + ((draw(k0, k1, k2, k3, n++) * UNIT * (last + 1)) | 0);
          for (let before = first; before < end; before++) if (places[before] === place) place = start + last;
          places[end++] = place;
        }
        draws[lane] = n;
      }
      ends[lane] = end;
    }
  };
}

/** Bars for the number of successes among d arcs of chance 1/d, for each in-degree that occurs. */
function successBars(network: Network): { rows: Int32Array; bars: Int32Array } {
  const { offsets } = signedRows(network.in);
  const rows = new Int32Array(longestRow(network) + 1).fill(-1);
  for (let i = 0; i < network.size; i++) rows[offsets[i + 1] - offsets[i]] = 0;
  let count = 0;
  for (let degree = 0; degree < rows.length; degree++) if (rows[degree] === 0) rows[degree] = count++ * (MOST + 1);
  const bars = new Int32Array(count * (MOST + 1)).fill(-1);
  for (let degree = 1; degree < rows.length; degree++) {
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
function byArcs(network: Network): Law {
  const bars = Int32Array.from(edgeWeights(network), (weight) => limit(weight) - 1);
  return ({ keys, draws, from, degrees, places, ends }) => {
    let end = 0;
    for (let lane = 0; lane < LANES; lane++) {
      const degree = degrees[lane];
      if (degree > 0) {
        const [k0, k1, k2, k3] = [keys[4 * lane], keys[4 * lane + 1], keys[4 * lane + 2], keys[4 * lane + 3]];
        const stop = from[lane] + degree;
        let n = draws[lane];
        for (let e = from[lane]; e < stop; e++) if (draw(k0, k1, k2, k3, n++) <= bars[e]) places[end++] = e;
        draws[lane] = n;
      }
      ends[lane] = end;
    }
  };
}
