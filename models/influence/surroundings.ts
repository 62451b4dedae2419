import { distinct, type Network, type Sequence } from "../core/index.ts";

/**
 * The place of each customer. `places` customers drawn at random are the centres, and everyone belongs to the
 * nearest centre along ties in either direction; in a tie, to the centre drawn first. Customers connected to no
 * centre each form their own place. Time is linear in arcs.
 */
export function surroundings(
  { size, out, in: into, directed }: Network,
  places: number,
  source: Sequence,
): Uint32Array {
  const place = new Uint32Array(size).fill(size);
  const queue = Uint32Array.from({ length: size }, () => 0);
  const centres = distinct(Math.min(places, size), size, source);
  let end = 0;
  for (const centre of centres) {
    place[centre] = end;
    queue[end++] = centre;
  }
  for (let at = 0; at < end; at++) {
    const i = queue[at];
    for (const { offsets, targets } of directed ? [out, into] : [out]) {
      for (let e = offsets[i]; e < offsets[i + 1]; e++) {
        const j = targets[e];
        if (place[j] < size) continue;
        place[j] = place[i];
        queue[end++] = j;
      }
    }
  }
  let next = centres.length;
  for (let i = 0; i < size; i++) if (place[i] === size) place[i] = next++;
  return place;
}
