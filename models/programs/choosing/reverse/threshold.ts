import { draw, type Network, UNIT } from "../../../core/index.ts";
import { signedRows } from "../../../cascades/signed-rows.ts";
import { UNITS } from "../../../cascades/units.ts";
import { type Gather } from "./cascade.ts";
import { attention, type Spread } from "../spread.ts";

/**
 * How a set grows backward under linear thresholds: in law each customer picks one in-neighbour, each
 * with the weight of its tie, or nobody (Kempe, Kleinberg & Tardos 2003, theorem 2.5). So a set is a
 * walk, which ends where nobody is picked or one is met again.
 */
export function reverseThreshold(network: Network, { weighting }: Spread, marks: Uint8Array): Gather {
  const { offsets, targets } = signedRows(network.in);
  const pick = weighting === "edge" ? byWeight(offsets, attention(network)) : evenly;
  return (members, at, k0, k1, k2, k3) => {
    let end = at + 1;
    let start = offsets[members[at]];
    let degree = offsets[members[at] + 1] - start;
    for (let n = 2; degree > 0; n++) {
      const place = pick(draw(k0, k1, k2, k3, n), start, degree);
      if (place < 0) break;
      const u = targets[start + place];
      if (marks[u] !== 0) break;
      marks[u] = 1;
      members[end++] = u;
      start = offsets[u];
      degree = offsets[u + 1] - start;
    }
    return end;
  };
}

/** Which of the arcs from `start` draw `d` picks; -1 none. */
type Pick = (d: number, start: number, degree: number) => number;

const evenly: Pick = (d, _start, degree) => Math.floor(d * UNIT * degree);

/** The first arc whose running sum of attention lies above the draw, by bisection. */
function byWeight(offsets: Int32Array, units: Int32Array): Pick {
  const sums = new Int32Array(units.length);
  for (let v = 0; v < offsets.length - 1; v++) {
    let sum = 0;
    for (let e = offsets[v]; e < offsets[v + 1]; e++) sums[e] = sum += units[e];
  }
  return (d, start, degree) => {
    const unit = Math.floor(d * UNIT * UNITS);
    let low = start;
    let high = start + degree;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle] > unit) high = middle;
      else low = middle + 1;
    }
    return low < start + degree ? low - start : -1;
  };
}
