import { unknownName } from "./nearest.ts";
import { type Given, type Parameter, type Parameters, type Values } from "./parameters.ts";

/** Throws one `RangeError` that lists all faults, one per line; does nothing without faults. */
export function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
}

/** The value as text, short enough for a message. */
export function shown(value: unknown): string {
  if (typeof value === "number" || value === undefined) return String(value);
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What is wrong with a value, one line per fault; for a table, every faulty row and field. Empty if it is right. */
export function valueFaults(name: string, { schema, must, table }: Parameter, value: unknown): string[] {
  if (schema.safeParse(value).success) return [];
  return table
    ? table.faults(value).map((fault) => `${name}${fault}`)
    : [`${name} must be ${must}, got ${shown(value)}`];
}

/**
 * The given values, with fallbacks for the rest. Throws `RangeError` listing all faults: names that are not
 * parameters (with the nearest one that is) and values of the wrong kind or out of range.
 */
export function resolve<P extends Parameters>(name: string, parameters: P, given: Given<P>): Values<P> {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  const read = ({ read: of }: Parameter, value: unknown): unknown => (of ? of(value) : value);
  for (const [key, parameter] of Object.entries(parameters)) values[key] = read(parameter, parameter.fallback);
  for (const [key, value] of Object.entries(given)) {
    const parameter = Object.hasOwn(parameters, key) ? parameters[key] : undefined;
    if (!parameter) faults.push(`${name}: ${unknownName(key, "a parameter", Object.keys(parameters))}`);
    else if (value === undefined) continue;
    else {
      const wrong = valueFaults(key, parameter, value);
      if (wrong.length === 0) values[key] = read(parameter, value);
      faults.push(...wrong.map((fault) => `${name}: ${fault}`));
    }
  }
  refuse(faults);
  return values as Values<P>;
}

/** A value from text, as typed after `--set name=`. Text that cannot be parsed is left for `resolve` to refuse. */
export function fromText({ kind }: Parameter, text: string): unknown {
  if (kind === "nodes") return keysFromText(text);
  if (kind === "flag") return text === "true" ? true : text === "false" ? false : text;
  if (kind === "choice" || kind === "text" || kind === "table") return text;
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** A value as text that `fromText` reads back. */
export function toText({ table }: Parameter, value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return table ? table.write(value as Record<string, unknown>[]) : keysText(value as string[]);
}

/**
 * A quoted key with nothing else before the next comma, or everything up to the comma; blanks around it are
 * ignored.
 */
const KEY = /\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))(,|$)/y;

/** Keys joined by commas, quoted where they contain a comma, as in CSV; empty text gives no keys. */
function keysFromText(text: string): string[] {
  const keys: string[] = [];
  if (text === "") return keys;
  KEY.lastIndex = 0;
  for (let more = true; more;) {
    const found: (string | undefined)[] = KEY.exec(text) ?? [];
    const [, quoted, bare = "", comma] = found;
    keys.push(quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"'));
    more = comma === ",";
  }
  return keys;
}

/** The keys as one text that `fromText` reads back. */
export const keysText = (keys: readonly string[]): string =>
  keys
    .map((key) =>
      /[",]|^\s|\s$/.test(key) || (key === "" && keys.length === 1) ? `"${key.replaceAll('"', '""')}"` : key,
    )
    .join(",");
