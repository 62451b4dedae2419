import { readFileSync } from "node:fs";

let read: string | undefined;

/** The version of the project, from its package file. */
export function version(): string {
  if (read === undefined) {
    const file = new URL("../../package.json", import.meta.url);
    read = (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
  }
  return read;
}
