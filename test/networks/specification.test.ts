import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprint, type Parameter } from "../../models/core/index.ts";
import { builtins, generate, generators, isGenerated } from "../../models/networks/specification.ts";
import { faultsOf } from "../support/sound.ts";

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
  expect(() => generate("erdos-reny:nodes=3", 1)).toThrow(
    /^network: erdos-reny is not a kind of network; did you mean erdos-renyi\? /,
  );
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
      "barabasi-albert: nods is not a parameter; did you mean nodes? known: nodes, links",
      "barabasi-albert: links must be a whole number from 1 to 10000, got 2.5",
      'barabasi-albert: nodes must be a whole number from 1 to 100000000, got "many"',
    ]),
  );
});

test("half a world and one too many are refused", () => {
  for (const world of [0.5, -1, 2 ** 30, NaN]) {
    expect(() => generate("path", 1, world)).toThrow(
      `network: world must be a whole number from 0 to 1073741823, got ${world}`,
    );
  }
});

test("a built-in takes no keys but its own", () => {
  expect(() => generate("karate:nodes=5", 1)).toThrow("karate: nodes is not a parameter");
});

/** Small right values of one parameter, as text. */
function valueOf(name: string, { kind, min = 0, max = Infinity, options = [] }: Parameter): fc.Arbitrary<string> {
  if (kind === "flag") return fc.constantFrom("true", "false");
  if (kind === "choice") return fc.constantFrom(...options);
  if (name === "sizes")
    return fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }).map((sizes) => sizes.join("+"));
  if (name === "degrees")
    return fc.constantFrom("2x0.7+4x0.3", "0x1.0", "1+2+3+2", "3x0.5+1x0.5", "5x0.1+1x0.9", "4x1.0");
  if (kind === "whole") return fc.integer({ min, max: Math.min(max, min + 12) }).map(String);
  return fc
    .oneof(fc.constantFrom(min, Math.min(max, 1)), fc.double({ min, max: Math.min(max, min + 4), noNaN: true }))
    .map(String);
}
const anySpecification = fc.constantFrom(...generators, ...builtins).chain(({ kind, parameters }) =>
  fc
    .record(Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, valueOf(name, parameter)])))
    .map(
      (values) =>
        `${kind}:${Object.entries(values)
          .map(([name, value]) => `${name}=${value}`)
          .join()}`,
    ),
);

test("every kind gives a sound network or a refusal that names the kind", () => {
  fc.assert(
    fc.property(anySpecification, fc.nat(5), (text, seed) => {
      try {
        expect(faultsOf(generate(text, seed)), text).toEqual([]);
      } catch (error) {
        expect(error, text).toBeInstanceOf(RangeError);
        expect((error as Error).message.startsWith(`${text.split(":")[0]}: `), text).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

const drawn = [
  "erdos-renyi:nodes=200",
  "erdos-renyi:nodes=200,directed=true",
  "regular:nodes=200,degree=3",
  "regular:nodes=200,degree=5",
  "configuration:nodes=200",
  "watts-strogatz:nodes=200",
  "barabasi-albert:nodes=200",
  "power-law-cluster:nodes=200",
  "block:sizes=100+100",
  "forest-fire:nodes=200",
  "circles:customers=200",
];

test('the same seed and world give the same bytes, 7 and "7" alike; another seed or world does not', () => {
  expect(new Set(drawn.map((text) => text.split(":")[0]))).toEqual(
    new Set(
      generators
        .map(({ kind }) => kind)
        .filter((kind) => !["complete", "path", "ring", "star", "grid", "moore-torus", "seats"].includes(kind)),
    ),
  );
  for (const text of drawn) {
    const bytes = (seed: string | number, world?: number): string => generate(text, seed, world).out.targets.join();
    const first = bytes(7);
    expect(bytes("7", 0), text).toBe(first);
    expect(bytes(8), text).not.toBe(first);
    expect(bytes(7, 1), text).not.toBe(first);
    expect(bytes(7, 1), text).toBe(bytes(7, 1));
    expect(bytes(7), text).toBe(first);
  }
});

test("networks do not change from version to version", () => {
  // Published numbers rest on these draws; a change here is a change of results.
  expect(drawn.map((text) => `${text} ${fingerprint(generate(text, 1))}`)).toMatchInlineSnapshot(`
    [
      "erdos-renyi:nodes=200 82dc6292bccfad9a",
      "erdos-renyi:nodes=200,directed=true e8f443c02342a28b",
      "regular:nodes=200,degree=3 c1958fc202d01a6a",
      "regular:nodes=200,degree=5 80f3e850b22f8c35",
      "configuration:nodes=200 ea990419b3c22a8e",
      "watts-strogatz:nodes=200 af2875067b595584",
      "barabasi-albert:nodes=200 2fc7d7557a27cc44",
      "power-law-cluster:nodes=200 216f6dec09794e1d",
      "block:sizes=100+100 5b6d5ba255b76ad3",
      "forest-fire:nodes=200 fd7aa770f63fdd6c",
      "circles:customers=200 da4261ce247e02c5",
    ]
  `);
});

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}
