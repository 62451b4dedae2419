import { Piscina } from "piscina";
import { expect, test } from "vitest";
import golden from "./golden/models.json";
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

test("every model gives the digest on record in a worker thread", async () => {
  const pool = new Piscina({
    filename: new URL("./support/every-model-entry.mjs", import.meta.url).href,
    maxThreads: 1,
  });
  try {
    expect(await pool.run(undefined)).toEqual(golden);
  } finally {
    await pool.destroy();
  }
});
