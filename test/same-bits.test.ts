import { Piscina } from "piscina";
import { expect, test } from "vitest";
import { catalog } from "../models/catalog.ts";
import { digest } from "../models/core/index.ts";
import golden from "./golden/models.json";
import { WORLDS } from "./support/every-model.ts";
import { GOLDEN, sameBits } from "./support/same-bits.ts";

test("Node gives the bits that every published number rests on", () => {
  expect(sameBits()).toEqual(GOLDEN);
});

test("a cascade's kernel gives the very worlds of its definition", () => {
  expect(GOLDEN["cascade by kernel"]).toBe(GOLDEN.cascade);
});

test("a worker thread gives the same bits, time after time", async () => {
  const pool = new Piscina({ filename: new URL("./support/same-bits-entry.mjs", import.meta.url).href, maxThreads: 1 });
  try {
    expect(await pool.run(undefined)).toEqual(GOLDEN);
    expect(await pool.run(undefined)).toEqual(GOLDEN); // by now compiled for speed
  } finally {
    await pool.destroy();
  }
});

test("every model gives the digest on record where two threads share its worlds", async () => {
  const pool = new Piscina({
    filename: new URL("./support/every-model-entry.mjs", import.meta.url).href,
    minThreads: 2,
    maxThreads: 2,
  });
  const run = (job: object) => pool.run(job) as Promise<{ threadId: number; measures: Float64Array }>;
  try {
    const digests = catalog.map(async ({ model: { name } }) => {
      const halves = await Promise.all([run({ name, from: 0, worlds: 2 }), run({ name, from: 2, worlds: WORLDS - 2 })]);
      const both = Float64Array.from(halves.flatMap(({ measures }) => [...measures]));
      return { name, threads: halves.map(({ threadId }) => threadId), digest: digest(both) };
    });
    const told = await Promise.all(digests);
    expect(Object.fromEntries(told.map(({ name, digest: found }) => [name, found]))).toEqual(golden);
    expect(new Set(told.flatMap(({ threads }) => threads)).size).toBe(2);
  } finally {
    await pool.destroy();
  }
});
