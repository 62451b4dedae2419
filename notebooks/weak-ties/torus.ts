import { type Network } from "../../models/core/index.ts";
import { fromEdges } from "../../models/networks/edges.ts";
import { type Positions } from "../views/positions.ts";

/**
 * Where the customers of a torus of so many rows and columns stand: customer row·side + column on a square, row 0 on
 * top.
 */
export const squarePlaces = (side: number): Positions =>
  Float32Array.from(
    { length: 2 * side * side },
    (_, at) => ((at % 2 === 0 ? (at / 2) % side : Math.floor((at - 1) / 2 / side)) + 0.5) / side,
  );

/**
 * Who joined after the start while none of the eight beside them on the torus had it, whether tied to them or
 * not: there it jumped and did not grow. `reached` is the round in which each joined, −1 never.
 */
export function jumps(reached: ArrayLike<number>, side: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < reached.length; i++) {
    if (reached[i] < 1) continue;
    const [row, column] = [Math.floor(i / side), i % side];
    let near = false;
    for (const down of [-1, 0, 1]) {
      for (const right of [-1, 0, 1]) {
        const j = ((row + down + side) % side) * side + ((column + right + side) % side);
        if (reached[j] >= 0 && reached[j] < reached[i]) near = true;
      }
    }
    if (!near) found.push(i);
  }
  return found;
}

/** The same customers with the ties by which it jumped, each from who was the last that was needed. */
export function jumpTies(reached: ArrayLike<number>, through: ArrayLike<number>, side: number): Network {
  const landed = jumps(reached, side);
  return fromEdges({
    size: side * side,
    directed: false,
    sources: Uint32Array.from(landed, (i) => through[i]),
    targets: Uint32Array.from(landed),
  }).network;
}
