import { NUMBER } from "./reading.ts";
import { refuse, shown } from "./text.ts";

/** A column of nodes or ties as an XML format declares it. */
export interface DeclaredColumn {
  title: string;
  numeric: boolean;
  /** What those have who say nothing. */
  fallback: string | undefined;
}

/**
 * What a value means under its column: text as it is, or a number, undefined where it is empty or NaN. `number` is
 * what is read as one. Throws `RangeError` naming file and line where it is none.
 */
export function valueUnder(
  { title, numeric }: Pick<DeclaredColumn, "title" | "numeric">,
  value: string,
  { name, line }: { name: string; line: number },
  number = value,
): string | number | undefined {
  if (!numeric) return value;
  if (number === "" || number === "NaN") return undefined;
  if (!NUMBER.test(number) || !Number.isFinite(Number(number)))
    refuse(name, line, `${shown(title)} is declared as numbers and must hold one`, shown(value));
  return Number(number);
}
