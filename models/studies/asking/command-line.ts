import { shellWords } from "../../core/shell.ts";

type Value = string | number | boolean | readonly string[] | undefined;

/** A command as a reader types it; an option with a list is repeated for each value. */
export function commandLine(words: readonly string[], options: object = {}): string {
  const flags = Object.entries(options as Record<string, Value>).flatMap(([name, value]) => {
    const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === undefined || value === false) return [];
    if (value === true) return [flag];
    return (Array.isArray(value) ? (value as readonly string[]) : [String(value)]).flatMap((one) => [flag, one]);
  });
  return `npm run -s ovation -- ${shellWords([...words, ...flags])}`;
}
