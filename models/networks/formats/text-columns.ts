import { valuesOf } from "./cells.ts";
import { type Declared } from "./declared.ts";

/** Columns of nodes in a format whose values are text, while it is read. */
export interface TextColumns {
  set(node: number, title: string, cell: string): void;
  /** Hands all columns on, those of numbers as numbers. */
  into(graph: Declared): void;
}

export function textColumns(): TextColumns {
  const columns = new Map<string, Map<number, string>>();
  return {
    set(node, title, cell) {
      const known = columns.get(title) ?? new Map<number, string>();
      columns.set(title, known.set(node, cell));
    },
    into(graph) {
      for (const [title, cells] of columns) {
        graph.column(title);
        const { values } = valuesOf([...cells.values()]);
        [...cells.keys()].forEach((node, k) => graph.set(node, title, values[k]));
      }
    },
  };
}
