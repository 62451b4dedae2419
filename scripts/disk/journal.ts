import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { digest } from "../../models/core/index.ts";
import { type Done } from "../../models/studies/work/table.ts";
import { explained } from "./atomic.ts";

export interface Journal {
  /** What an earlier process had written, in the order it was done. */
  found: Done[];
  append(done: Done): void;
  close(): void;
}

/** A file that only grows keeps what is done safe from a kill; it is forced to the disk this often. */
const SYNC_MS = 800;

/**
 * Opens the journal of a results folder. Each line is one block with its digest; a line cut short
 * by a kill does not match and is cut off with all that follows, and its worlds are run again.
 */
export function openJournal(path: string): Journal {
  try {
    const { found, length } = existsSync(path) ? read(path) : { found: [], length: 0 };
    const file = openSync(path, existsSync(path) ? "r+" : "wx");
    ftruncateSync(file, length);
    let end = length;
    let synced = performance.now();
    return {
      found,
      append(done) {
        try {
          const bytes = Buffer.from(`${line(done)}\n`);
          for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, end + at);
          end += bytes.length;
          if (performance.now() - synced < SYNC_MS) return;
          fsyncSync(file);
          synced = performance.now();
        } catch (error) {
          throw explained(error, path);
        }
      },
      close() {
        fsyncSync(file);
        closeSync(file);
      },
    };
  } catch (error) {
    throw explained(error, path);
  }
}

function line({ point, from, values, failures }: Done): string {
  const data = Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");
  const body = JSON.stringify({ point, from, failures, data });
  return JSON.stringify({ digest: digest(Buffer.from(body)), body });
}

function read(path: string): { found: Done[]; length: number } {
  const bytes = readFileSync(path);
  const found: Done[] = [];
  let length = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, length)) {
    const done = parse(bytes.toString("utf8", length, end));
    if (!done) break;
    found.push(done);
    length = end + 1;
  }
  return { found, length };
}

function parse(text: string): Done | undefined {
  try {
    const { digest: expected, body } = JSON.parse(text) as { digest: string; body: string };
    if (digest(Buffer.from(body)) !== expected) return undefined;
    const { point, from, failures, data } = JSON.parse(body) as Omit<Done, "values"> & { data: string };
    const raw = Uint8Array.from(Buffer.from(data, "base64"));
    return { point, from, failures, values: new Float64Array(raw.buffer) };
  } catch {
    return undefined;
  }
}
