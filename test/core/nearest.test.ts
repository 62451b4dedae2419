import { expect, test } from "vitest";
import fc from "fast-check";
import { nearest, unknownName } from "../../models/core/index.ts";

test("a slip of two letters, or of a third of a long word, is understood", () => {
  const names = ["quality", "noise", "bar", "order", "neighbourhood"];
  expect(nearest("qualty", names)).toBe("quality");
  expect(nearest("Qaulity", names)).toBe("quality");
  expect(nearest("nosie", names)).toBe("noise");
  expect(nearest("neighborhod", names)).toBe("neighbourhood");
  expect(nearest("threshold", names)).toBeUndefined();
  expect(nearest("x", [])).toBeUndefined();
});

test("one insertion, deletion, replacement or swap is nearer than any two", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 6, maxLength: 9 });
  fc.assert(
    fc.property(letters, fc.nat(4), fc.nat(3), (word, at, kind) => {
      const slip = [
        word.slice(0, at) + word.slice(at + 1),
        `${word.slice(0, at)}x${word.slice(at)}`,
        `${word.slice(0, at)}x${word.slice(at + 1)}`,
        word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
      ][kind];
      expect(nearest(slip, [`yy${word}`, word])).toBe(word);
      expect(nearest(word, [word])).toBe(word);
    }),
  );
});

test("of equally near names the one that begins and ends most alike is meant, then the first", () => {
  expect(nearest("--sed", ["--set", "--seed"])).toBe("--seed");
  expect(nearest("--sed", ["--seed", "--set"])).toBe("--seed");
  expect(nearest("bat", ["bar", "bad"])).toBe("bar");
  expect(nearest("bat", ["cat", "bar", "mat"])).toBe("cat");
});

test("an unknown name is told with what is known, at most twenty of them", () => {
  expect(unknownName("qualty", "a parameter", ["quality", "bar"])).toBe(
    "qualty is not a parameter; did you mean quality? known: quality, bar",
  );
  expect(unknownName("zzzzzz", "a parameter", ["quality"])).toBe("zzzzzz is not a parameter; known: quality");
  expect(unknownName("x", "a parameter", [])).toBe("x is not a parameter; known: none");
  const many = Array.from({ length: 30 }, (_, k) => `name-${k}`);
  expect(unknownName("z", "a node", many)).toBe(`z is not a node; known: ${many.slice(0, 20).join(", ")}, …`);
});
