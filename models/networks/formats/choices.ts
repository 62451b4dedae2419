import { unknownName } from "../../core/index.ts";

const flag = (about: string) => ({ kind: "flag", about }) as const;
const text = (about: string) => ({ kind: "text", about }) as const;
const one = <const V extends readonly string[]>(values: V, about: string) => ({ kind: "one", values, about }) as const;

/** Every choice that may follow the name of a file and a question mark, as in `friends.csv?weight=calls`. */
export const CHOICES = {
  format: text("the format, where neither the ending nor the content says it"),
  encoding: text("the encoding of the text, such as windows-1252"),
  part: text("the file of an archive, or the sheet of a workbook, to read"),
  directed: flag("whether ties are arcs from source to target; overrides what the file says"),
  reverse: flag("turns every arc round: for lists of who follows, asks or trusts whom"),
  header: one(["yes", "no"], "whether the first row of a table holds the names of its columns"),
  source: text("the column of a table that holds the source"),
  target: text("the column that holds the target; several columns of nominations are joined by +"),
  weight: text("the column or attribute of ties that holds the weight; none reads no weights"),
  time: text("the column or attribute of ties that holds a time, kept as a column of ties"),
  relation: text("which of several relations in the file to read"),
  group: text("a column within whose values names are unique: names become group/name"),
  key: text("the column that names the people, where it is not the usual one"),
  mode: one(["left", "right", "both"], "which side of a network of two kinds of people or things to read"),
  bad: one(["drop", "refuse"], "what to do with rows that cannot be used: drop any number, or refuse the first"),
  repeats: one(["first", "last", "sum", "mean", "max"], "the weight of a tie that comes more than once"),
  negative: one(["drop", "absolute", "keep"], "what to do with negative weights; keep stores their sign as a column"),
  match: one(["loose"], "joins people whose names differ by case, blanks or accents alone"),
} as const;

type Choice = (typeof CHOICES)[keyof typeof CHOICES];
type ValueOf<C extends Choice> = C extends { kind: "flag" }
  ? boolean
  : C extends { values: readonly (infer V)[] }
    ? V
    : string;

/** How to read a file where it does not say so itself; `CHOICES` describes each. */
export type Choices = { -readonly [N in keyof typeof CHOICES]?: ValueOf<(typeof CHOICES)[N]> };
export type ChoiceName = keyof Choices;
export const choiceNames = Object.keys(CHOICES) as readonly ChoiceName[];

/**
 * The choices in a text such as `directed=true&relation=advice`; percent escapes are decoded, a plus stays a plus.
 * Throws one `RangeError` for all faults, with the nearest right name.
 */
export function choicesIn(query: string, path: string): Choices {
  const choices: Record<string, string | boolean> = {};
  const faults: string[] = [];
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = unescaped(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? "" : unescaped(pair.slice(equals + 1));
    const known = choiceNames.find((candidate) => candidate === name);
    if (!known) faults.push(`${path}: ${unknownName(name, "a choice for a file", choiceNames)}`);
    else if (Object.hasOwn(choices, known)) faults.push(`${path}: ${known} must be given once, got it twice`);
    else {
      const read = valueOf(CHOICES[known], value);
      if (read === null) faults.push(`${path}: ${known} must be ${must(known)}, got ${value || "nothing"}`);
      else choices[known] = read;
    }
  }
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  return choices;
}

function valueOf(choice: Choice, value: string): string | boolean | null {
  if (choice.kind === "flag") return value === "true" || value === "false" ? value === "true" : null;
  if (choice.kind === "one") return choice.values.find((known) => known === value) ?? null;
  return value === "" ? null : value;
}

function must(name: ChoiceName): string {
  const choice = CHOICES[name];
  if (choice.kind === "flag") return "true or false";
  if (choice.kind === "text") return `given, as in ?${name}=name`;
  return choice.values.length === 1 ? choice.values[0] : `one of ${choice.values.join(", ")}`;
}

/** Decodes percent escapes where they are well formed. */
function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
