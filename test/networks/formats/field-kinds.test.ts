import { expect, test } from "vitest";
import { type Choices } from "../../../models/networks/formats/choices.ts";
import { readNetwork } from "../../../models/networks/formats/formats.ts";
import { attributeOf } from "../../../models/networks/graphology.ts";
import { checked, refusal, ties } from "../../support/network-files.ts";

/** A file as one line: its people, `-` or `>` for the kind of its ties, and these. */
function read(name: string, content: string, choices: Choices = {}): string {
  const reading = checked(readNetwork(content, { name, ...choices }));
  const kind = reading.network.directed ? ">" : "-";
  return `${reading.network.size} ${ties(reading).join(" ").replaceAll("-", kind)}`;
}
const told = (name: string, content: string, choices: Choices = {}): string =>
  readNetwork(content, { name, ...choices }).told.join("\n");
function column(title: string, name: string, content: string): unknown[] {
  const { network } = readNetwork(content, { name });
  return Array.from(network.nodes, (i) => attributeOf(network.attributes[title], i));
}

// Each right value is worked out by hand.
test.each<[string, string, string, string, Choices?]>([
  ["hashtags are names", "t.csv", "source,target\n#sun,#sea\nkai,#sun\n", "3 #sun-#sea #sun-kai"],
  ["a first row may begin with #", "t.csv", "#sun,sea\nsea,kai\n", "3 #sun-sea sea-kai"],
  ["a header may begin with #", "t.csv", "#source,target,weight\na,b,2\n", "2 a-b:2"],
  ["names may begin with %", "t.csv", "from;to\n%a;b\n//c;b\n", "3 %a-b b-//c"],
  ["a person and who brought them", "t.csv", "Customer,Referred By\nben,ann\ncy,ann\n", "3 ann-ben ann-cy"],
  ["who brought whom has a direction", "t.csv", "customer,referrer\nb,a\n", "2 a>b", { directed: true }],
  ["a customer whom nobody brought stays", "t.csv", "member,inviter\na,\nb,a\nc,a\nd,\ne,\nf,\n", "6 a-b a-c"],
  ["words of neo4j", "t.csv", ":START_ID(Person),:END_ID(Person),:TYPE\na,b,KNOWS\nb,c,KNOWS\n", "3 a-b b-c"],
  ["a header of unknown words", "t.csv", "alpha,omega\na,b\nb,c\nc,a\n", "3 a-b a-c b-c"],
  ["a row of names that return below", "t.csv", "ann,bob\nbob,cy\ncy,ann\n", "3 ann-bob ann-cy bob-cy"],
  ["a header that is asked for", "t.csv", "a,b\nb,c\n", "2 b-c", { header: "yes" }],
  ["a header that is not", "t.csv", "source,target\na,b\n", "4 source-target a-b", { header: "no" }],
  [
    "SNAP says directed",
    "t.txt",
    "# Directed graph: x.txt\n# Nodes: 2 Edges: 2\n# FromNodeId\tToNodeId\n5\t6\n6\t5\n",
    "2 5>6 6>5",
  ],
  ["KONECT says directed, with weights", "out.x", "% asym positive\n% 2 2 2\n1 2 3 99\n2 1 4 99\n", "2 1>2:3 2>1:4"],
  ["KONECT in two modes", "t.txt", "% bip unweighted\n1 1\n2 1\n", "2 left 1-left 2", { mode: "left" }],
  ["two modes kept", "t.txt", "% bip unweighted\n1 1\n2 1\n", "3 left 1-right 1 right 1-left 2", { mode: "both" }],
  ["a matrix with names", "t.csv", ";ann;bob;cy\nann;0;1;0\nbob;1;0;2\ncy;0;2;0\n", "3 ann-bob:1 bob-cy:2"],
  ["a matrix as R writes it", "t.csv", '"","a","b"\n"a",0,1\n"b",0,0\n', "2 a>b"],
  ["a matrix with names in a comment", "t.csv", "# ann, bob, cy\n0,1,0\n1,0,1\n0,1,0\n", "3 ann-bob bob-cy"],
  ["rows that pandas numbers", "t.csv", ",source,target\n0,7,8\n1,8,9\n", "3 7-8 8-9"],
  ["rows that R numbers, under unknown titles", "t.csv", '"","x","y"\n"1",7,8\n"2",8,9\n', "3 7-8 8-9"],
  ["a bare matrix of 0 and 1", "t.txt", "0 1 1\n1 0 0\n1 0 0\n", "3 1-2 1-3"],
  [
    "a matrix that is asked for",
    "t.txt",
    "1 2 0 0\n0 0 0 3\n0 0 0 0\n0 0 4 0\n",
    "4 1>2:2 2>4:3 4>3:4",
    { format: "matrix" },
  ],
  ["an adjacency list", "t.txt", "a b c d\nb c\nc d\nd\n", "4 a-b a-c a-d b-c c-d"],
  ["an adjacency list of three columns", "t.csv", "a,b,c\nb,c,d\nc,d,e\n", "5 a-b a-c b-c b-d c-d c-e"],
  ["sep= and decimal commas", "t.csv", "sep=;\nsource;target;weight\na;b;1,5\nb;c;0,25\n", "3 a-b:1.5 b-c:0.25"],
  ["a third column of times", "t.txt", "1 2 1082040961\n2 3 1082155839\n", "3 1-2 2-3"],
  ["ids of a column of decimals", "t.csv", "source,target\n1.0,2\n2.0,3\n", "3 1-2 2-3"],
  ["a no-break space at an end", "t.csv", "source,target\na,b\u00a0\nb,c\n", "3 a-b b-c"],
  ["repeats may be summed", "t.csv", "source,target,weight\na,b,1\nb,a,3\n", "2 a-b:4", { repeats: "sum" }],
  ["of repeats the largest", "t.csv", "source,target,weight\na,b,1\nb,a,3\n", "2 a-b:3", { repeats: "max" }],
  ["negative weights without sign", "t.csv", "source,target,weight\na,b,-2\n", "2 a-b:2", { negative: "absolute" }],
  ["weights left out", "t.csv", "source,target,weight\na,b,2\n", "2 a-b", { weight: "none" }],
  [
    "GraphML within a node",
    "t.graphml",
    '<graphml><graph edgedefault="directed"><node id="g"><graph edgedefault="directed"><node id="g::a"/></graph></node><node id="b"/><edge source="g::a" target="b"/></graph></graphml>',
    "3 g::a>b",
  ],
  [
    "GEXF, mutual among directed",
    "t.gexf",
    '<gexf><graph defaultedgetype="directed"><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b" type="Mutual"/></edges></graph></gexf>',
    "2 a>b b>a",
  ],
  [
    "GEXF, a weight in attvalues",
    "t.gexf",
    '<gexf><graph><attributes class="edge"><attribute id="0" title="calls" type="integer"/></attributes><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"><attvalues><attvalue for="0" value="7"/></attvalues></edge></edges></graph></gexf>',
    "2 a-b:7",
    { weight: "calls" },
  ],
  ["GML without ids", "t.gml", "graph [ node [ id 1 ] node [ ] node [ id 2 ] edge [ source 1 target 2 ] ]", "3 1-2"],
  [
    "Pajek with a partition",
    "t.net",
    "*Network n\n*Vertices 2\n1 a\n2 b\n*Arcs\n1 2\n*Partition p\n*Vertices 2\n1\n2\n",
    "2 a>b",
  ],
  ["Pajek in two modes", "t.net", "*Vertices 3 2\n1 a\n2 b\n3 club\n*Edges\n1 3\n2 3\n", "2 a-b", { mode: "left" }],
  [
    "JSON of Cytoscape",
    "t.cyjs",
    '{"elements":{"nodes":[{"data":{"id":"1"}},{"data":{"id":"2"}}],"edges":[{"data":{"id":"e","source":"1","target":"2"}}]}}',
    "2 1-2",
  ],
  [
    "JSON Graph Format 2",
    "t.json",
    '{"graph":{"directed":false,"nodes":{"a":{},"b":{}},"edges":[{"source":"a","target":"b"}]}}',
    "2 a-b",
  ],
  ["JSON of contacts by name", "t.json", '{"a":["b","c"],"b":["a"]}', "3 a-b a-c"],
  ["JSON of vis.js", "t.json", '{"nodes":[{"id":1},{"id":2}],"edges":[{"from":1,"to":2,"value":3}]}', "2 1-2:3"],
  [
    "JSON adjacency of networkx",
    "t.json",
    '{"nodes":[{"id":0},{"id":1}],"adjacency":[[{"id":1}],[{"id":0}]]}',
    "2 0-1",
  ],
  ["JSON Lines", "t.jsonl", '{"source":"a","target":"b"}\n{"source":"b","target":"c"}\n', "3 a-b b-c"],
  [
    "JSON with empty edges beside links",
    "t.json",
    '{"nodes":["a","b"],"edges":[],"links":[{"source":"a","target":"b"}]}',
    "2 a-b",
  ],
  [
    "JSON ids beyond 2^53",
    "t.json",
    '{"nodes":[{"id":9007199254740992},{"id":9007199254740993}],"links":[{"source":9007199254740992,"target":9007199254740993}]}',
    "2 9007199254740992-9007199254740993",
  ],
  [
    "DL, an edge list with labels",
    "t.dl",
    "dl n=3 format=edgelist1\nlabels:\nann,bob,cy\ndata:\n1 2\n2 3 4\n",
    "3 ann>bob:1 bob>cy:4",
  ],
  ["DL, a full matrix", "t.txt", "DL N = 2\nFORMAT = FULLMATRIX\nDATA:\n0 1\n1 0\n", "2 1-2"],
  [
    "DL, a lower half without its diagonal",
    "t.dl",
    "dl n=3 format=lowerhalf diagonal=absent\ndata:\n1\n0 1\n",
    "3 1-2 2-3",
  ],
  [
    "DL, a node list with labels embedded",
    "t.dl",
    "dl n=3\nformat = nodelist1\nlabels embedded\ndata:\nann bob cy\n",
    "3 ann>bob ann>cy",
  ],
  ["VNA", "t.vna", "*node data\nid age\nann 3\nbob 4\n*tie data\nfrom to strength\nann bob 2\n", "2 ann>bob:2"],
  [
    "GDF",
    "t.gdf",
    "nodedef>name VARCHAR,label VARCHAR\na,'Lee, Ann'\nb,Bob\nedgedef>node1 VARCHAR,node2 VARCHAR,weight DOUBLE\na,b,2\n",
    "2 a-b:2",
  ],
  [
    "DOT, chains and subgraphs",
    "t.dot",
    'digraph g { a -> b -> "c d" [weight=2]; {a b} -> e // x\n}',
    "4 a>b:2 a>e:1 b>c d:2 b>e:1",
  ],
  [
    "MatrixMarket, symmetric",
    "t.mtx",
    "%%MatrixMarket matrix coordinate pattern symmetric\n3 3 2\n2 1\n3 1\n",
    "3 1-2 1-3",
  ],
  [
    "MatrixMarket as .txt, general",
    "t.txt",
    "%%MatrixMarket matrix coordinate real general\n% x\n2 2 1\n1 2 .5\n",
    "2 1>2:0.5",
  ],
])("%s", (_, name, content, expected, choices) => {
  expect(read(name, content, choices).trim()).toBe(expected);
});

