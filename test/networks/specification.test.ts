import { expect, test } from "vitest";
import { builtins, generate, generators, isGenerated } from "../../models/networks/specification.ts";

test("a specification is a kind and its keys, a built-in stands alone", () => {
  const network = generate("ring:nodes=12,degree=4", 1);
  expect([network.size, network.edges, network.directed]).toEqual([12, 24, false]);
  expect(generate("path:nodes=3,directed=true", 1).directed).toBe(true);
  expect(generate(" path : nodes = 3, ", 1).size).toBe(3);
  expect(generate("karate", 1).size).toBe(34);
  expect(generate("path", 1).size).toBe(100);
});

test("built-ins and anything shaped like a kind are told from files", () => {
  for (const { kind } of [...generators, ...builtins]) expect(isGenerated(`${kind}:`)).toBe(true);
  for (const text of ["karate", "path:nodes=3", "erdos-reny:nodes=3"]) expect(isGenerated(text)).toBe(true);
  for (const text of ["karate.csv", "C:\\ties.csv", "data/path:1.csv", "https://example.org/ties.csv", "path", ""]) {
    expect(isGenerated(text)).toBe(false);
  }
});

test("an unknown kind is refused with the nearest right one", () => {
  expect(() => generate("erdos-reny:nodes=3", 1)).toThrow(/^network: erdos-reny is not a kind of network; did you mean erdos-renyi\? /);
  expect(() => generate("karat", 1)).toThrow("did you mean karate?");
});

test("all faults of a specification come at once, each with what must hold and what came", () => {
  const wrong = (): unknown => generate("barabasi-albert:nods=5,links=2.5,links=3,nodes=many,x", 1);
  expect(wrong).toThrow(RangeError);
  const message = messageOf(wrong).split("\n");
  expect(message).toHaveLength(5);
  expect(message).toEqual(
    expect.arrayContaining([
      "barabasi-albert: links must be given once, got it again",
      "barabasi-albert: a part must be key=value, got x",
      "barabasi-albert: nods is not a parameter; did you mean nodes? know nodes, links",
      "barabasi-albert: links must be a whole number from 1 to 100000, got 2.5",
      'barabasi-albert: nodes must be a whole number from 1 to 100000000, got "many"',
    ]),
  );
});

test("a built-in takes no keys but its own", () => {
  expect(() => generate("karate:nodes=5", 1)).toThrow("karate: nodes is not a parameter");
});

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}
