import { setTimeout } from "node:timers/promises";
import seedrandom from "seedrandom";
import { draw, type Key, sequence, streamKey } from "../../models/core/index.ts";
import { SEED } from "./kernels.ts";
import { type Measured, median, paired, timed } from "./paired.ts";
import { keyText, type Reference } from "./reference.ts";

const COUNT = 1 << 22;

function readInOrder(key: Key): number {
  const source = sequence(key);
  let sum = 0;
  for (let k = 0; k < COUNT; k++) sum = (sum + source.word()) | 0;
  return sum >>> 0;
}

/** The same with the numbers on [0, 1) that models read. */
function readUniform(key: Key): number {
  const source = sequence(key);
  let sum = 0;
  for (let k = 0; k < COUNT; k++) sum += source.uniform();
  return sum;
}

function readKeyed(key: Key): number {
  const [k0, k1, k2, k3] = key;
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

/** Nanoseconds a draw: in order against seedrandom's default, and beside it the keyed draw, each against C++ too. */
export async function benchDraws(reference: Reference | null): Promise<Measured[]> {
  const key = streamKey(SEED, "bench");
  const few = COUNT >> 5;
  for (let round = 0; round < 4; round++) {
    readUniform(key);
    readSeedrandom(few);
    await setTimeout(50); // the compiler works beside us, and changes its mind twice
  }
  const rounds = Array.from({ length: 7 }, () => ({
    ours: timed(() => [readUniform(key)]).nanoseconds / COUNT,
    theirs: timed(() => [readSeedrandom(few)]).nanoseconds / few,
  }));
  const ratio = median(rounds.map(({ ours, theirs }) => theirs / ours));
  const rows: Measured[] = [
    {
      name: "times faster than seedrandom's default, a draw in sequence",
      unit: "ns a draw",
      value: median(rounds.map(({ ours }) => ours)),
      reference: median(rounds.map(({ theirs }) => theirs)),
      ratio,
      goal: "at least 20",
      met: ratio >= 20,
    },
  ];
  for (const [name, request, read] of [["sequence", "sequence", readInOrder], ["keyed", "keyed", readKeyed]] as const) {
    const ours = () => timed(() => [read(key)]);
    if (reference) {
      const pair = await paired(`draws, ${name}`, ours, () => reference.ask(`${request} ${keyText(key)} ${COUNT}`));
      rows.push({ name: `draw, ${name}, against C++`, unit: "ns a draw", value: pair.ours / COUNT, reference: pair.theirs / COUNT, ratio: pair.ratio });
    } else rows.push({ name: `draw, ${name}`, unit: "ns a draw", value: ours().nanoseconds / COUNT, reference: null, ratio: null });
  }
  return rows;
}