test.each<[string, string, string]>([
  ["no weight", "source,target,weight\na,b,NA\nb,c,2\n", "dropped: 1 row with no weight, in line 2"],
  ["a weight of zero", "source,target,weight\na,b,0\nb,c,2\n", "dropped: 1 row with a weight of zero, in line 2"],
  ["a negative weight", "a b -1\nb c 2\n", "dropped: 1 row with a negative weight, in line 1"],
  ["an infinite weight", "a b 1\nb c 1e999\n", "dropped: 1 row with an infinite weight, in line 2"],
  [
    "a word for a weight",
    "source,target,weight\na,b,heavy\nb,c,2\n",
    "dropped: 1 row with a weight that is no number, in line 2",
  ],
  ["a short row", "source,target\na\nb,c\n", "dropped: 1 row with fewer cells than the others, in line 2"],
  ["a long row", "source,target\na,b,more\nb,c\n", "dropped: 1 row with more cells than the others, in line 2"],
  ["a blank end", "source\ttarget\na\t\nb\tc\n", "dropped: 1 row with no target, in line 2"],
  ["NA at an end", "from,to\na,b\nNA,b\nb,c\n", "dropped: 1 row with no source, in line 3"],
])("%s is one bad row, dropped and counted with its line", (_, content, sentence) => {
  for (const text of [content, new TextEncoder().encode(content)]) {
    const reading = checked(readNetwork(text, { name: "t.csv" }));
    expect([reading.dropped.unusable, reading.told.at(-1)]).toEqual([1, sentence]);
  }
});

