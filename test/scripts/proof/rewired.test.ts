import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { degrees } from "../../../models/networks/structure/degrees.ts";
import { rewired } from "../../../scripts/proof/rewired.ts";

test("rewiring keeps everyone's number of contacts and changes about the share asked for", () => {
  const torus = generate("moore-torus:rows=30,columns=30", 1);
  const ties = new Set<number>();
  for (const u of torus.nodes) for (let e = torus.out.offsets[u]; e < torus.out.offsets[u + 1]; e++) ties.add(u * 900 + torus.out.targets[e]);
  for (const share of [0, 0.1, 1]) {
    const { out, nodes, edges } = rewired(torus, share, "1");
    expect(degrees(out)).toEqual(degrees(torus.out));
    let kept = 0;
    for (const u of nodes) for (let e = out.offsets[u]; e < out.offsets[u + 1]; e++) if (ties.has(u * 900 + out.targets[e])) kept++;
    // A tie survives edges·share/2 swaps of two with chance (1 − 2/edges)^(edges·share/2) = e^-share; band of about five standard deviations.
    expect(Math.abs(kept / (2 * edges) - Math.exp(-share))).toBeLessThan(share === 0 ? 1e-12 : 0.05);
  }
});
