import seedrandom from "seedrandom";
import { childKey, type Key, pairUniform, uniform } from "./keyed.ts";
import { type Sequence, sequence } from "./sequence.ts";

/** What the draws of a stream belong to. The kinds ending in `-step` give a new draw each step. */
export type StreamKind = "node" | "arc" | "pair" | "node-step" | "arc-step" | "sequence";
export type Streams = Record<string, StreamKind>;

/**
 * The draws of a stream by index. `key` is for hot loops, which call `draw` with its four words; for a `-step`
 * stream it is the key of the current step.
 */
export type Indexed = ((index: number) => number) & { readonly key: Key };
export type Draws<K extends StreamKind> = K extends "sequence"
  ? Sequence
  : K extends "pair"
    ? (i: number, j: number) => number
    : Indexed;
/** What a model draws from: numbers on [0, 1) by index, or sequences to read in order. */
export type Random<R extends Streams> = { readonly [K in keyof R]: Draws<R[K]> };

/** The key of a stream: four words from seedrandom, made once per job. `7` and `"7"` are the same seed. */
export function streamKey(seed: string | number, stream: string): Key {
  const source = seedrandom(`${seed}/${stream}`);
  return Int32Array.from({ length: 4 }, () => source.int32());
}

const made = new WeakMap<Streams, { seed: string; keys: Record<string, Key> }>();

/**
 * The keys of all streams of a model under one seed, made once per job because a seedrandom generator costs about
 * 12 µs.
 */
export function streamKeys<R extends Streams>(seed: string | number, streams: R): { [K in keyof R]: Key } {
  let found = made.get(streams);
  if (found?.seed !== String(seed)) {
    const keys = Object.keys(streams).map((name) => [name, streamKey(seed, name)]);
    found = { seed: String(seed), keys: Object.fromEntries(keys) as Record<string, Key> };
    made.set(streams, found);
  }
  return found.keys as { [K in keyof R]: Key };
}

/** The streams of one world, their step, and the positions in their sequences. */
export interface Chance<R extends Streams> {
  random: Random<R>;
  /** Moves the `-step` streams to step `t`; cheap, and free if there are none. */
  at(t: number): void;
  save(): Record<string, number[]>;
  restore(places: Record<string, number[]>): void;
}

export function chance<R extends Streams>(streams: R, keys: { [K in keyof R]: Key }, world: number): Chance<R> {
  const random: Record<string, unknown> = {};
  const sequences: Record<string, Sequence> = {};
  const moving: { parent: Key; key: Key }[] = [];
  for (const [name, kind] of Object.entries(streams)) {
    const own = childKey(keys[name], world);
    if (kind === "sequence") random[name] = sequences[name] = sequence(own);
    else if (kind === "pair") random[name] = (i: number, j: number) => pairUniform(own, i, j);
    else if (kind === "node" || kind === "arc") random[name] = indexed(own);
    else {
      const key = childKey(own, 0);
      moving.push({ parent: own, key });
      random[name] = indexed(key);
    }
  }
  return {
    random: random as Random<R>,
    at: (t) => {
      for (const { parent, key } of moving) childKey(parent, t, key);
    },
    save: () => Object.fromEntries(Object.entries(sequences).map(([name, own]) => [name, own.save()])),
    restore: (places) => {
      for (const [name, own] of Object.entries(sequences)) own.restore(places[name]);
    },
  };
}

const indexed = (key: Key): Indexed => Object.assign((i: number) => uniform(key, i), { key });
