import { type Network } from "../../core/index.ts";

/** Who stands, and the weight of each person while standing. */
export interface Room {
  network: Network;
  standing: Uint8Array;
  loud: Uint8Array;
  emphasis: number;
}

/**
 * The weight of the people i sees standing, those who loved the show counting `emphasis` times, minus the number i
 * sees sitting; 0 if i sees nobody.
 */
export function pressure({ network, standing, loud, emphasis }: Room, i: number): number {
  const { offsets, targets } = network.in;
  let sum = 0;
  for (let k = offsets[i]; k < offsets[i + 1]; k++) {
    const j = targets[k];
    if (standing[j] === 0) sum--;
    else sum += loud[j] === 0 ? 1 : emphasis;
  }
  return sum;
}

/** The share of what i sees that does the opposite of i, with the same weights; 0 if i sees nobody. */
export function opposition({ network, standing, loud, emphasis }: Room, i: number): number {
  const { offsets, targets } = network.in;
  let stand = 0;
  let sit = 0;
  for (let k = offsets[i]; k < offsets[i + 1]; k++) {
    const j = targets[k];
    if (standing[j] === 0) sit++;
    else stand += loud[j] === 0 ? 1 : emphasis;
  }
  return stand + sit === 0 ? 0 : (standing[i] === 1 ? sit : stand) / (stand + sit);
}

/** What i does on looking: joins the strict majority; in a tie follows the coin, or stays without a coin. */
export function next(room: Room, i: number, coin?: (i: number) => number): number {
  const sum = pressure(room, i);
  if (sum !== 0) return sum > 0 ? 1 : 0;
  return coin && room.network.in.degree(i) > 0 ? Number(coin(i) < 0.5) : room.standing[i];
}

/** True if nobody could change, whoever looks and however the coins fall. */
export function atRest(room: Room, coins: boolean): boolean {
  const { network, standing } = room;
  for (let i = 0; i < network.size; i++) {
    const sum = pressure(room, i);
    if (sum === 0 ? coins && network.in.degree(i) > 0 : sum > 0 !== (standing[i] === 1)) return false;
  }
  return true;
}
