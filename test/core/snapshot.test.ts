import { expect, test } from "vitest";
import fc from "fast-check";
import { defineModel, load, type Model, save, start, u8 } from "../../models/core/index.ts";
import { ringOfThirty, rumour } from "../support/rumour.ts";

const network = ringOfThirty();
const begin = (seed = "seed", steps = 3) => {
  const world = start(rumour, network, { parameters: { pass: 0.4, first: ["3"], order: "random" }, seed, world: 6 });
  for (let t = 0; t < steps; t++) world.step();
  return world;
};
const facts = (world: ReturnType<typeof begin>): unknown =>
  structuredClone([
    world.state,
    world.time,
    world.resting,
    world.places(),
    world.measure(),
    world.given,
    world.parameters,
    world.seed,
    world.world,
  ]);

test("a world saved and loaded goes on as if it had never stopped", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(8), fc.nat(8), (seed, before, after) => {
      const world = begin(seed, before);
      const bytes = save(world);
      const again = load(rumour, network, bytes);
      expect(facts(again)).toEqual(facts(world));
      expect(save(again)).toEqual(bytes);
      for (let t = 0; t < after; t++) expect(again.step()).toBe(world.step());
      expect(facts(again)).toEqual(facts(world));
    }),
  );
});

test("saving changes nothing, and the loaded world shares no memory with the bytes", () => {
  const world = begin();
  const before = facts(world);
  const bytes = save(world);
  expect(facts(world)).toEqual(before);
  const again = load(rumour, network, bytes);
  bytes.fill(0);
  expect(facts(again)).toEqual(before);
});

test("a snapshot inside a larger buffer, at any place, loads as well", () => {
  const world = begin();
  const bytes = save(world);
  for (const offset of [1, 2, 3, 8]) {
    const buffer = new Uint8Array(bytes.length + 16);
    buffer.set(bytes, offset);
    expect(facts(load(rumour, network, buffer.subarray(offset, offset + bytes.length)))).toEqual(facts(world));
  }
});

test("a byte changed anywhere is refused, or changes nothing at all", () => {
  const world = begin();
  const bytes = save(world);
  const right = facts(world);
  for (let at = 0; at < bytes.length; at++) {
    for (const flip of [1, 0x20, 0x80, 0xff]) {
      const damaged = bytes.slice();
      damaged[at] ^= flip;
      let loaded: unknown = right;
      try {
        loaded = facts(load(rumour, network, damaged));
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        expect((error as Error).message).toMatch(/^(snapshot|rumour): /);
      }
      expect(loaded).toEqual(right);
    }
  }
  const damaged = bytes.slice();
  damaged[bytes.length - 1] ^= 1;
  expect(() => load(rumour, network, damaged)).toThrow("snapshot: damaged; its bytes do not match its digest");
});

test("bytes cut off, added, lost or swapped are refused", () => {
  const bytes = save(begin());
  for (let length = 0; length < bytes.length; length++)
    expect(() => load(rumour, network, bytes.subarray(0, length))).toThrow(RangeError);
  expect(() => load(rumour, network, Uint8Array.of(...bytes, 0))).toThrow("damaged");
  const [near, far] = [bytes.length - 390, bytes.length - 310]; // two customers' eagerness
  const swapped = bytes.slice();
  swapped.set(bytes.subarray(near, near + 8), far);
  swapped.set(bytes.subarray(far, far + 8), near);
  expect(swapped).not.toEqual(bytes);
  expect(() => load(rumour, network, swapped)).toThrow("damaged");
});

test("a foreign file, another version, another model, other columns or another network are refused with words", () => {
  const bytes = save(begin());
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  expect(() => load(rumour, network, text("source,target\n1,2\n"))).toThrow(
    'snapshot: must start with "ovation world 1"; this is another kind of file or another version',
  );
  const version = bytes.slice();
  version[14] = 50;
  expect(() => load(rumour, network, version)).toThrow("another kind of file or another version");
  expect(() => load(rumour, network, text("ovation world 1\nnull\n"))).toThrow("its header cannot be read");
  expect(() => load(rumour, network, text("ovation world 1\n{}\n"))).toThrow(
    "snapshot: the model must be rumour, got undefined",
  );
  const gossip = defineModel({ ...rumour, name: "gossip" });
  expect(() => load(gossip, network, bytes)).toThrow("snapshot: the model must be gossip, got rumour");
  const wider: Model = { ...rumour, state: { ...rumour.state, more: u8("more") } };
  expect(() => load(wider, network, bytes)).toThrow(
    "snapshot: the columns or streams of rumour have changed since the snapshot was saved",
  );
  const luckier: Model = { ...rumour, streams: { ...rumour.streams, luck: "sequence" } };
  expect(() => load(luckier, network, bytes)).toThrow("the columns or streams of rumour have changed");
  expect(() => load(rumour, ringOfThirty(true), bytes)).toThrow(
    "snapshot: the network must be the one it was saved on, got another",
  );
});
