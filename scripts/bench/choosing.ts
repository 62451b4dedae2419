import { type Network, streamKey } from "../../models/core/index.ts";
import { guaranteed } from "../../models/programs/choosing/guaranteed.ts";
import { SEED } from "./kernels.ts";
import { type Measured, paired, timed } from "./paired.ts";
import { checksum, keyText, type Reference } from "./reference.ts";

const EPSILON = 0.1;

/**
 * The guaranteed choice under weighted cascade (epsilon .1, failure one over the customers) against the
 * same choice in C++, which must pick the same customers from the same sets: one customer after the
 * other there, side by side in lanes here.
 */
export async function benchChoosing(
  name: string,
  network: Network,
  reference: Reference,
  { counts = [10, 50, 1000], work = 2 ** 20, rounds = 7 } = {},
): Promise<Measured[]> {
  await reference.take(network, []);
  const failure = 1 / network.size;
  const keys = ["choosing/select", "choosing/judge"].map((stream) => keyText(streamKey(SEED, stream))).join(" ");
  const rows: Measured[] = [];
  for (const count of counts) {
    const ours = () =>
      timed(() => {
        const { chosen, certificate } = guaranteed({
          network,
          spread: { rule: "cascade", weighting: "weighted-cascade", probability: 0 },
          limits: { count, budget: Infinity, costs: null },
          candidates: network.nodes,
          worth: null,
          epsilon: EPSILON,
          failure,
          work,
          seed: SEED,
          rank: (i) => i,
        });
        return [certificate.sets, checksum(chosen)];
      });
    const theirs = () => reference.ask(`choose ${count} ${EPSILON} ${failure} ${work} ${keys}`);
    const pair = await paired(`choosing ${count} of ${name}`, ours, theirs, rounds);
    rows.push({
      name: `choosing ${count} with a guarantee, ${name}`,
      unit: "s",
      value: pair.ours / 1e9,
      reference: pair.theirs / 1e9,
      ratio: pair.ratio,
      goal: "at most 1.6",
      met: pair.ratio <= 1.6,
    });
  }
  return rows;
}
