import { type Attribute } from "../../core/index.ts";
import { columnOf } from "../graphology.ts";
import { edgeRows } from "./edge-rows.ts";
import { type Draft, plural } from "./reading.ts";
import { shown } from "./text.ts";

/** A network while it is read from a format that declares its nodes. */
export interface Declared {
  /** Number of the node of that name, made if new; repeats are told once the draft is made. */
  node(key: string): number;
  /** Makes sure a column exists though no node may have a value in it. */
  column(title: string): void;
  set(i: number, title: string, value: unknown): void;
  /** Ends may be declared later in the file. */
  edge(source: string, target: string, weight: number | null, directed: boolean): void;
  draft(directed: boolean | undefined, told?: string[]): Draft;
}

export function declared(): Declared {
  const place = new Map<string, number>();
  const columns = new Map<string, unknown[]>();
  const edges: { source: string; target: string; weight: number | null; directed: boolean }[] = [];
  let repeated = 0;

  function column(title: string): unknown[] {
    const known = columns.get(title) ?? [];
    columns.set(title, known);
    return known;
  }

  return {
    node(key) {
      const known = place.get(key);
      if (known !== undefined) {
        repeated++;
        return known;
      }
      place.set(key, place.size);
      return place.size - 1;
    },
    column: (title) => void column(title),
    set(i, title, value) {
      column(title)[i] = value;
    },
    edge: (source, target, weight, directed) => void edges.push({ source, target, weight, directed }),
    draft(directed, told = []) {
      const weighted = edges.some(({ weight }) => weight !== null);
      const unweighted = weighted ? edges.filter(({ weight }) => weight === null).length : 0;
      const rows = edgeRows(weighted);
      const kinds: number[] = [];
      const dangling: string[] = [];
      for (const { source, target, weight, directed: arc } of edges) {
        const [i, j] = [place.get(source), place.get(target)];
        if (i === undefined || j === undefined) {
          // A zero byte marks a name made from an unknown number; no file can hold one.
          dangling.push([source, target].map((key) => shown(key.replace(/^\0/, ""))).join(" to "));
          continue;
        }
        rows.add(i, j, weight ?? 1);
        kinds.push(arc ? 1 : 0);
      }
      const texts = [...place.keys()];
      const repairs = [...told];
      if (repeated > 0) repairs.push(`${plural(repeated, "node")} declared more than once; each is one node`);
      if (unweighted > 0) repairs.push(`${plural(unweighted, "edge")} of ${edges.length} without a weight weigh 1`);
      if (dangling.length > 0) repairs.push(`the first edge naming nobody who is in the file: ${dangling[0]}`);
      return {
        size: texts.length,
        texts: texts.every((key, i) => key === String(i)) ? null : texts,
        sources: rows.sources(),
        targets: rows.targets(),
        weights: rows.weights(),
        count: rows.count,
        directions: Uint8Array.from(kinds),
        directed: kinds.length > 0 ? kinds[0] === 1 : directed,
        dangling: dangling.length,
        attributes: attributes(texts.length),
        told: repairs,
      };
    },
  };

  function attributes(size: number): Record<string, Attribute> {
    const filled = (values: unknown[]): unknown[] => Array.from({ length: size }, (_, i) => values[i]);
    return Object.fromEntries([...columns].map(([title, values]) => [title, columnOf(filled(values))]));
  }
}
