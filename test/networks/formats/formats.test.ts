import fc from "fast-check";
import Graph from "graphology";
import { parse as parseGexf } from "graphology-gexf";
import { parse as parseGraphml } from "graphology-graphml";
import Papa from "papaparse";
import { expect, test, vi } from "vitest";
import { formatOf, formats, lossOf, readNetwork, writeNetwork } from "../../../models/networks/formats/formats.ts";
import { harmless } from "../../../models/networks/formats/table/formula.ts";
import { toGraph, view } from "../../../models/networks/graphology.ts";
import { anyFiled, plainly, reading, refusal, ties } from "../../support/network-files.ts";
import { tiny } from "../../support/tiny.ts";

// Random networks by the hundred: quick on an idle machine, not on a busy one.
vi.setConfig({ testTimeout: 60_000 });

// What XML 1.0 and Pajek's labels cannot hold; the writers refuse those (see below).
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u;
const QUOTES = /["\r\n]/;
const WORDS = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,8}$/).filter((title) => title !== "id" && title !== "label");

test.each(["gexf", "graphml"] as const)(
  "what is written as .%s is read as the same network, columns and all",
  (format) => {
    fc.assert(
      fc.property(anyFiled({ unfit: CONTROLS }), (network) => {
        expect(plainly(reading(writeNetwork(network, format), format).network)).toEqual(plainly(network));
      }),
    );
  },
);

test("what is written as .json is read as the same network, columns and all", () => {
  fc.assert(
    fc.property(anyFiled(), (network) => {
      expect(plainly(reading(writeNetwork(network, "json"), "json").network)).toEqual(plainly(network));
    }),
  );
});

test("what is written as .gml is read as the same network, with all columns in which anybody has a value", () => {
  fc.assert(
    fc.property(anyFiled({ titles: WORDS }), (network) => {
      const expected = plainly(network);
      const known = Object.entries(expected.attributes).filter(([, values]) =>
        values.some((value) => value !== undefined),
      );
      expect(plainly(reading(writeNetwork(network, "gml"), "gml").network)).toEqual({
        ...expected,
        attributes: Object.fromEntries(known),
      });
    }),
  );
});

test("what is written as .net is read as the same network", () => {
  fc.assert(
    fc.property(anyFiled({ unfit: QUOTES, attributes: false }), (network) => {
      expect(plainly(reading(writeNetwork(network, "net"), "net").network)).toEqual(plainly(network));
    }),
  );
});

test.each(["csv", "tsv", "txt"] as const)(
  "what is written as .%s is read as the same network, people without ties included",
  (format) => {
    fc.assert(
      fc.property(anyFiled({ attributes: false }), fc.boolean(), (network, asBytes) => {
        const text = writeNetwork(network, format);
        const content = asBytes ? new TextEncoder().encode(text) : text;
        const again = plainly(reading(content, format, { directed: network.directed }).network);
        // A list names people in the order of its rows, so only the set of them is kept.
        const sorted = ({ keys, ...rest }: ReturnType<typeof plainly>): unknown => ({ ...rest, keys: keys.toSorted() });
        expect(sorted(again)).toEqual(sorted(plainly(network)));
      }),
    );
  },
);

test("a generated network comes back node for node from every format", () => {
  const drawn = tiny(6, [
    [4, 2],
    [2, 5],
    [5, 1],
  ]);
  for (const format of formats) {
    const { network } = reading(writeNetwork(drawn, format), format);
    // Pajek counts from 1 and keeps names as labels.
    expect(plainly(network), format).toEqual(plainly(drawn));
    expect(network.keys.texts, format).toBeNull();
    expect(network.out.targets, format).toEqual(drawn.out.targets);
  }
});

test("graphology's own readers read what we write", () => {
  const people = tiny(
    4,
    [
      [0, 1, 2.5],
      [1, 2, 0.5],
      [2, 3, 1],
    ],
    true,
  );
  const gexf = parseGexf(Graph, writeNetwork(people, "gexf")).export();
  const graphml = parseGraphml(Graph, writeNetwork(people, "graphml")).export();
  const json = JSON.parse(writeNetwork(people, "json")) as typeof gexf;
  const edges = [gexf, graphml, json].map((exported) => {
    const graph = new Graph();
    graph.import(exported);
    return plainly(view(graph)).edges;
  });
  expect(edges).toEqual(Array.from({ length: 3 }, () => plainly(people).edges));
});