test("many bad rows are refused, unless they are to be dropped; the first is refused where asked", () => {
  const content = `source,target\n${"a,\n".repeat(5)}${Array.from({ length: 20 }, (_, k) => `n${k},m${k}\n`).join("")}`;
  expect(refusal(() => read("t.csv", content))).toBe(
    "t.csv: at most a tenth of the rows may be unusable (?bad=drop reads the others), got 5 of 25 rows: 5 rows with no target, the first in line 2",
  );
  expect(readNetwork(content, { name: "t.csv", bad: "drop" }).network.edges).toBe(20);
  expect(refusal(() => read("t.csv", "source,target\na,b\nb,\n", { bad: "refuse" }))).toBe(
    "t.csv, line 3: each row must be usable, for ?bad=refuse was given, got no target",
  );
});

test.each<[string, string, string, string]>([
  ["METIS", "t.txt", "3 2\n2\n1 3\n2\n", "a file of METIS"],
  ["DIMACS", "t.txt", "p edge 3 2\ne 1 2\ne 2 3\n", "a file of DIMACS"],
  ["LGL", "t.txt", "# a\nb\nc\n# b\nc\n", "a file of LGL"],
  ["the Trivial Graph Format", "t.txt", "1 a\n2 b\n#\n1 2\n", "the Trivial Graph Format"],
  ["a weighted adjacency list", "t.csv", "a;b;0.1\nb;c;0.4;d;0.8\n", "an adjacency list must hold names only"],
  ["three columns of words", "t.csv", "a,b,x\nc,d,y\n", "?format=adjacency"],
  [
    "numbers that may be a matrix",
    "t.txt",
    "1 2 3 1\n2 1 1 4\n3 1 1 2\n1 4 2 5\n5 1 2 3\n".split("\n").slice(1).join("\n"),
    "?format=matrix",
  ],
  ["two modes", "t.net", "*Vertices 3 2\n*Edges\n1 3\n", "?mode=left"],
  [
    "a misspelt weight",
    "t.gml",
    "graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 weight 3 ] ]",
    "did you mean weight?",
  ],
  [
    "parallel kinds of edges",
    "t.gexf",
    '<gexf><graph><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b" kind="x"/><edge source="a" target="b" kind="y"/></edges></graph></gexf>',
    "one relation must be chosen",
  ],
])("%s is refused with the way out", (_, name, content, words) => {
  const choices: Choices = words === "did you mean weight?" ? { weight: "wieght" } : {};
  expect(refusal(() => read(name, content, choices))).toContain(words);
});

