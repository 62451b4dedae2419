import { sha256 } from "../../models/core/sha256.ts";

/** SHA-256 of a value as JSON with its keys in order, as hexadecimal digits. */
export const hash = (value: unknown): string => sha256(canonical(value));

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`);
  return `{${sorted.join()}}`;
}
