import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { reading, refusal, plainly, ties } from "../../../support/network-files.ts";

// Random networks by the hundred: quick on an idle machine, not on a busy one.
vi.setConfig({ testTimeout: 60_000 });

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

// Each as text and as bytes: the two ways of reading must agree.
test.each<[string, string, string[]]>([
  ["a header", "source,target\na,b\nb,c\n", ["a-b", "b-c"]],
  ["no header", "a,b\nb,c\n", ["a-b", "b-c"]],
  ["no last line end", "a,b\nb,c", ["a-b", "b-c"]],
  ["other names for the ends", "Weight;To;From\n2;b;a\n", ["a-b:2"]],
  ["a header over numbers", "who,whom\n10,20\n20,30\n", ["10-20", "20-30"]],
  ["a pair of columns", "node_1,node_2\nann,bob\n", ["ann-bob"]],
  ["weights with a header", "source\ttarget\tweight\na\tb\t2.5\nb\tc\t1e-3\n", ["a-b:2.5", "b-c:0.001"]],
  ["weights without a header", "a b 2\nb c 3\n", ["a-b:2", "b-c:3"]],
  ["weights that are all 1", "a b 1\nb c 1\n", ["a-b", "b-c"]],
  ["semicolons", "a;b\nb;c\n", ["a-b", "b-c"]],
  ["bars", "a|b\nb|c\n", ["a-b", "b-c"]],
  ["tabs, with blanks inside names", "Ann Lee\tBob\nBob\tCy de Wit\n", ["Ann Lee-Bob", "Bob-Cy de Wit"]],
  ["runs of blanks", "  a   b  \n b\t c\n", ["a-b", "b-c"]],
  ["blanks after commas", "a, b\nb , c\n", ["a-b", "b-c"]],
  ["comments and blank lines", "# a list\n% more\n// and more\n\na,b\n,,\n \t\n# in between\nb,c\n\n", ["a-b", "b-c"]],
  ["CR CR LF", "a\tb\r\r\nb\tc\r\r\n", ["a-b", "b-c"]],
  ["CR LF", "a,b\r\nb,c\r\n", ["a-b", "b-c"]],
  ["CR alone", "a,b\rb,c\r", ["a-b", "b-c"]],
  ["a byte-order mark", "\uFEFFsource,target\na,b\n", ["a-b"]],
  ["counts before and -1 after", "4039\r\na b 1\nb c 1\n-1", ["a-b", "b-c"]],
  ["a trailing delimiter", "a,b,\nb,c,\n", ["a-b", "b-c"]],
  ["accents", "é,ß\nß,日本\n", ["é-ß", "ß-日本"]],
  ["ids that look like numbers", "7,007\n007,7.0\n", ["7-007", "007-7.0"]],
  ["an index before the ends", ",source,target\n0,a,b\n1,b,c\n", ["a-b", "b-c"]],
  ["a header alone", "source,target\n", []],
])("an edge list with %s is read", (_, text, edges) => {
  for (const content of [text, bytes(text)]) {
    const read = reading(content, "csv");
    expect(ties(read)).toEqual(edges);
    expect(read.dropped).toEqual({ selfLoops: 0, duplicates: 0, dangling: 0, unusable: 0 });
    expect(read.network.directed).toBe(false);
  }
});

