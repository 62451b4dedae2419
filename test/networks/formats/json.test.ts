import { expect, test } from "vitest";
import { plainly, reading, refusal, ties } from "../../support/network-files.ts";

const json = (value: unknown): string => JSON.stringify(value);

test("node-link by ids, by names, by places and by objects are all read", () => {
  const links = [{ source: "a", target: "b", value: 2 }];
  expect(ties(reading(json({ nodes: [{ id: "a" }, { id: "b" }], links }), "json"))).toEqual(["a-b:2"]);
  expect(ties(reading(json({ nodes: ["a", "b"], links }), "json"))).toEqual(["a-b:2"]);
  expect(
    ties(
      reading(
        json({
          nodes: [
            { name: "a", index: 0 },
            { name: "b", index: 1 },
          ],
          links: [{ source: 1, target: 0 }],
        }),
        "json",
      ),
    ),
  ).toEqual(["a-b"]);
  expect(
    ties(
      reading(
        json({ nodes: [{ name: "a" }, { name: "b" }], edges: [{ source: { name: "a" }, target: { name: "b" } }] }),
        "json",
      ),
    ),
  ).toEqual(["a-b"]);
  expect(ties(reading(json({ nodes: [{}, {}], links: [{ source: 0, target: 1 }] }), "json"))).toEqual(["0-1"]);
  expect(
    ties(
      reading(
        json({ directed: true, nodes: [{ id: 7 }, { id: 0 }], links: [{ source: 7, target: 0, weight: 0.5 }] }),
        "json",
      ),
    ),
  ).toEqual(["7-0:0.5"]);
});

test("facts of nodes become columns, their place does not; unknown ends are dangling", () => {
  const text = json({
    nodes: [
      { id: "a", age: 4, town: null, index: 0 },
      { id: "b", age: 5, town: "Ulm", index: 1 },
    ],
    links: [{ source: "a", target: "x" }],
  });
  const read = reading(text, "json");
  expect(plainly(read.network).attributes).toEqual({ age: [4, 5], town: [undefined, "Ulm"] });
  expect(read.dropped.dangling).toBe(1);
  expect(reading(json({ nodes: [{ name: "a" }], links: [{ source: 0, target: 5 }] }), "json").dropped.dangling).toBe(1);
});

test("each edge of graphology's serialisation says whether it has a direction", () => {
  const edges = [
    { source: "a", target: "b" },
    { source: "b", target: "a", undirected: true },
  ];
  const file = (chosen: unknown[], type: string): string =>
    json({ options: { type }, attributes: {}, nodes: [{ key: "a" }, { key: "b" }], edges: chosen });
  expect(reading(file([edges[0]], "directed"), "json").network.directed).toBe(true);
  expect(reading(file([edges[1]], "mixed"), "json").network.directed).toBe(false);
  expect(reading(file(edges, "mixed"), "json").dropped.duplicates).toBe(1);
});

test.each<[string, string, string]>([
  ["no JSON", '{\n"nodes": [}', ', line 2: the file must be JSON, got "}"'],
  ["its end missing", '{\n"nodes": [', ", line 2: the file must be JSON, got its end too soon"],
  ["no links", '{"nodes":[]}', ": edges or links must be a list, got nothing"],
  ["a bad node", '{"nodes":[[]],"links":[]}', ": node 0 must be an object or a name, got a list"],
  ["a bad edge", '{"nodes":[],"links":[1]}', ': edge 0 must be an object or a list of two ends, got "1"'],
  [
    "an edge without target",
    '{"nodes":[],"links":[{"source":"a"}]}',
    ": edge 0 must have a target, a name or a number, got nothing",
  ],
])("JSON with %s is refused", (_, text, message) => {
  expect(refusal(() => reading(text, "json"))).toContain(`file.json${message}`);
});
