import { expect, test } from "vitest";
import { plainly, reading, refusal, ties } from "../../support/network-files.ts";

const graph = (inside: string, keys = "", edgedefault = "undirected"): string =>
  `<graphml>${keys}\n<graph edgedefault="${edgedefault}">\n${inside}\n</graph></graphml>`;
const people = '<node id="a"/><node id="b"/><node id="c"/>';

test("direction, weight and data are as declared", () => {
  const keys = `<key id="d0" for="node" attr.name="colour" attr.type="string"><default>yellow</default></key>
    <key id="d1" for="edge" attr.name="weight" attr.type="double"/><key id="d2" for="node" attr.name="age" attr.type="int"/><key id="d3" for="graph" attr.name="mode"/>`;
  const read = reading(
    graph(
      `<data key="d3">static</data><node id="a"><data key="d0">green</data><data key="d2"> 7 </data></node><node id="b"><data key="odd">x</data></node>
       <edge source="a" target="b"><data key="d1">1.5</data></edge>`,
      keys,
      "directed",
    ),
    "graphml",
  );
  expect([read.network.directed, ties(read)]).toEqual([true, ["a-b:1.5"]]);
  expect(plainly(read.network).attributes).toEqual({
    colour: ["green", "yellow"],
    age: [7, undefined],
    odd: [undefined, "x"],
  });
});

test("repeats count as duplicates, the first weight stays; value is a weight only where it can be one", () => {
  const key = '<key id="v" for="edge" attr.name="value"/>';
  const edge = (s: string, t: string, v: string): string =>
    `<edge source="${s}" target="${t}"><data key="v">${v}</data></edge>`;
  const read = reading(
    graph(`${people}${edge("a", "b", "2")}${edge("b", "a", "7")}${edge("b", "c", "3")}`, key),
    "graphml",
  );
  expect([ties(read), read.rows, read.dropped.duplicates]).toEqual([["a-b:2", "b-c:3"], 3, 1]);
  expect(ties(reading(graph(`${people}${edge("a", "b", "friend")}`, key), "graphml"))).toEqual(["a-b"]);
});

test("an edge's own direction counts: both kinds make the file mixed", () => {
  const read = reading(
    graph(
      `${people}<edge source="a" target="b" directed="true"/><edge source="b" target="c"/><edge source="b" target="c"/>`,
    ),
    "graphml",
  );
  expect([read.network.directed, read.rows, ties(read)]).toEqual([false, 3, ["a-b", "b-c"]]);
  const arcs = reading(graph('<node id="a"/><node id="b"/><edge source="b" target="a" directed="true"/>'), "graphml");
  expect([arcs.network.directed, ties(arcs)]).toEqual([true, ["b-a"]]);
});

test("edges between undeclared nodes are dangling, though nodes stand between them", () => {
  const read = reading(
    graph('<node id="a"/><edge source="a" target="x"/><node id="b"/><edge source="y" target="b"/>'),
    "graphml",
  );
  expect([read.network.size, read.network.edges, read.dropped.dangling]).toEqual([2, 0, 2]);
});

test.each<[string, string, string]>([
  ["no graph", "<graphml/>", ": a GraphML file must hold a <graph>, got none"],
  ["another root", "<gexf/>", ", line 1: a GraphML file must start with <graphml>, got <gexf>"],
])("GraphML with %s is refused", (_, text, message) => {
  expect(refusal(() => reading(text, "graphml"))).toBe(`file.graphml${message}`);
});
