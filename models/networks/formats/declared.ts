import { type Attribute } from "../../core/index.ts";
import { columnOf } from "../graphology.ts";
import { badRows } from "./bad-rows.ts";
import { isLong } from "./cells.ts";
import { type Choices } from "./choices.ts";
import { namesBy } from "./declared-names.ts";
import { keptTies, type Tie, type TieData } from "./declared-ties.ts";
import { type Draft } from "./draft.ts";
import { plural, shown } from "./text.ts";

/** A network while it is read from a format that declares its nodes. */
export interface Declared {
  /** Number of the node of that id, made if new; repeats are reported once the draft is made. */
  node(id: string): number;
  /** Makes sure a column exists though no node may have a value in it. */
  column(title: string): void;
  /** Long whole numbers, beyond 2^53, are given as text, so that no digit is lost. */
  set(node: number, title: string, value: unknown): void;
  /** The same for ties: a title that may hold the weight or the time. */
  tieColumn(title: string): void;
  /**
   * A tie between two ids, which may be declared later in the file. Its weight is found in `data` by `?weight=`, or
   * else under `weight` or `value`.
   */
  tie(source: string, target: string, data: TieData, directed: boolean, line: number | null): void;
  /** A row that stands for no tie, for a reason as `BadRows.drop` wants it. */
  drop(reason: string, line: number | null): void;
  draft(directed: boolean | undefined, told?: string[]): Draft;
}

/**
 * Gathers nodes and ties of a file called `name` as its reader finds them, and makes a draft of them: names by
 * `key`, weights by `weight` and `negative`, times by `time`. An `id` beginning with a zero byte stands for a node
 * that does not exist; no file can hold one.
 */
export function declared(name: string, choices: Choices): Declared {
  const place = new Map<string, number>();
  const columns = new Map<string, unknown[]>();
  const titles = new Set<string>();
  const ties: Tie[] = [];
  const bad = badRows(name, choices);
  let repeated = 0;

  function column(title: string): unknown[] {
    const known = columns.get(title) ?? [];
    columns.set(title, known);
    return known;
  }

  return {
    node(id) {
      const known = place.get(id);
      if (known !== undefined) {
        repeated++;
        return known;
      }
      place.set(id, place.size);
      return place.size - 1;
    },
    column: (title) => {
      column(title);
    },
    set(node, title, value) {
      column(title)[node] = value;
    },
    tieColumn: (title) => {
      titles.add(title);
    },
    tie(source, target, data, directed, line) {
      for (const title of Object.keys(data)) titles.add(title);
      ties.push({ source, target, data, directed, line });
    },
    drop: (reason, line) => {
      bad.drop(reason, line);
    },
    draft,
  };

  function draft(directed: boolean | undefined, told: string[] = []): Draft {
    const repairs = [...told];
    if (repeated > 0) repairs.push(`${plural(repeated, "node")} declared more than once; each is one node`);
    const kept = keptTies({ name, place, ties, titles, choices, bad, told: repairs });
    bad.check(kept.count + kept.dangling + bad.count);
    const texts = namesBy({ name, place, columns, choices, told: repairs });
    const attributes = attributesOf(columns, place.size, repairs);
    return {
      size: texts.length,
      texts: texts.every((key, i) => key === String(i)) ? null : texts,
      directed: kept.count > 0 ? kept.directions[0] === 1 : directed,
      attributes,
      unusable: bad.reasons(),
      told: repairs,
      ...kept,
    };
  }
}

/** The columns of all nodes; whole numbers beyond 2^53 are reported, for they stay text. */
function attributesOf(
  columns: ReadonlyMap<string, unknown[]>,
  size: number,
  told: string[],
): Record<string, Attribute> {
  const filled = [...columns].map(([title, values]) => {
    const all = Array.from({ length: size }, (_, i) => values[i]);
    if (all.some((value) => typeof value === "string" && isLong(value)) && all.every(isWhole))
      told.push(`column ${shown(title)} holds whole numbers beyond 2^53, so it is kept as text`);
    return [title, columnOf(all)] as const;
  });
  return Object.fromEntries(filled);
}

const isWhole = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  Number.isInteger(value) ||
  (typeof value === "string" && /^[+-]?\d+$/.test(value));
