import { expect, test } from "vitest";
import fc from "fast-check";
import seedrandom from "seedrandom";
import { chance, childKey, pairUniform, sequence, streamKey, streamKeys, uniform } from "../../models/core/index.ts";

const streams = {
  taste: "node",
  coin: "arc",
  meeting: "pair",
  mood: "node-step",
  word: "arc-step",
  queue: "sequence",
} as const;
const begin = (seed: string | number = "s", world = 4) => chance(streams, streamKeys(seed, streams), world);

test('a stream\'s key is four words of seedrandom under seed/stream; 7 and "7" are the same seed', () => {
  const source = seedrandom("7/coin");
  expect([...streamKey("7", "coin")]).toEqual([0, 1, 2, 3].map(() => source.int32()));
  expect(streamKey(7, "coin")).toEqual(streamKey("7", "coin"));
  expect(streamKeys(7, streams)).toEqual(
    Object.fromEntries(Object.keys(streams).map((name) => [name, streamKey("7", name)])),
  );
});

test("the keys of a model are right whatever seed was asked before", () => {
  const first = streamKeys("a", streams);
  const other = streamKeys("b", streams);
  expect(streamKeys("a", streams)).toEqual(first);
  expect(other.coin).not.toEqual(first.coin);
  expect(first.coin).not.toEqual(first.taste);
});

test("world r draws with child r of the stream's key, step t with child t of that", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(2 ** 30 - 1), fc.nat(1000), fc.nat(1e9), fc.nat(1e9), (seed, world, t, i, j) => {
      const own = begin(seed, world);
      const key = (name: string) => childKey(streamKey(seed, name), world);
      own.at(t);
      expect(own.random.taste(i)).toBe(uniform(key("taste"), i));
      expect(own.random.coin(i)).toBe(uniform(key("coin"), i));
      expect(own.random.meeting(i, j)).toBe(pairUniform(key("meeting"), i, j));
      expect(own.random.mood(i)).toBe(uniform(childKey(key("mood"), t), i));
      expect(own.random.word(i)).toBe(uniform(childKey(key("word"), t), i));
      expect(own.random.queue.word()).toBe(sequence(key("queue")).word());
    }),
  );
});

test("setup draws as step 0, and only the streams of steps move with the clock", () => {
  const own = begin();
  const look = () => [
    own.random.taste(1),
    own.random.coin(1),
    own.random.meeting(1, 2),
    own.random.mood(1),
    own.random.word(1),
  ];
  const setup = look();
  own.at(0);
  expect(look()).toEqual(setup);
  own.at(1);
  expect(look().slice(0, 3)).toEqual(setup.slice(0, 3));
  expect(look()[3]).not.toBe(setup[3]);
  expect(look()[4]).not.toBe(setup[4]);
  own.at(0);
  expect(look()).toEqual(setup);
});

test("places are those of the sequences alone, and restored they go on from there", () => {
  const own = begin();
  own.random.queue.below(10);
  const places = own.save();
  expect(Object.keys(places)).toEqual(["queue"]);
  const next = own.random.queue.word();
  const twin = begin();
  twin.restore(places);
  expect(twin.random.queue.word()).toBe(next);
});

test("worlds share nothing: what one draws leaves the other as it was", () => {
  const [one, other] = [begin("s", 1), begin("s", 2)];
  const before = [other.random.mood(3), other.random.taste(3), ...other.save().queue];
  one.at(9);
  one.random.queue.word();
  expect([other.random.mood(3), other.random.taste(3), ...other.save().queue]).toEqual(before);
});
