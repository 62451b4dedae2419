import { draw, type Network, UNIT } from "../../../core/index.ts";
import { signedRows } from "../../../cascades/signed-rows.ts";
import { UNITS } from "../../../cascades/units.ts";
import { attention, type Spread } from "../spread.ts";
import { LANES, type Law } from "./lanes.ts";

/**
 * Which arcs work under linear thresholds: in law each customer picks one in-neighbour, each with the
 * weight of its tie, or nobody (Kempe, Kleinberg & Tardos 2003, theorem 2.5). So a set is a walk, which
 * ends where nobody is picked or one is met again.
 */
export function thresholdLaw(network: Network, { weighting }: Spread): Law {
  const pick = weighting === "edge" ? byWeight(network) : evenly;
  return ({ keys, draws, from, degrees, places, ends }) => {
    let end = 0;
    for (let lane = 0; lane < LANES; lane++) {
      const degree = degrees[lane];
      if (degree > 0) {
        const place = pick(
          draw(keys[4 * lane], keys[4 * lane + 1], keys[4 * lane + 2], keys[4 * lane + 3], draws[lane]++),
          from[lane],
          degree,
        );
        if (place >= 0) places[end++] = place;
      }
      ends[lane] = end;
    }
  };
}

/** Which of the arcs from `start` draw `d` picks; -1 none. */
type Pick = (d: number, start: number, degree: number) => number;

const evenly: Pick = (d, start, degree) => start + ((d * UNIT * degree) | 0);

/** The first arc whose running sum of attention lies above the draw, by bisection. */
function byWeight(network: Network): Pick {
  const { offsets } = signedRows(network.in);
  const sums = attention(network);
  for (let v = 0; v < network.size; v++) for (let e = offsets[v] + 1; e < offsets[v + 1]; e++) sums[e] += sums[e - 1];
  return (d, start, degree) => {
    const unit = Math.floor(d * UNIT * UNITS);
    let low = start;
    let high = start + degree;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle] > unit) high = middle;
      else low = middle + 1;
    }
    return low < start + degree ? low : -1;
  };
}
