import { expect, test } from "vitest";
import { escaped, xmlEvents } from "../../../models/networks/formats/xml.ts";
import { refusal } from "../../support/network-files.ts";

const events = (text: string): string[] =>
  [...xmlEvents(text, "x")].map((event) => {
    if (event.is === "text") return event.text;
    return event.is === "open"
      ? `<${event.name}${Object.entries(event.attributes)
          .map(([key, value]) => ` ${key}=${value}`)
          .join("")}>`
      : `</${event.name}>`;
  });

test("elements, attributes and texts come in order, entities undone, comments and instructions left out", () => {
  expect(
    events(
      `<?xml version="1.0"?><!DOCTYPE a><!-- <x> --><a b='1"' c="&lt;&#65;&#x42;">t&amp;u<![CDATA[<raw>&amp;]]><d/></a>\n`,
    ),
  ).toEqual(['<a b=1" c=<AB>', "t&u", "<raw>&amp;", "<d>", "</d>", "</a>"]);
});

test("line ends within an attribute are blanks, escaped ones stay", () => {
  expect(events('<a b="1\r\n2\t3&#10;4"/>')).toEqual(["<a b=1 2 3\n4>", "</a>"]);
  expect(escaped('a\n<&">', "x")).toBe("a&#10;&#60;&#38;&#34;&#62;");
});

test("blank lines before the declaration are passed over and counted, and an element's line is that of its <", () => {
  const lines = [...xmlEvents('\n \n<?xml version="1.0"?>\r\n<a\n b="1"\n>\n<c\r\n/></a\n>', "x")].flatMap((event) =>
    event.is === "text" ? [] : [`${event.is} ${event.name} ${event.line}`],
  );
  expect(lines).toEqual(["open a 4", "open c 7", "close c 7", "close a 9"]);
});

test("a file longer than what is parsed at once comes out whole", () => {
  // Odd lengths, so that names, entities, pairs of halves and line ends all fall on the seams somewhere.
  const rows = Array.from({ length: 30_000 }, (_, k) => `😀&amp;${k}\r\n`);
  const all = events(`<a>${rows.map((row) => `<b c="${row.trim()}">${row}</b>`).join("")}</a>`);
  expect(all).toHaveLength(2 + 3 * rows.length);
  expect(all.slice(1, -1)).toEqual(
    rows.flatMap((row) => [
      `<b c=${row.trim().replace("&amp;", "&")}>`,
      row.replace("&amp;", "&").replace("\r\n", "\n"),
      "</b>",
    ]),
  );
});

test("what comes before a fault is handed over before the fault is thrown", () => {
  const seen: string[] = [];
  const work = (): void => {
    for (const event of xmlEvents("<a><b/></c>", "x"))
      seen.push(event.is === "text" ? event.text : `${event.is} ${event.name}`);
  };
  expect(refusal(work)).toContain("unexpected close tag");
  expect(seen.slice(0, 3)).toEqual(["open a", "open b", "close b"]);
});

test.each<[string, string, string]>([
  [
    "an entity of its own",
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    "line 1: an XML file must define no entities of its own",
  ],
  [
    "an unknown entity",
    "<a>\n&x;</a>",
    'line 2: & must start one of &amp; &lt; &gt; &quot; &apos; or a character\'s number, got "&x;"',
  ],
  [
    "a bare &",
    "<a><!-- & --><![CDATA[&]]>\n1 & 2\n3 &amp; 4\n</a>",
    'line 2: & must start one of &amp; &lt; &gt; &quot; &apos; or a character\'s number, got "&"',
  ],
  [
    "a bare & in an attribute and no semicolon after",
    '<a>\n<b c="AT&T"/>\n</a>',
    'line 2: & must start one of &amp; &lt; &gt; &quot; &apos; or a character\'s number, got "&T\\"/>"',
  ],
  [
    "a number of no character",
    "<a>\n&#0;</a>",
    'line 2: XML must be well-formed, got malformed character entity at "&#0;"',
  ],
  [
    "text after the root",
    "<a/>\n\nb\n\n<!-- c -->",
    'line 3: XML must be well-formed, got text data outside of root node at "b\\n\\n<"',
  ],
  ["tags that cross", "<a>\n<b></a></b>", 'line 2: XML must be well-formed, got unexpected close tag at "</a>"'],
  ["a tag left open", "<a>\n<b>", 'line 2: XML must be well-formed, got unclosed tag: b at "<b>"'],
  ["two roots", "<a/><b/>", 'line 1: XML must be well-formed, got documents may contain only one root at "<b/"'],
  ["an attribute twice", '<a b="1" b="2"/>', "line 1: XML must be well-formed, got duplicate attribute: b at "],
  [
    "an attribute without quotes",
    "<a b=1/>",
    'line 1: XML must be well-formed, got unquoted attribute value at "<a b=1"',
  ],
  ["a tag broken off", '<a>\n<b\nc="1', 'line 2: XML must be well-formed, got unclosed tag: a at "<b\\nc=\\"1"'],
  [
    "a comment broken off",
    "<a>\n<!-- x\n<b/>\n</a>\n",
    'line 2: a comment, CDATA section or instruction must end, got "<!-- x\\n<b/>\\n</a>\\n" to the end of the file',
  ],
  ["more than 200 levels", "<a>".repeat(201), "line 1: elements must nest at most 200 deep, got deeper ones"],
  [
    "nothing but a comment",
    "<!-- x -->",
    'line 1: XML must be well-formed, got document must contain a root element at "<!-- x -->"',
  ],
])("XML with %s is refused with its line", (_, text, message) => {
  expect(refusal(() => events(text))).toContain(`x, ${message}`);
});
