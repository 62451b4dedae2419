import { childKey, type Network, pairUniform, streamKey, uniform } from "../../models/core/index.ts";

/**
 * When everyone joins in a cascade with delays and churn, from the draws of the world alone and without
 * rounds: shortest ways (Dijkstra 1959) over arcs whose coin succeeds and whose wait, the quantile of the
 * arc's draw, is not longer than the stay of the customer they start from. Infinity for who never joins.
 */
export function arrivalsOf(
  network: Network,
  { probability, delay, churn, seeds }: { probability: number; delay: number; churn: number; seeds: readonly number[] },
  seed: string,
  world: number,
): number[] {
  const { size, out } = network;
  const [coin, wait, leave] = ["coin", "wait", "leave"].map((stream) => childKey(streamKey(seed, stream), world));
  const when = Array<number>(size).fill(Infinity);
  for (const i of seeds) when[i] = 0;
  const open = new Set(network.nodes);
  while (open.size > 0) {
    const u = [...open].reduce((best, i) => (when[i] < when[best] ? i : best));
    open.delete(u);
    if (when[u] === Infinity) break;
    let stay = churn === 0 ? Infinity : 1;
    while (stay < Infinity && pairUniform(leave, u, stay) >= churn) stay++;
    for (let e = out.offsets[u]; e < out.offsets[u + 1]; e++) {
      if (uniform(coin, e) >= probability) continue;
      let lasts = 1; // the least number of rounds by which the share that has arrived passes the draw
      while (delay > 1 && 1 - (1 - 1 / delay) ** lasts <= uniform(wait, e)) lasts++;
      if (lasts <= stay) when[out.targets[e]] = Math.min(when[out.targets[e]], when[u] + lasts);
    }
  }
  return when;
}
