import { choice, network, transpose, u32s, whole } from "../../core/index.ts";
import { defineGenerator, tooLarge } from "./generator.ts";

export const seats = defineGenerator({
  kind: "seats",
  about:
    "people in a theatre, with row 0 in front and node = row·columns + column; arcs run from the person seen to the one who sees",
  source: "Miller & Page 2004, Complexity 9(5):8",
  parameters: {
    rows: whole(20, { min: 1, max: 1e5, about: "number of rows" }),
    columns: whole(20, { min: 1, max: 1e5, about: "seats in a row" }),
    view: choice(["five", "cone"], {
      about:
        "whom a person sees: five = two neighbours and three people in front; cone = two neighbours and, row by row to the front, 3, 5, 7, … people",
    }),
  },
  check: ({ rows, columns, view }) =>
    tooLarge(rows * columns * (2 + (view === "five" ? 3 : rows * Math.min(rows, columns)))),
  make: ({ parameters: { rows, columns, view } }) => {
    const size = rows * columns;
    const depth = view === "five" ? 1 : rows - 1;
    let count = 0;
    for (let i = 0; i < size; i++) eachSeen(i, columns, depth, () => count++);
    const offsets = u32s(size + 1);
    const targets = u32s(count);
    let at = 0;
    for (let i = 0; i < size; i++) {
      eachSeen(i, columns, depth, (j) => (targets[at++] = j));
      offsets[i + 1] = at;
    }
    const seen = { offsets, targets, weights: null };
    return network({ directed: true, out: transpose(seen), in: seen });
  },
});

/** The seats seen from seat i, rising; the room's edges cut the view, nothing wraps. */
function eachSeen(i: number, columns: number, depth: number, see: (j: number) => void): void {
  const row = Math.floor(i / columns);
  const column = i - row * columns;
  for (let ahead = Math.min(depth, row); ahead >= 1; ahead--) {
    const start = i - column - ahead * columns;
    const last = Math.min(columns - 1, column + ahead);
    for (let c = Math.max(0, column - ahead); c <= last; c++) see(start + c);
  }
  if (column > 0) see(i - 1);
  if (column < columns - 1) see(i + 1);
}
