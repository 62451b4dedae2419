import { type Network } from "../../core/index.ts";

/**
 * The chance that customer i takes part when asked: join·(1 + rise·(contacts ÷ mean contacts − 1))·times, limited to
 * the range from 0 to 1. The sign of `rise`: those with more contacts take part more often (Hinz et al. 2011, Journal
 * of Marketing 75:55).
 */
export function willingness(
  { out, arcs, size }: Network,
  i: number,
  { join, rise, times = 1 }: { join: number; rise: number; times?: number },
): number {
  const mean = arcs / size;
  const more = mean > 0 ? out.degree(i) / mean - 1 : 0;
  return Math.min(1, Math.max(0, join * (1 + rise * more) * times));
}