test("columns keep what the file says: exact, missing, as truth, decoded", () => {
  const ml = (type: string, values: string[]): string =>
    `<graphml><key id="v" for="node" attr.name="v" attr.type="${type}"/><graph>${values
      .map((value, k) => `<node id="${k}"><data key="v">${value}</data></node>`)
      .join("")}</graph></graphml>`;
  expect(column("v", "t.graphml", ml("long", ["1436278513418522631", "1"]))).toEqual(["1436278513418522631", "1"]);
  expect(column("v", "t.graphml", ml("double", ["nan", "INF", "2"]))).toEqual([undefined, undefined, 2]);
  expect(column("v", "t.graphml", ml("boolean", ["\n true ", "True"]))).toEqual(["true", "true"]);
  expect(column("v", "t.gml", "graph [ node [ id 1 v NaN ] node [ id 2 v 3 ] ]")).toEqual([undefined, 3]);
  expect(column("v", "t.gml", 'graph [ node [ id 1 v "Ren&eacute;e &quot;R&quot;" ] ]')).toEqual(['Renée "R"']);
  expect(column("v", "t.json", '{"nodes":[{"id":"a","v":NaN},{"id":"b","v":31}],"links":[]}')).toEqual([undefined, 31]);
  expect(column("p", "t.net", "*Vertices 1\n1 a\n*Partition p\n*Vertices 1\n7\n")).toEqual(["7"]);
});

test("a label that yEd draws is a column, its drawing is none", () => {
  const content =
    '<graphml><key id="d" for="node" yfiles.type="nodegraphics"/><graph edgedefault="directed"><node id="n0"><data key="d"><y:ShapeNode><y:NodeLabel>\n Ann \n</y:NodeLabel></y:ShapeNode></data></node></graph></graphml>';
  const { network } = readNetwork(content, { name: "t.graphml" });
  expect([Object.keys(network.attributes), attributeOf(network.attributes.label, 0)]).toEqual([["label"], "Ann"]);
});

test("two modes that share too many pairs are refused before they are counted", () => {
  const rows = Array.from({ length: 5000 }, (_, k) => `${k + 1} 1\n`).join("");
  expect(refusal(() => read("t.txt", `% bip\n${rows}`, { mode: "left" }))).toContain("at most 10000000");
});

test("what is decided is told", () => {
  expect(told("t.csv", "graph { a -- b }")).toBe("read as DOT, which the file is by its content");
  expect(told("t.csv", "alpha,omega\na,b\nb,c\nc,a\n")).toContain("line 1 is taken for a header");
  expect(told("t.txt", "a b\n# c\nb c\n")).toBe("1 line after the first row is a comment and not read");
  expect(told("t.csv", "source,target\na,b\n#c,b\n")).toBe("1 row begins with #, % or //, read as part of the name");
});