test.each<[string, string, string[]]>([
  ["quoted names", '"source","target"\n"Lee, Ann","Bob ""B"""\n', ['Lee, Ann-Bob "B"']],
  ["blanks before quotes", '"a", "b"\n "b" ,"c"\n', ["a-b", "b-c"]],
  ["line ends inside names", '"a\nb",c\nc,"d\r\ne"\n', ["a\nb-c", "c-d\r\ne"]],
  ["a quoted comment sign", '"#1",b\n', ["#1-b"]],
  ["quoted names between blanks", '"a b" c\nc "d"\n', ["a b-c", "c-d"]],
  ["a blank before a quoted delimiter", '"Cy", "Lee, Ann"\n', ["Cy-Lee, Ann"]],
  ["quoted blanks among trimmed cells", '" a", b\n b ,"c "\n', [" a-b", "b-c "]],
  ["a tab and blanks between quotes", '"a b"\t "c"\n', ["a b-c"]],
  ["a quote that opens in a comment", '% said,"so\n// and,"on\n"a",b\n', ["a-b"]],
  ["a quote amid a name", 'a"b,c\n', ['a"b-c']],
])("an edge list with %s is read", (_, text, edges) => {
  for (const content of [text, bytes(text)]) expect(ties(reading(content, "csv"))).toEqual(edges);
});

test("UTF-16 files, as spreadsheets write them, are read by their mark", () => {
  const text = "\uFEFFsource\ttarget\r\né\tb\r\n";
  const units = Array.from({ length: text.length }, (_, k) => text.charCodeAt(k));
  const little = Uint8Array.from(units.flatMap((unit) => [unit & 255, unit >> 8]));
  const big = Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 255]));
  for (const content of [little, big]) expect(ties(reading(content, "csv"))).toEqual(["é-b"]);
});

test("self-loops and repeats are dropped and told; the first weight stays; reversed ones repeat only where undirected", () => {
  const text = "source,target,weight\na,b,2\nb,a,3\na,b,4\nc,c,1\nb,c,5\n";
  const undirected = reading(text, "csv");
  expect(ties(undirected)).toEqual(["a-b:2", "b-c:5"]);
  expect([undirected.rows, undirected.dropped]).toEqual([5, { selfLoops: 1, duplicates: 2, dangling: 0, unusable: 0 }]);
  expect(undirected.told).toEqual([
    "dropped: 1 self-loop",
    "dropped: 2 repeated edges (reversed ones included); the first one's weight is kept",
  ]);
  const directed = reading(text, "csv", { directed: true });
  expect(ties(directed)).toEqual(["a-b:2", "b-a:3", "b-c:5"]);
  expect(directed.dropped).toEqual({ selfLoops: 1, duplicates: 1, dangling: 0, unusable: 0 });
});

test("reverse turns arcs round, and alone makes a list directed; what is undirected has nothing to turn", () => {
  expect(ties(reading("a,b\nb,c\n", "csv", { directed: true, reverse: true }))).toEqual(["b-a", "c-b"]);
  expect(ties(reading("a,b\nb,c\n", "csv", { reverse: true }))).toEqual(["b-a", "c-b"]);
  expect(reading("a,b\n", "csv", { reverse: true }).told).toEqual([
    "read as directed, for reverse=true turns arcs round",
  ]);
  expect(refusal(() => reading("a,b", "csv", { directed: false, reverse: true }))).toBe(
    "file.csv: reverse=true needs arcs to turn (add directed=true), got an undirected network",
  );
});

test("names 0 to n - 1 need no store, and put nodes in their order", () => {
  const { network } = reading("2,0\n1,2\n", "csv");
  expect(network.keys.texts).toBeNull();
  expect([...network.out.targets]).toEqual([2, 2, 0, 1]);
  expect(reading("2,0\n2,3\n", "csv").network.keys.texts).toEqual(["2", "0", "3"]);
  expect(reading("0,0.5\n", "csv").network.keys.texts).toEqual(["0", "0.5"]);
});

