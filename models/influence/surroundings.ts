import { distinct, type Network, type Sequence } from "../core/index.ts";

/**
 * A place for each customer: `places` customers drawn at random are its centres, and everybody belongs to
 * the centre nearest along ties of either direction, to the one drawn first where several are as near.
 * Who is tied to no centre is a place alone. Time linear in arcs.
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
