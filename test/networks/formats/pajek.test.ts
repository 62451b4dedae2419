import { expect, test } from "vitest";
import { reading, refusal, ties } from "../../support/network-files.ts";

test("arcs and edges are read with their weights, labels as names, drawing instructions passed over", () => {
  const read = reading(
    '% a comment\n*Network x\n*Vertices 3\n1 "Ann Lee" 0.1 0.2 ellipse\n2 Bob\n*Edges\n1 2 2.5 c Red\n2 3 c Blue\n',
    "net",
  );
  expect([ties(read), read.network.directed]).toEqual([["Ann Lee-Bob:2.5", "Bob-3:1"], false]);
  expect(reading("*vertices 2\r\n*arcs\r\n2 1\r\n", "net").network.directed).toBe(true);
  const mixed = reading("*Vertices 3\n*Arcs\n1 2\n*Edges\n2 3\n", "net");
  expect([mixed.network.directed, mixed.rows]).toEqual([false, 2]);
});

test("lists and matrices are read row by row", () => {
  expect(ties(reading("*Vertices 3\n*Arcslist\n1 2 3\n3 1\n", "net"))).toEqual(["1-2", "1-3", "3-1"]);
  expect(ties(reading("*Vertices 2\n*Edgeslist\n1 2\n", "net"))).toEqual(["1-2"]);
  const matrix = reading("*Vertices 3\n*Matrix\n0 1 0\n0 1 2\n0 0 0\n", "net");
  expect([ties(matrix), matrix.rows, matrix.dropped.selfLoops]).toEqual([["1-2:1", "2-3:2"], 3, 1]);
});

test("several relations are refused with their counts until one is chosen, by its name or its number", () => {
  const text = '*Vertices 3\n*Arcs :1 "likes"\n1 2\n2 3\n*Arcs :2\n3 1\n*Matrix :3 "helps"\n0 0 0\n1 0 0\n0 0 0\n';
  expect(refusal(() => reading(text, "net"))).toBe(
    "file.net: one relation must be chosen, as by ?relation=likes, got 3 relations: likes (2 rows), 2 (1 row), helps (1 row)",
  );
  expect(ties(reading(text, "net", { relation: "likes" }))).toEqual(["1-2", "2-3"]);
  expect(ties(reading(text, "net", { relation: "2" }))).toEqual(["3-1"]);
  expect(ties(reading(text, "net", { relation: "helps" }))).toEqual(["2-1"]);
  expect(refusal(() => reading(text, "net", { relation: "like" }))).toContain(
    'the relation must be one of likes (2 rows), 2 (1 row), helps (1 row), got "like"',
  );
});

test("numbers beyond the vertices are dangling; repeated labels are told and give way to numbers", () => {
  const read = reading('*Vertices 2\n1 "x"\n2 "x"\n*Arcs\n1 2\n1 3\n0 1\n', "net");
  expect([ties(read), read.dropped.dangling]).toEqual([["1-2"], 2]);
  expect(read.told[0]).toBe("labels repeat, so nodes go by their numbers");
});

test.each<[string, string, string]>([
  ["no vertices", "*Arcs\n1 2\n", ', line 1: a Pajek file must start with *Vertices, got "*Arcs"'],
  ["rows before any heading", "1 2\n", ', line 1: a Pajek file must start with *Vertices, got "1 2"'],
  ["no number of vertices", "*Vertices\n", ", line 1: *Vertices must say how many there are, got nothing"],
  ["a vertex out of range", "*Vertices 1\n2 x\n", ', line 2: a vertex must have a number from 1 to 1, got "2"'],
  ["a vertex twice", "*Vertices 2\n1 x\n1 y\n", ", line 3: each vertex must come once, got 1 again"],
  ["too many vertices", "*Vertices 1\n1 x\n2 y\n", ", line 3: there must be 1 vertex line as *Vertices says, got 2"],
  ["a vertex by name", "*Vertices 1\n*Arcs\nx 1\n", ', line 3: a vertex must be given by its number, got "x"'],
  ["one end", "*Vertices 1\n*Arcs\n1\n", ', line 3: a row must name two vertices, got "1"'],
  ["a ragged matrix", "*Vertices 2\n*Matrix\n0 1 1\n0 0\n", ", line 3: a row of the matrix must have 2 entries, got 3"],
  ["too long a matrix", "*Vertices 1\n*Matrix\n0\n0\n", ", line 4: the matrix must have 1 row, got more"],
  ["too short a matrix", "*Vertices 2\n*Matrix\n0 1\n", ", line 2: the matrix must have 2 rows, got 1"],
  ["a quote left open", '*Vertices 1\n1 "x\n', ', line 2: a label must have a closing quote, got "1 \\"x"'],
  [
    "a digit too many",
    "*Vertices 99999999\n1 x\n",
    ", line 1: more than 1000000 vertices must be listed one by one, got 1 of 99999999",
  ],
])("Pajek with %s is refused", (_, text, message) => {
  expect(refusal(() => reading(text, "net"))).toBe(`file.net${message}`);
});
