import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * SHA-256, as hexadecimal digits, of a value as JSON with its keys in order. The same code runs in Node and in pages,
 * since browsers withhold their own from pages served without encryption, such as those of a school's server.
 */
export const hash = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(value))));

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  const sorted = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`);
  return `{${sorted.join()}}`;
}
