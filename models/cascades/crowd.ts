import { network, type Network } from "../core/index.ts";
import { generate } from "../networks/specification.ts";

/**
 * A complete network of people with individual thresholds: the number of others who must have joined, 0 for people
 * who join unprompted. On it, `complex-contagion` with `thresholds: "own"` and `seedCount: 0` is the riot model of
 * Granovetter 1978, AJS 83:1420.
 */
export function crowdOf(thresholds: ArrayLike<number>): Network {
  const { directed, out } = generate(`complete:nodes=${thresholds.length}`, 1);
  return network({
    directed,
    out,
    attributes: { threshold: { kind: "number", values: Float64Array.from(thresholds) } },
  });
}
