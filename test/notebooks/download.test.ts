import fc from "fast-check";
import papaparse from "papaparse";
import { expect, test } from "vitest";
import { csvText } from "../../notebooks/views/download.ts";

test("rows come as RFC 4180, with every column that any row has; what is missing is empty", () => {
  expect(csvText([{ a: 1, b: 'x"y' }, { a: NaN, c: true, b: "1,2" }, { b: null }])).toBe(
    'a,b,c\n1,"x""y",\n,"1,2",true\n,,\n',
  );
  expect(csvText([])).toBe("\n");
});

test("text that a spreadsheet would compute is kept from it, in names of columns too; numbers stay numbers", () => {
  expect(csvText([{ "=a": "+1", b: "@x", c: "-2", d: -2, e: "\t=1" }])).toBe("'=a,b,c,d,e\n+1,'@x,-2,-2,'\t=1\n");
  expect(csvText([{ a: "-2+3", b: "+44 20", c: "-2e3", d: "-" }])).toBe("a,b,c,d\n'-2+3,'+44 20,-2e3,'-\n");
});

test("a reader finds every field as it was, and none that begins a formula", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (pairs) => {
      const { data } = papaparse.parse<string[]>(csvText(pairs.map(([a, b]) => ({ a, b }))).replace(/\n$/, ""), {
        delimiter: ",",
        newline: "\n",
      });
      data
        .slice(1)
        .flat()
        .forEach((field, at) => {
          const was = pairs.flat()[at];
          expect(field === was || (field === `'${was}` && /^'*[=+\-@\t\r\n]/.test(was))).toBe(true);
          if (!/^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(field)) expect(field).not.toMatch(/^[=+\-@\t\r\n]/);
        });
    }),
    { numRuns: 200 },
  );
});
