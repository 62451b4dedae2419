import { type CostLine } from "../costs.ts";
import { FREE, type Market } from "../../market/state.ts";
import { strengthOf } from "../../market/talk.ts";

const TRIED_OURS = 1;
type Handing = Market & {
  parameters: { samples: number; use: number; sampleCost: number };
  random: { use(i: number): number };
};

/**
 * Member i gets samples: the first is for own use, the others go to the strongest ties, the lowest index
 * first among equals. Who holds a sample knows the product and, with chance `use`, is due to try it.
 * Whoever gets one from a member was touched by that member. Cost: one sort of the circle.
 */
export function handOut(market: Handing, i: number, book: (line: CostLine, i: number, amount: number) => void): void {
  const { network, parameters, state } = market;
  if (parameters.samples === 0) return;
  const { offsets, targets } = network.out;
  const strength = strengthOf(market);
  const circle: { j: number; strength: number }[] = [];
  for (let e = offsets[i]; e < offsets[i + 1]; e++)
    circle.push({ j: targets[e], strength: strength(i, targets[e], e) });
  circle.sort((a, b) => b.strength - a.strength || a.j - b.j);
  give(market, i, book);
  for (const { j } of circle.slice(0, parameters.samples - 1)) {
    give(market, j, book);
    if (state.hop[j] > 1) state.hop[j] = 1;
    if ((state.used[j] & TRIED_OURS) === 0) state.touch[j] = i;
  }
}

function give(
  { parameters, state, random }: Handing,
  i: number,
  book: (line: CostLine, i: number, amount: number) => void,
): void {
  state.aware[i] = 1;
  if (state.holder[i] === FREE && (state.used[i] & TRIED_OURS) === 0 && random.use(i) < parameters.use)
    state.due[i] = 1;
  if (parameters.sampleCost > 0) book("sampled", i, parameters.sampleCost);
}
