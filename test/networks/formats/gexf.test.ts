import { expect, test } from "vitest";
import { reading, refusal, plainly, ties } from "../../support/network-files.ts";

const graph = (inside: string, given = 'defaultedgetype="directed"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<graph ${given}>\n${inside}\n</graph>\n</gexf>\n`;
const nodes = (...ids: string[]): string => `<nodes>${ids.map((id) => `<node id="${id}"/>`).join("")}</nodes>`;

test("direction is as declared, and can be overridden, which is told", () => {
  const edges = `${nodes("a", "b")}<edges><edge source="a" target="b"/></edges>`;
  expect(reading(graph(edges), "gexf").network.directed).toBe(true);
  expect(reading(graph(edges, ""), "gexf").network.directed).toBe(false);
  expect(reading(graph(edges, 'defaultedgetype="mutual"'), "gexf").network.directed).toBe(false);
  const overridden = reading(graph(edges), "gexf", { directed: false });
  expect([overridden.network.directed, overridden.told]).toEqual([
    false,
    ["the file calls its edges directed; they are read as undirected, as asked"],
  ]);
  expect(ties(reading(graph(edges), "gexf", { reverse: true }))).toEqual(["b-a"]);
  expect(refusal(() => reading(graph(edges, ""), "gexf", { reverse: true }))).toContain(
    "reverse=true needs arcs to turn",
  );
});

test("a file with both kinds of edge is undirected; asked for arcs, its undirected edges become two", () => {
  const mixed = graph(
    `${nodes("a", "b", "c")}<edges><edge source="a" target="b"/><edge source="b" target="c" weight="4.5"/><edge type="undirected" source="c" target="a"/></edges>`,
  );
  const read = reading(mixed, "gexf");
  expect([ties(read), read.rows]).toEqual([["a-b:1", "a-c:1", "b-c:4.5"], 3]);
  expect(read.told).toEqual([
    "2 edges of 3 without a weight weigh 1",
    "the file has 2 directed and 1 undirected edges; all are read as undirected (directed=true makes two arcs of an undirected one)",
  ]);
  const arcs = reading(mixed, "gexf", { directed: true });
  expect([ties(arcs), arcs.rows]).toEqual([["a-b:1", "a-c:1", "b-c:4.5", "c-a:1"], 4]);
});

test("edges naming undeclared nodes are dangling, wherever nodes are declared", () => {
  const read = reading(
    graph(
      `<edges><edge source="x" target="b"/><edge source="a" target="b"/><edge source="y" target="z"/></edges>${nodes("a", "b")}`,
    ),
    "gexf",
  );
  expect([read.network.size, read.rows, read.dropped]).toEqual([
    2,
    3,
    { selfLoops: 0, duplicates: 0, dangling: 2, unusable: 0 },
  ]);
  expect(read.told).toEqual([
    'the first edge naming nobody who is in the file: "x" to "b"',
    "dropped: 2 edges naming nobody who is in the file",
  ]);
});

test("an empty graph is a network of nobody", () => {
  const read = reading(graph("<nodes/><edges/>"), "gexf");
  expect([read.network.size, read.rows, read.network.directed]).toEqual([0, 0, true]);
});

test("attributes become columns by their titles and types, with defaults and labels", () => {
  const text =
    graph(`<attributes class="node"><attribute id="0" title="age" type="integer"/><attribute id="1" title="town" type="string"><default>Ulm</default></attribute></attributes>
    <attributes class="edge"><attribute id="0" title="kind" type="string"><default>likes</default></attribute></attributes>
    <nodes><node id="1" label="Ann &amp; Co"><attvalues><attvalue for="0" value="41"/></attvalues></node>
    <node id="2" label="2"><attvalue id="1" value="Bonn"/><attvalue for="hobby" value="7"/></node></nodes>
    <edges><edge source="1" target="2"><attvalues><attvalue for="0" value="hates"/></attvalues></edge></edges>`);
  expect(plainly(reading(text, "gexf").network).attributes).toEqual({
    age: [41, undefined],
    town: ["Ulm", "Bonn"],
    label: ["Ann & Co", undefined],
    hobby: [undefined, "7"],
  });
});

test("a prefix of the root's own, CDATA and another encoding change nothing", () => {
  const prefixed = `<ns0:gexf xmlns:ns0="x"><ns0:graph><ns0:nodes><ns0:node id="a"/><ns0:node id="b"/></ns0:nodes><ns0:edges><ns0:edge source="a" target="b"/></ns0:edges></ns0:graph></ns0:gexf>`;
  expect(ties(reading(prefixed, "gexf"))).toEqual(["a-b"]);
  const latin = graph('<nodes><node id="é"/></nodes>').replace("UTF-8", "ISO-8859-1");
  expect(
    reading(
      Uint8Array.from(latin, (c) => c.charCodeAt(0)),
      "gexf",
    ).network.keys.key(0),
  ).toBe("é");
});

test.each<[string, string, string]>([
  ["a node without id", graph("<nodes>\n<node/></nodes>"), ', line 5: <node> must have id="…", got none'],
  [
    "an edge without target",
    graph('<edges><edge source="a"/></edges>'),
    ', line 4: <edge> must have target="…", got none',
  ],
  [
    "a word among numbers",
    graph(
      '<attributes class="node"><attribute id="0" title="age" type="float"/></attributes>\n<nodes><node id="1"><attvalue for="0" value="old"/></node></nodes>',
    ),
    ', line 5: "age" is declared as numbers and must hold one, got "old"',
  ],
  ["two graphs", "<gexf><graph/>\n<graph/></gexf>", ", line 2: a GEXF file must hold one <graph>, got a second one"],
  ["no graph", "<gexf/>", ": a GEXF file must hold a <graph>, got none"],
  ["another root", "<html></html>", ", line 1: a GEXF file must start with <gexf>, got <html>"],
  ["no XML", "a,b\n", ', line 1: XML must be well-formed, got text data outside of root node at "a,b\\n"'],
])("GEXF with %s is refused", (_, text, message) => {
  expect(refusal(() => reading(text, "gexf"))).toBe(`file.gexf${message}`);
});
