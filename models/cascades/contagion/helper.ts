import { type Network } from "../../core/index.ts";
import { ACTIVE, EXPOSED, type Rules, type Stages } from "./stages.ts";

/**
 * The customer through whom `i` joins, chosen by a draw `u` on [0, 1). Joining unprompted and each influencer are
 * chosen in proportion to their share of the rate at which `i` joins. Returns -1 if `i` joins unprompted.
 */
export function helperOf(
  network: Network,
  { stage, exposedSeen, activeSeen }: Stages,
  rules: Rules,
  i: number,
  u: number,
): number {
  const { offsets, targets } = network.in;
  const part = rules.shared ? network.in.degree(i) : 1;
  const help = rules.exposed * exposedSeen[i] + rules.active * activeSeen[i];
  let rest = help === 0 ? -1 : u * (rules.unprompted * part + help) - rules.unprompted * part;
  if (rest < 0) return -1;
  let last = -1;
  for (let k = offsets[i]; k < offsets[i + 1]; k++) {
    const own = stage[targets[k]] === ACTIVE ? rules.active : stage[targets[k]] === EXPOSED ? rules.exposed : 0;
    if (own === 0) continue;
    last = targets[k];
    rest -= own;
    if (rest < 0) break;
  }
  return last;
}