test("several relations are refused with their counts until one is chosen; its people are those of all", () => {
  const text = "source,target,relation\na,b,advice\nb,c,advice\nc,d,friendship\n";
  expect(refusal(() => reading(text, "csv"))).toBe(
    "file.csv: one relation must be chosen, as by ?relation=advice, got 2 relations: advice (2 rows), friendship (1 row)",
  );
  expect(refusal(() => reading(text, "csv", { relation: "advise" }))).toBe(
    'file.csv: the relation must be one of advice (2 rows), friendship (1 row), got "advise"',
  );
  const advice = reading(bytes(text), "csv", { relation: "advice" });
  expect([ties(advice), advice.rows, advice.network.size]).toEqual([["a-b", "b-c"], 2, 4]);
  expect(ties(reading("source,target,layer\na,b,x\n", "csv"))).toEqual(["a-b"]);
  expect(refusal(() => reading("source,target\na,b\n", "csv", { relation: "advice" }))).toContain(
    "a relation can be chosen where a column relation, type or layer tells them apart",
  );
});

test("a column of directed and undirected, as Gephi writes, is the direction", () => {
  expect(reading("Source,Target,Type\na,b,Directed\n", "csv").network.directed).toBe(true);
  expect(reading("Source,Target,Type\na,b,Undirected\n", "csv").network.directed).toBe(false);
  const mixed = "Source,Target,Type\na,b,Directed\nb,c,Undirected\n";
  expect(reading(mixed, "csv").network.directed).toBe(false);
  expect(ties(reading(mixed, "csv", { directed: true }))).toEqual(["a-b", "b-c", "c-b"]);
});

test("columns can be chosen by name, and a misspelt one is told the nearest", () => {
  const text = "who,whom,since,closeness\na,b,1999,3\n";
  expect(ties(reading(text, "csv", { source: "who", target: "whom", weight: "closeness" }))).toEqual(["a-b:3"]);
  expect(refusal(() => reading(text, "csv", { source: "who", target: "whomm" }))).toBe(
    "file.csv, line 1: whomm is not a column; did you mean whom? known: who, whom, since, closeness",
  );
  expect(refusal(() => reading("a,b", "csv", { weight: "w" }))).toContain("file.csv, line 1: w is not a column");
});

test("a survey's nominations are arcs from each person; who has no row is dangling", () => {
  const text = "id,group,net1,net2\n1,x,2,NA\n2,x,9,1\n1,y,1,\n";
  const read = reading(text, "csv", { source: "id", target: "net1+net2", group: "group" });
  expect([ties(read), read.rows]).toEqual([["x/1-x/2", "x/2-x/1"], 4]);
  expect([read.network.directed, read.network.size, read.dropped]).toEqual([
    true,
    3,
    { selfLoops: 1, duplicates: 0, dangling: 1, unusable: 0 },
  ]);
});

test.each<[string, string, string]>([
  [
    "a short first row",
    "1 2\n2 3 5\n3 4 6\n1 4 2\n",
    "line 1: a row must have 3 fields like the others (or say that 3 rows follow), got 2 fields",
  ],
  ["one name alone", "a\nb\n", 'line 1: a row must name two ends, got only "a"'],
  ["rows after -1", "a b\n-1\nb c\n", "line 2: a line of -1 alone must end the file, got more rows, from line 3"],
  [
    "people and no ties",
    "id,department\n1,2\n",
    'line 1: the header must name two ends, such as source and target (or say which columns they are: ?source=id&target=…; a table of people goes with --nodes), got "id", "department"',
  ],
  [
    "nominations",
    "id,net1,net2,age\n1,2,3,4\n",
    'line 1: the header must name two ends, such as source and target (or say which columns they are: ?source=id&target=net1+net2; a table of people goes with --nodes), got "id", "net1", "net2", "age"',
  ],
  [
    "no ends among its columns",
    "year,raw,smooth\n1,2,3\n",
    'line 1: the header must name two ends, such as source and target (or say which columns they are: ?source=…&target=…), got "year", "raw", "smooth"',
  ],
])("an edge list with %s is refused, as text and as bytes", (_, text, message) => {
  for (const content of [text, bytes(text)])
    expect(refusal(() => reading(content, "csv"))).toBe(`file.csv, ${message}`);
});