test("JSON is what graphology's export gives, and is read from it", () => {
  // graphology 0.26 holds edges by name in plain objects and takes __proto__ for an edge that is there.
  fc.assert(
    fc.property(anyFiled({ attributes: false, unfit: /^__proto__$/ }), (network) => {
      const exported = JSON.stringify(toGraph(network).export());
      expect(plainly(reading(exported, "json").network)).toEqual(plainly(network));
    }),
    { numRuns: 30 },
  );
});

test("papaparse splits what we write into the same cells", () => {
  fc.assert(
    fc.property(anyFiled({ attributes: false, unfit: /[\r\n]/ }), (network) => {
      const text = writeNetwork(network, "csv")
        .split("\n")
        .filter((line) => !line.startsWith("# ovation node"))
        .join("\n");
      const { data } = Papa.parse<string[]>(text.trimEnd(), { delimiter: ",", newline: "\n" });
      expect(
        data
          .slice(1)
          .map(([from, to]) => [from, to].sort().join("\0"))
          .sort(),
      ).toEqual(
        plainly(network)
          .edges.map((edge) => (JSON.parse(edge) as string[]).slice(0, 2).map(harmless).sort().join("\0"))
          .sort(),
      );
    }),
    { numRuns: 50 },
  );
});

test("what a format cannot hold is refused or told, never lost in silence", () => {
  const network = {
    ...tiny(2, [[0, 1]], true),
    attributes: { "two words": { kind: "number" as const, values: Float64Array.of(1, 2) } },
  };
  expect(lossOf(network, "csv")).toEqual([
    ".csv does not keep direction: read it with ?directed=true",
    ".csv does not keep two words",
  ]);
  expect(lossOf(network, "net")).toEqual([".net does not keep two words"]);
  expect(lossOf(network, "gexf")).toEqual([]);
  expect(refusal(() => writeNetwork(network, "gml"))).toBe(
    'network.gml: a column in GML must be called by a word, and not id or label, got "two words"',
  );
  const odd = reading('{"nodes":[{"key":"a\\u0001"},{"key":"b\\"c"}],"edges":[]}', "json").network;
  expect(refusal(() => writeNetwork(odd, "gexf"))).toBe(
    'network.gexf: XML holds no control characters and no half characters, got "a\\u0001"',
  );
  expect(refusal(() => writeNetwork(odd, "graphml", "out.graphml"))).toContain(
    "out.graphml: XML holds no control characters",
  );
  expect(refusal(() => writeNetwork(odd, "net"))).toBe(
    'network.net: a label in Pajek must hold no quotes and no line ends, got "b\\"c"',
  );
});

test("the ending names the format, gzipped or not; a misspelt one is told the nearest", () => {
  expect(["a.csv", "a.CSV.gz", "b/c.d/e.graphml", "x.tsv.GZ", "y.net"].map(formatOf)).toEqual([
    "csv",
    "csv",
    "graphml",
    "tsv",
    "net",
  ]);
  expect(refusal(() => formatOf("friends.grapml"))).toContain(
    "friends.grapml: grapml is not a network format that can be written; did you mean graphml?",
  );
  expect(refusal(() => formatOf("friends"))).toContain("no ending is not a network format");
});

test("a choice that means nothing in a format is refused", () => {
  expect(refusal(() => readNetwork("a,b", { name: "a.csv", key: "name" }))).toContain(
    "a.csv: key is not a choice for a table (CSV)",
  );
});

test.each(formats)("an empty .%s file is refused, text or bytes", (format) => {
  for (const content of ["", " \n\t ", new Uint8Array(0)]) {
    expect(refusal(() => reading(content, format))).toBe(
      `file.${format}: a network file must hold something, got an empty file`,
    );
  }
});

test.each(formats)("binary .%s files are refused with their line", (format) => {
  expect(refusal(() => reading(Uint8Array.of(97, 10, 98, 0, 99), format))).toBe(
    `file.${format}, line 2: a network file must be text, got binary data (a zero byte)`,
  );
});

test("bytes that are not UTF-8 are read as Windows-1252, with a word; another encoding may be stated", () => {
  const latin = Uint8Array.of(0xe9, 44, 98, 10);
  const guessed = reading(latin, "csv");
  expect([ties(guessed), guessed.told]).toEqual([
    ["é-b"],
    ["the text is not UTF-8 and is read as Windows-1252 (?encoding= says another)"],
  ]);
  expect(ties(reading(latin, "csv", { encoding: "iso-8859-5" }))).toEqual(["щ-b"]);
  expect(refusal(() => reading(latin, "csv", { encoding: "latin9000" }))).toContain("the encoding must be a known one");
  // Windows-1252 leaves 81 out.
  expect(refusal(() => reading(Uint8Array.of(0x81, 44, 98, 10), "csv"))).toContain("text must be UTF-8");
});
