import { stripChart } from "../telling/charts/strip.ts";
import { html, type Html } from "../telling/page/html.ts";
import { type ProofRow } from "./target.ts";

/**
 * The result of each seed on the scale of the allowed distance from the known value; words where there is no such
 * scale.
 */
export function proofChart({ expected, runs, pass }: ProofRow): Html {
  if (runs.some(({ allowed }) => allowed === undefined)) return html`${pass ? "holds" : "does not hold"}`;
  const shares = runs.map(({ value, allowed = 0 }) => {
    if (value === expected) return 0;
    return allowed === 0 ? Math.sign(value - expected) * 2 : (value - expected) / allowed;
  });
  const distances = shares.map((share) => `${Math.round(Math.abs(share) * 100)} % of what is allowed`);
  return stripChart(shares, { label: `distance: ${distances.join(", ")}`, loss: !pass });
}
