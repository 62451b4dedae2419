import { type ChildProcess, execFile, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Key, type Network } from "../../models/core/index.ts";

/** The C++ program: answers a request with the nanoseconds of processor time it took and its totals. */
export interface Reference {
  ask(request: string): Promise<Timed>;
  /** Hands over an undirected network and first customers; later requests are about them. */
  take(network: Network, seeds: readonly number[]): Promise<void>;
  close(): void;
}
/** Work that was timed, and what it came to. */
export interface Timed {
  nanoseconds: number;
  totals: readonly number[];
}

/** Compiles the reference into `folder` and starts it; null where there is no C++ compiler. */
export async function openReference(folder: string): Promise<Reference | null> {
  const program = join(folder, "reference");
  const source = fileURLToPath(new URL("./reference.cpp", import.meta.url));
  try {
    await promisify(execFile)("g++", ["-O3", "-march=native", "-std=c++17", "-o", program, source]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const child: ChildProcess = spawn(program, { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  async function ask(request: string): Promise<Timed> {
    child.stdin!.write(`${request}\n`);
    const { value, done } = (await answers.next()) as IteratorResult<string, undefined>;
    if (done) throw new RangeError(`bench: the reference must answer "${request}", got the end of its output`);
    const [nanoseconds, ...totals] = value.split(" ").map(Number);
    return { nanoseconds, totals };
  }
  async function take({ size, arcs, out }: Network, seeds: readonly number[]): Promise<void> {
    const path = join(folder, "network.bin");
    await writeFile(
      path,
      [Uint32Array.of(size, arcs, seeds.length), out.offsets, out.targets, Uint32Array.from(seeds)].map(bytesOf),
    );
    await ask(`network ${path}`);
  }
  return { ask, take, close: () => child.stdin!.end() };
}

/** A copy, since files cannot be written from shared memory. */
const bytesOf = (words: Uint32Array): Uint8Array => new Uint8Array(new Uint32Array(words).buffer);

/** A key as words of a request. */
export const keyText = (key: Key): string => Array.from(key, (part) => part >>> 0).join(" ");

/** A sum over all entries that notices their order, as the reference makes it. */
export function checksum(values: ArrayLike<number>, start = 0): number {
  let sum = start;
  for (let k = 0; k < values.length; k++) sum = Math.imul(sum ^ values[k], 0x9e3779b1);
  return sum >>> 0;
}
