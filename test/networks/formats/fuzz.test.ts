import { expect, test, vi } from "vitest";
import { type Format, formats, readNetwork, writeNetwork } from "../../../models/networks/formats/formats.ts";
import { readPeople } from "../../../models/networks/formats/table/people.ts";
import { sequence, streamKey } from "../../../models/core/index.ts";
import { checked, reading } from "../../support/network-files.ts";
import { tiny } from "../../support/tiny.ts";

// 10,000 damaged files a run, 1,000 from each of ten small valid ones; each run the same, so that a fault can be found
// again.
const EACH = 1000;
/** Milliseconds of work, not of waiting: far above what any file takes (under one), far below a reader that hangs. */
const SLOWEST = 2000;
const worked = (): number => process.cpuUsage().user / 1000;
vi.setConfig({ testTimeout: 60_000 });

const network = {
  ...tiny(
    5,
    [
      [0, 1, 2.5],
      [1, 2, 1],
      [3, 1, 7],
      [2, 4, 0.5],
    ],
    true,
  ),
  attributes: { age: { kind: "number" as const, values: Float64Array.of(1, 2, NaN, 4, 5) } },
};
const messy = '\uFEFF# list\nsource,target,weight\n"a ""b""",c,2\r\nc,d,1\n\nd,"e\nf",3\n';
const relations =
  '*Vertices 3\n1 "x y"\n2 b\n*Arcs :1 "likes"\n1 2 3\n*Edges :2\n2 3\n*Matrix :3\n0 1 0\n0 0 1\n0 0 0\n';
const samples: [string, Format, string][] = [
  ...formats.map((format): [string, Format, string] => [format, format, writeNetwork(network, format)]),
  ["quoted csv", "csv", messy],
  ["many-relation net", "net", relations],
];

/** Signs that mean something in one format or another. */
const SIGNS = [
  "<",
  ">",
  '"',
  "&",
  "/",
  "[",
  "]",
  "{",
  "}",
  ",",
  ";",
  "\t",
  "\n",
  "\r",
  " ",
  "*",
  "#",
  "-1",
  "0",
  "9",
  "NaN",
  "1e999",
  "<!--",
  "<![CDATA[",
  "&#0;",
  "\0",
  "é",
  "null",
  "source",
  "]]>",
].map((sign) => new TextEncoder().encode(sign));

test.each(samples)(
  "a damaged %s file is read with its rows adding up, or refused by name, at once",
  (label, format, text) => {
    const whole = new TextEncoder().encode(text);
    const random = sequence(streamKey("fuzz", label));
    const below = (n: number): number => random.below(n);
    let refused = 0;
    for (let run = 0; run < EACH; run++) {
      const damaged = damage(whole, below);
      const content = run % 4 === 0 ? new TextDecoder().decode(damaged) : damaged;
      const start = worked();
      try {
        checked(
          readNetwork(content, {
            format,
            name: "damaged.file",
            relation: label.startsWith("many") && run % 2 === 0 ? "likes" : undefined,
            directed: run % 3 === 0 ? true : undefined,
          }),
        );
        if (run % 10 === 0) readPeople(content, "damaged.file");
      } catch (error) {
        if (!(error instanceof RangeError || error instanceof TypeError) || !error.message.startsWith("damaged.file"))
          throw error;
        refused++;
      }
      if (worked() - start > SLOWEST) throw new Error(`damaged file ${run} took ${worked() - start} ms`);
    }
    // Damage is neither always harmless nor always fatal: else nothing was tried.
    expect(refused).toBeGreaterThan(EACH / 50);
    expect(refused).toBeLessThan(EACH);
  },
);

/** One to four flips, cuts, repeats and insertions. */
function damage(whole: Uint8Array, below: (n: number) => number): Uint8Array {
  let bytes = whole;
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(bytes.length + 1);
    const kind = below(6);
    if (kind === 0 && at < bytes.length) {
      bytes = bytes.slice();
      bytes[at] ^= 1 << below(8);
    } else if (kind === 1) bytes = bytes.slice(0, at);
    else if (kind === 2) bytes = joined(bytes.subarray(0, at), bytes.subarray(at + 1 + below(12)));
    else if (kind === 3) bytes = joined(bytes.subarray(0, at), bytes.subarray(Math.max(0, at - below(30))));
    else bytes = joined(bytes.subarray(0, at), SIGNS[below(SIGNS.length)], bytes.subarray(at));
  }
  return bytes;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const LONG = 200_000;
test.each<[string, Format, (many: number) => string]>([
  ["blanks within a name", "csv", (many) => `a,b\nc,x${" ".repeat(many)}y\n`],
  ["blanks between names", "txt", (many) => `a${" ".repeat(many)}b\n`],
  ["lone CRs", "net", (many) => `*Vertices 1\n${"\r".repeat(many)}`],
  ["lone CRs in a list", "csv", (many) => `a,b${"\r".repeat(many)}`],
  ["columns", "csv", (many) => `${Array.from({ length: many }, (_, k) => `c${k}`).join()}\n`],
  ["quotes", "csv", (many) => `${'"'.repeat(many)}\n`],
  ["open brackets", "gml", (many) => "graph [ ".repeat(many)],
  ["blanks", "gml", (many) => `graph [${" \n".repeat(many)}`],
  ["hash signs", "gml", (many) => `${"#\n".repeat(many)}x`],
  ["opening tags", "gexf", (many) => "<a>".repeat(many)],
  ["blanks within a tag", "gexf", (many) => `<gexf${" ".repeat(many)}a`],
  ["ampersands", "graphml", (many) => `<graphml>${"&".repeat(many)}`],
  ["less-than signs", "graphml", (many) => "<".repeat(many)],
  ["brackets", "json", (many) => "[".repeat(many)],
])("%s by the hundred thousand take no quadratic time", (_, format, text) => {
  const took = (many: number): number => {
    const start = worked();
    try {
      reading(text(many), format);
      reading(new TextEncoder().encode(text(many)), format);
    } catch (error) {
      if (!(error instanceof RangeError) || !error.message.startsWith(`file.${format}`)) throw error;
    }
    return worked() - start;
  };
  // Sixteen times as much takes about 16 times as long, or 256 times where time is quadratic. What takes too little to
  // be compared must stay below the time of a reader that hangs.
  expect(took(LONG)).toBeLessThan(Math.max(SLOWEST, 64 * took(LONG / 16)));
});
