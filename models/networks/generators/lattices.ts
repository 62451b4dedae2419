import { type Network, type Parameter, real, sequence, u32s, whole } from "../../core/index.ts";
import { fromEdges } from "../edges.ts";
import { customers, defineGenerator, directedOrNot, tooLarge } from "./generator.ts";
import { rewired } from "./rewired.ts";

/** The network of `count` edges that `each` puts, one call an edge. */
function fromPuts(
  size: number,
  directed: boolean,
  count: number,
  each: (put: (i: number, j: number) => void) => void,
): Network {
  const sources = u32s(count);
  const targets = u32s(count);
  let at = 0;
  each((i, j) => {
    sources[at] = i;
    targets[at++] = j;
  });
  return fromEdges({ size, directed, sources, targets, count: at }).network;
}

const nodes = customers(100);

export const complete = defineGenerator({
  kind: "complete",
  about: "everyone is tied to everyone",
  source: "definition",
  parameters: { nodes },
  check: (given) => tooLarge(given.nodes * (given.nodes - 1)),
  make: ({ parameters }) =>
    fromPuts(parameters.nodes, false, (parameters.nodes * (parameters.nodes - 1)) / 2, (put) => {
      for (let i = 0; i < parameters.nodes; i++) for (let j = i + 1; j < parameters.nodes; j++) put(i, j);
    }),
});

export const path = defineGenerator({
  kind: "path",
  about: "customers in a line, each tied to the next; directed: 0 → 1 → 2 → …",
  source: "definition",
  parameters: { nodes, directed: directedOrNot },
  make: ({ parameters }) =>
    fromPuts(parameters.nodes, parameters.directed, parameters.nodes - 1, (put) => {
      for (let i = 1; i < parameters.nodes; i++) put(i - 1, i);
    }),
});

export const ring = defineGenerator({
  kind: "ring",
  about: "customers in a circle, each tied to the nearest degree/2 on either side",
  source: "Watts & Strogatz 1998, Nature 393:440 (their lattice)",
  parameters: { nodes, degree: whole(2, { min: 2, max: 1e6, about: "contacts of each customer; even" }) },
  check: ({ nodes: size, degree }) => [...ringFaults(size, degree), ...tooLarge(size * degree)],
  make: ({ parameters: { nodes: size, degree } }) =>
    fromPuts(size, false, (size * degree) / 2, (put) => {
      for (let i = 0; i < size; i++) for (let k = 1; k <= degree / 2; k++) put(i, (i + k) % size);
    }),
});

/** What must hold for a ring lattice to be simple and even. */
export function ringFaults(size: number, degree: number): string[] {
  return [
    ...(degree % 2 === 0 ? [] : [`degree must be even, got ${degree}`]),
    ...(degree < size ? [] : [`degree must be below nodes, got ${degree} with ${size} nodes`]),
  ];
}

export const star = defineGenerator({
  kind: "star",
  about: "node 0, the centre, is tied to everyone else, and there are no other ties; directed: from the centre outward",
  source: "definition",
  parameters: { nodes, directed: directedOrNot },
  make: ({ parameters }) =>
    fromPuts(parameters.nodes, parameters.directed, parameters.nodes - 1, (put) => {
      for (let i = 1; i < parameters.nodes; i++) put(0, i);
    }),
});

const side = (least: number, about: string): Parameter<number> => whole(10, { min: least, max: 1e6, about });

export const grid = defineGenerator({
  kind: "grid",
  about:
    "customers on a rectangle, tied to those above, below, left and right; edges do not wrap; node = row·columns + column",
  source: "definition",
  parameters: { rows: side(1, "number of rows"), columns: side(1, "number of columns") },
  check: ({ rows, columns }) => tooLarge(4 * rows * columns),
  make: ({ parameters: { rows, columns } }) =>
    fromPuts(rows * columns, false, 2 * rows * columns - rows - columns, (put) => {
      for (let i = 0; i < rows * columns; i++) {
        if ((i + 1) % columns !== 0) put(i, i + 1);
        if (i + columns < rows * columns) put(i, i + columns);
      }
    }),
});

export const mooreTorus = defineGenerator({
  kind: "moore-torus",
  about:
    "customers on a rectangle with wrapped edges, tied to the eight around them; node = row·columns + column; some ties can be rewired, and everyone keeps eight",
  source: "Centola & Macy 2007, American Journal of Sociology 113:702",
  parameters: {
    rows: side(3, "number of rows"),
    columns: side(3, "number of columns"),
    rewire: real(0, { min: 0, max: 1, about: "share of ties that swap an end with another tie" }),
  },
  check: ({ rows, columns }) => tooLarge(8 * rows * columns),
  make({ parameters: { rows, columns, rewire }, stream }) {
    const plain = fromPuts(rows * columns, false, 4 * rows * columns, (put) => {
      for (let row = 0; row < rows; row++) {
        const below = ((row + 1) % rows) * columns;
        for (let column = 0; column < columns; column++) {
          const i = row * columns + column;
          const right = (column + 1) % columns;
          put(i, row * columns + right);
          put(i, below + column);
          put(i, below + right);
          put(i, below + ((column + columns - 1) % columns));
        }
      }
    });
    return rewire > 0 ? rewired(plain, rewire, sequence(stream("swap"))) : plain;
  },
});
