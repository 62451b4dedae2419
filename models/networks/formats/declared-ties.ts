import { type Attribute, unknownName } from "../../core/index.ts";
import { columnOf } from "../graphology.ts";
import { type BadRows } from "./bad-rows.ts";
import { NUMBER, valuesOf } from "./cells.ts";
import { type Choices } from "./choices.ts";
import { edgeRows } from "./edge-rows.ts";
import { type Draft } from "./draft.ts";
import { tieWeights } from "./tie-weight.ts";
import { plural, shown } from "./text.ts";

/** What is known of a tie, by title. */
export type TieData = Readonly<Record<string, unknown>>;
/** A tie as a file states it, between two ids. */
export interface Tie {
  source: string;
  target: string;
  data: TieData;
  directed: boolean;
  line: number | null;
}

/** Ties as they were gathered, and what is needed to decide which are kept. */
export interface Gathered {
  name: string;
  /** The number of each id. */
  place: ReadonlyMap<string, number>;
  ties: readonly Tie[];
  /** All titles that ties have or may have. */
  titles: ReadonlySet<string>;
  choices: Choices;
  bad: BadRows;
  told: string[];
}

/** The ties whose ends exist and whose weight can be used. */
export function keptTies(gathered: Gathered): Pick<Draft, "sources" | "targets" | "count" | "weights" | "dangling"> & {
  directions: Uint8Array;
  tieColumns: Record<string, Attribute>;
} {
  const { place, ties, choices, bad, told } = gathered;
  const { title, time } = titlesOf(gathered);
  const weigh = tieWeights(choices, bad);
  const weighted = title !== null && ties.some(({ data }) => data[title] !== undefined);
  const rows = edgeRows(weighted);
  const [directions, signs, times]: [number[], number[], unknown[]] = [[], [], []];
  let [unweighted, dangling] = [0, 0];
  let first: string | null = null;
  for (const { source, target, data, directed, line } of ties) {
    const given = title === null ? undefined : data[title];
    const tie = given === undefined ? { weight: 1, sign: 1 } : weigh(given, line);
    if (tie === null) continue;
    const [i, j] = [place.get(source), place.get(target)];
    if (i === undefined || j === undefined) {
      dangling++;
      first ??= [source, target].map((key) => shown(key.replace(/^\0/, ""))).join(" to ");
      continue;
    }
    if (given === undefined) unweighted++;
    rows.add(i, j, tie.weight);
    directions.push(directed ? 1 : 0);
    signs.push(tie.sign);
    if (time !== null) times.push(data[time]);
  }
  if (weighted && unweighted > 0) told.push(`${plural(unweighted, "edge")} of ${ties.length} without a weight weigh 1`);
  told.push(...unreadSentences(ties, [title, time]));
  if (first !== null) told.push(`the first edge naming nobody who is in the file: ${first}`);
  const tieColumns = {
    ...(signs.includes(-1) && choices.negative === "keep" ? { sign: columnOf(signs) } : {}),
    ...(time === null ? {} : { [time]: columnOf(timesOf(times)) }),
  };
  const weights = rows.weights();
  const ends = { sources: rows.sources(), targets: rows.targets(), count: rows.count };
  return { ...ends, weights, directions: Uint8Array.from(directions), dangling, tieColumns };
}

/** The titles that hold weight and time. Throws `RangeError` where one was asked for that no tie has. */
function titlesOf({ name, ties, titles, choices }: Gathered): { title: string | null; time: string | null } {
  const asked = (which: "weight" | "time"): string | null => {
    const wanted = choices[which];
    if (wanted === undefined || (which === "weight" && wanted === "none")) return null;
    if (titles.has(wanted)) return wanted;
    throw new RangeError(`${name}: ${unknownName(wanted, `an attribute of its ties for ?${which}=`, [...titles])}`);
  };
  const time = asked("time");
  if (choices.weight !== undefined) return { title: asked("weight"), time };
  const usual = [...titles].find((title) => title.toLowerCase() === "weight");
  // A `value` may be anything; it is a weight only where all that have one can be numbers.
  const value = titles.has("value") && ties.every(({ data }) => isNumeric(data.value)) ? "value" : null;
  return { title: usual ?? value, time };
}

/** Attributes that name or draw a tie, of which nobody misses anything. */
const NAMES = new Set(["id", "key", "label", "name", "start", "end", "timestamp", "kind", "type"]);

/** What ties say that is read neither as weight nor as time. */
function unreadSentences(ties: readonly Tie[], read: readonly (string | null)[]): string[] {
  const unread = new Set<string>();
  for (const { data } of ties)
    for (const title of Object.keys(data))
      if (!read.includes(title) && !NAMES.has(title) && data[title] !== undefined) unread.add(title);
  if (unread.size === 0) return [];
  const list = [...unread].slice(0, 20).map(shown).join(", ") + (unread.size > 20 ? ", …" : "");
  return [`not read: what ties say of ${list} (?weight=… reads a weight, ?time=… a time)`];
}

/** Times as numbers where all that are known are; texts otherwise. */
function timesOf(times: readonly unknown[]): readonly unknown[] {
  const texts = times.map((time) => (typeof time === "string" ? time : time === undefined ? "" : null));
  return texts.includes(null) ? times : valuesOf(texts as string[]).values;
}

const isNumeric = (value: unknown): boolean =>
  value === undefined || typeof value === "number" || (typeof value === "string" && NUMBER.test(value.trim()));
