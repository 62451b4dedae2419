import { expect, test } from "vitest";
import { plainly, reading, refusal, ties } from "../../support/network-files.ts";

test("nodes go by their labels where all have one of their own, by their ids otherwise", () => {
  const file = (second: string): string =>
    `Creator "x"\ngraph\n[\n  directed 0\n  node [ id 1 label "Ann" ]\n  node [ id 7 ${second} ]\n  edge [ source 1 target 7 value 3 ]\n]\n`;
  expect(ties(reading(file('label "Bob"'), "gml"))).toEqual(["Ann-Bob:3"]);
  const ids = reading(file('label "Ann"'), "gml");
  expect([ties(ids), ids.told, plainly(ids.network).attributes]).toEqual([
    ["1-7:3"],
    ["labels are missing or repeat, so nodes go by their ids"],
    { label: ["Ann", "Ann"] },
  ]);
});

test("comments, entities, numbers and lists within a node are read or passed over", () => {
  const text =
    '# a comment [\ngraph [ directed 1 node [ id 0 label "a &quot;b&quot; &#233;" age 41.5 graphics [ x 1 y [ z 2 ] ] ]\n#x\nnode [ id 1 label "2" town "Ulm" ] edge [ source 1 target 0 ] ]';
  const { network } = reading(text, "gml");
  expect(plainly(network)).toEqual({
    directed: true,
    keys: ['a "b" é', "2"],
    edges: ['["2","a \\"b\\" é",1]'],
    attributes: { age: [41.5, undefined], town: [undefined, "Ulm"] },
  });
});

test("self-loops and edges to unknown ids are dropped", () => {
  const read = reading(
    "graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 1 ] edge [ source 1 target 9 ] edge [ source 2 target 1 ] ]",
    "gml",
  );
  expect([ties(read), read.rows, read.dropped]).toEqual([
    ["1-2"],
    3,
    { selfLoops: 1, duplicates: 0, dangling: 1, unusable: 0 },
  ]);
  expect(read.told[0]).toBe('the first edge naming nobody who is in the file: "1" to "9"');
});

test.each<[string, string, string]>([
  ["no graph", 'Creator "x"', ": a GML file must hold one graph [ … ], got none"],
  ["two graphs", "graph [ ]\ngraph [ ]", ", line 2: a GML file must hold one graph [ … ], got a second one"],
  ["a bracket left open", "graph [\nnode [ id 1 ]", ", line 2: each [ must be closed by ], got the end of the file"],
  ["a bracket too many", "graph [ ] ]", ", line 1: each ] must close a [, got one too many"],
  [
    "a quote left open",
    'graph [\nnode [ id 1 label "Ann ]',
    ', line 2: a text must be closed by a quote, got "\\"Ann ]"',
  ],
  ["a key without value", "graph [ directed ]", ", line 1: directed must have a value, got ]"],
  ["a value without key", "graph [ 7 ]", ', line 1: a key must come first, a word, got "7"'],
  [
    "an id twice",
    "graph [ node [ id 1 ]\nnode [ id 1 ] ]",
    ", line 2: each node must have an id of its own, got 1 again",
  ],
  ["an edge without target", "graph [ edge [ source 1 ] ]", ", line 1: an edge must have a target, got none"],
  ["more than 100 levels", "graph [ ".repeat(101), ", line 1: lists must nest at most 100 deep, got deeper ones"],
])("GML with %s is refused", (_, text, message) => {
  expect(refusal(() => reading(text, "gml"))).toBe(`file.gml${message}`);
});
