import { expect, test } from "vitest";
import { escaped, xmlEvents } from "../../../models/networks/formats/xml.ts";
import { refusal } from "../../support/network-files.ts";

const events = (text: string): string[] =>
  [...xmlEvents(text, "x")].map((event) => {
    if (event.is === "text") return event.text;
    return event.is === "open" ? `<${event.name}${Object.entries(event.attributes).map(([key, value]) => ` ${key}=${value}`).join("")}>` : `</${event.name}>`;
  });

test("elements, attributes and texts come in order, entities undone, comments and instructions left out", () => {
  expect(events(`<?xml version="1.0"?><!DOCTYPE a><!-- <x> --><a b='1"' c="&lt;&#65;&#x42;">t&amp;u<![CDATA[<raw>&amp;]]><d/></a>\n`)).toEqual(['<a b=1" c=<AB>', "t&u", "<raw>&amp;", "<d>", "</d>", "</a>"]);
});

test("line ends within an attribute are blanks, escaped ones stay", () => {
  expect(events('<a b="1\r\n2\t3&#10;4"/>')).toEqual(["<a b=1 2 3\n4>", "</a>"]);
  expect(escaped("a\n<&\">", "x")).toBe("a&#10;&#60;&#38;&#34;&#62;");
});

test.each<[string, string, string]>([
  ["an entity of its own", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "line 1: an XML file must define no entities of its own"],
  ["an unknown entity", "<a>\n&x;</a>", "line 1: & must start one of &amp; &lt; &gt; &quot; &apos; or a character's number, got \"&x;\""],
  ["a bare &", "<a>1 & 2</a>", "line 1: & must start one of"],
  ["tags that cross", "<a>\n<b></a></b>", "line 2: a closing tag must match <b>, got </a>"],
  ["a tag left open", "<a>\n<b>", "line 2: <b> must be closed, got the end of the file"],
  ["two roots", "<a/><b/>", "line 1: XML must have everything inside one element, got a second one, <b>"],
  ["an attribute twice", '<a b="1" b="2"/>', "line 1: <a> must have each attribute once, got b twice"],
  ["an attribute without quotes", "<a b=1/>", "line 1: <a> must hold attributes such as"],
  ["a tag broken off", '<a b="1', "line 1: <a> must hold attributes such as"],
  ["a comment broken off", "<a><!-- x", "line 1: a comment must end with -->, got the end of the file"],
  ["more than 200 levels", "<a>".repeat(201), "line 1: elements must nest at most 200 deep, got deeper ones"],
  ["nothing but a comment", "<!-- x -->", "line 1: an XML file must have an element, got none"],
])("XML with %s is refused with its line", (_, text, message) => {
  expect(refusal(() => events(text))).toContain(`x, ${message}`);
});