test.each<[string, string, string]>([
  [
    "a quote that never closes",
    'a,b\n"c,d\ne,f\n',
    "file.csv, line 2: a quoted name must have a closing quote, got the end of the file",
  ],
  [
    "a quote that closes early",
    '"a"x,b\n',
    'file.csv, line 1: a quoted name must end at its closing quote, got "\\"x,b\\n"',
  ],
])("an edge list with %s is refused", (_, text, message) => {
  expect(refusal(() => reading(text, "csv"))).toBe(message);
});

test("a first row that counts people and ties is no edge, unless a number does not fit", () => {
  for (const content of ["4 3\n1 2\n2 3\n3 4\n", bytes("4 3\n1 2\n2 3\n3 4\n")]) {
    const read = reading(content, "txt");
    expect([ties(read), read.rows, read.told]).toEqual([
      ["1-2", "2-3", "3-4"],
      3,
      ["the first row, 4 3, says how many people and ties follow, and is no edge"],
    ]);
  }
  expect(ties(reading("6 3\n5 2\n2 3\n3 5\n", "txt"))).toHaveLength(4);
  expect(ties(reading("4 2\n1 2\n2 3\n3 4\n", "txt"))).toHaveLength(4);
  for (const content of ["3 2\na b 5\nb c 6\n", bytes("3 2\na b 5\nb c 6\n")])
    expect(ties(reading(content, "txt"))).toEqual(["a-b:5", "b-c:6"]);
});

test("what was guessed is told", () => {
  expect(reading("ada,eve\nann,bob\nbob,cy\n", "csv").told).toEqual([
    'line 1 ("ada", "eve") is read as a tie, for it names no known columns (?header=yes says that it does)',
  ]);
  expect(reading("a b 2 x\nb c 3 y\n", "csv").told).toEqual([
    "the third column is taken as the weight",
    "not read: column 4",
  ]);
  expect(reading("left,right\n1,2\n", "csv").told).toEqual(['columns "left" and "right" are taken as the two ends']);
  expect(reading("from,to,year\n1,2,3\n", "csv").told).toEqual([
    'not read: column "year" (a weight is chosen by ?weight=…)',
  ]);
  expect(reading("9\na b\n-1\n", "csv").told).toEqual([
    "1 line with counts alone before the first edge is no edge",
    "line 3, -1 alone, ends the list",
  ]);
});

test("bytes and text come to the same, repairs, refusals and all", () => {
  const cell = fc.constantFrom(
    "a",
    "b",
    "c",
    "7",
    "007",
    "",
    " ",
    "-1",
    "#",
    "é",
    "1.5",
    "a b",
    "\r",
    "//",
    "NaN",
    "0",
  );
  const sign = fc.constantFrom(",", ";", "\t", " ", "|", ", ", "  ");
  const row = fc.tuple(
    fc.array(cell, { minLength: 1, maxLength: 4 }),
    fc.constantFrom("\n", "\n", "\r\n", "\r\r\n", "\n\n", "\r"),
  );
  const file = fc.tuple(
    fc.constantFrom("", "source,target\n", "\uFEFF", "# x\n", "12\n"),
    sign,
    fc.array(row, { minLength: 1, maxLength: 8 }),
  );
  const outcome = (content: string | Uint8Array): unknown => {
    try {
      const { network, dropped, rows, told } = reading(content, "csv");
      return { network: plainly(network), order: network.out.targets, dropped, rows, told };
    } catch (error) {
      if (error instanceof RangeError) return error.message;
      throw error;
    }
  };
  let read = 0;
  fc.assert(
    fc.property(file, ([head, delimiter, rows]) => {
      const text = head + rows.map(([cells, end]) => cells.join(delimiter) + end).join("");
      const expected = outcome(text);
      if (typeof expected !== "string") read++;
      expect(outcome(bytes(text))).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
  // Both ways are tried: files that are read and files that are refused.
  expect(read).toBeGreaterThan(300);
  expect(read).toBeLessThan(2700);
});
