import { setTimeout } from "node:timers/promises";
import seedrandom from "seedrandom";
import { draw, type Key, sequence, streamKey } from "../../models/core/index.ts";
import { SEED } from "./kernels.ts";
import { type Measured, median, paired, timed } from "./paired.ts";
import { keyText, type Reference } from "./reference.ts";

const COUNT = 1 << 22;
const BUFFER = 1024;

function readInOrder(key: Key): number {
  const source = sequence(key);
  let sum = 0;
  for (let k = 0; k < COUNT; k++) sum = (sum + source.word()) | 0;
  return sum >>> 0;
}

/** The same with the numbers on [0, 1) that models read, one call each. */
function readUniform(key: Key): number {
  const source = sequence(key);
  let sum = 0;
  for (let k = 0; k < COUNT; k++) sum += source.uniform();
  return sum;
}

/** The same numbers again, taken a buffer at a time, as shuffles take them. */
function readFilled(key: Key): number {
  const source = sequence(key);
  const words = new Int32Array(BUFFER);
  let sum = 0;
  for (let done = 0; done < COUNT; done += BUFFER) {
    source.fill(words);
    for (let k = 0; k < BUFFER; k++) sum += (words[k] >>> 0) * 2 ** -32;
  }
  return sum;
}

function readKeyed(key: Key): number {
  const k0 = key[0] | 0; // taken apart by an iterator they would not be known to be whole numbers
  const k1 = key[1] | 0;
  const k2 = key[2] | 0;
  const k3 = key[3] | 0;
  let sum = 0;
  for (let k = 0; k < COUNT; k++) sum = (sum + draw(k0, k1, k2, k3, k)) | 0;
  return sum >>> 0;
}

function readSeedrandom(count: number): number {
  const source = seedrandom(SEED);
  let sum = 0;
  for (let k = 0; k < count; k++) sum += source();
  return sum;
}

/** Nanoseconds per draw: in order against seedrandom's default, then keyed; each is also measured against C++. */
export async function benchDraws(reference: Reference | null): Promise<Measured[]> {
  const key = streamKey(SEED, "bench");
  const rows = [
    await againstSeedrandom("taken a buffer at a time", key, readFilled, 20),
    await againstSeedrandom("taken one by one", key, readUniform),
  ];
  for (const [name, request, read] of [
    ["sequence", "sequence", readInOrder],
    ["keyed", "keyed", readKeyed],
  ] as const) {
    const ours = () => timed(() => [read(key)]);
    if (reference) {
      const pair = await paired(`draws, ${name}`, ours, () => reference.ask(`${request} ${keyText(key)} ${COUNT}`));
      rows.push({
        name: `draw, ${name}, against C++`,
        unit: "ns a draw",
        value: pair.ours / COUNT,
        reference: pair.theirs / COUNT,
        ratio: pair.ratio,
      });
    } else
      rows.push({
        name: `draw, ${name}`,
        unit: "ns a draw",
        value: ours().nanoseconds / COUNT,
        reference: null,
        ratio: null,
      });
  }
  return rows;
}

/** How many times faster than seedrandom's default the numbers on [0, 1) of a sequence come. */
async function againstSeedrandom(how: string, key: Key, read: (key: Key) => number, goal?: number): Promise<Measured> {
  const few = COUNT >> 5;
  for (let round = 0; round < 4; round++) {
    read(key);
    readSeedrandom(few);
    await setTimeout(50); // the compiler works in the background and optimizes twice
  }
  const rounds = Array.from({ length: 7 }, () => ({
    ours: timed(() => [read(key)]).nanoseconds / COUNT,
    theirs: timed(() => [readSeedrandom(few)]).nanoseconds / few,
  }));
  const ratio = median(rounds.map(({ ours, theirs }) => theirs / ours));
  return {
    name: `times faster than seedrandom's default, draws in sequence ${how}`,
    unit: "ns a draw",
    value: median(rounds.map(({ ours }) => ours)),
    reference: median(rounds.map(({ theirs }) => theirs)),
    ratio,
    ...(goal !== undefined && { goal: `at least ${goal}`, met: ratio >= goal }),
  };
}
