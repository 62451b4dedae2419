import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { markupOf } from "../../../models/studies/telling/standing.ts";

test("a drawing is the same text whatever the order in which its attributes were set, and its texts stay text", () => {
  const { document } = parseHTML("<!doctype html><body></body>");
  const made = (names: readonly string[]): string => {
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const facts: Record<string, string> = { d: "M0,0L1,1", "aria-label": 'a "b" <c>\u00a0& d', stroke: "red" };
    for (const name of names) line.setAttribute(name, facts[name]);
    const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    text.append("<b>1 & 2</b>");
    group.append(line, text);
    return markupOf(group);
  };
  const once = made(["d", "aria-label", "stroke"]);
  expect(once).toBe(
    '<g><path aria-label="a &quot;b&quot; &lt;c&gt;&#160;&amp; d" d="M0,0L1,1" stroke="red" /><text>&lt;b&gt;1 &amp; 2&lt;/b&gt;</text></g>',
  );
  expect(made(["stroke", "aria-label", "d"])).toBe(once);
});
