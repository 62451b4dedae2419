import { draw, type Key, log1p, logDraw, type Rows, u32s } from "../../core/index.ts";

/**
 * Of the candidates 0 … lengths[i] − 1 of every row i, those taken, each with probability `chance`
 * independently; rising in each row. Goes from one taken candidate to the next over all rows: the
 * number passed over is geometric, ⌊log u / log(1 − chance)⌋ with u uniform on (0, 1], 31 bits.
 * Time linear in rows and candidates taken, whatever the number of candidates. The targets may be the
 * beginning of a longer array.
 * Source: Batagelj & Brandes 2005, Physical Review E 71:036113.
 */
export function hits(lengths: Uint32Array, chance: number, key: Key): Pick<Rows, "offsets" | "targets"> {
  const rows = lengths.length;
  const offsets = u32s(rows + 1);
  if (chance === 0) return { offsets, targets: u32s(0) };
  let candidates = 0;
  for (let i = 0; i < rows; i++) candidates += lengths[i];
  const mean = candidates * chance;
  let targets = u32s(Math.ceil(Math.min(candidates, mean + 8 * Math.sqrt(mean) + 64)));
  const [k0, k1, k2, k3] = key;
  const scale = 1 / log1p(-chance); // -0 where the chance is 1: then nothing is passed over
  let place = Math.floor(logDraw(draw(k0, k1, k2, k3, 0) + 1) * scale);
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const length = lengths[i];
    while (place < length) {
      if (count === targets.length) targets = longer(targets);
      targets[count++] = place;
      place += 1 + Math.floor(logDraw(draw(k0, k1, k2, k3, count) + 1) * scale);
    }
    place -= length;
    offsets[i + 1] = count;
  }
  return { offsets, targets: targets.subarray(0, count) };
}

function longer(values: Uint32Array): Uint32Array {
  const copy = u32s(Math.ceil(values.length * 1.5) + 64);
  copy.set(values);
  return copy;
}
