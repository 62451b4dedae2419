import { network, type Network } from "../core/index.ts";
import { generate } from "../networks/specification.ts";

/**
 * People who all see each other, each with a threshold of its own: how many others must have joined, 0 for
 * who starts unprompted. `complex-contagion` with `thresholds` own and `seedCount` 0 is then the riot of
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
