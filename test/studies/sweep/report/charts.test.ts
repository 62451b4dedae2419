import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { charts } from "../../../../models/studies/sweep/report/charts.ts";
import { pngOf } from "../../../../scripts/disk/png.ts";
import { plan } from "../../../../models/studies/sweep/report/plan.ts";
import { labels } from "../../../../models/studies/sweep/report/labels.ts";
import { arrange, type VariedAxis, type Results } from "../../../../models/studies/sweep/results.ts";
import { difference, network, probability, reversed, row, sample, seedCount } from "../../../support/results-sample.ts";

const word = (...values: string[]): VariedAxis => ({ name: "weighting", about: "how influence is shared", values });
const steps = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/** Not all combinations any more. */
const withoutFirst = (results: Results): Results => ({
  ...results,
  points: results.points.slice(1),
  rows: results.rows.filter(({ point }) => point !== 0),
});

test.each<[string, VariedAxis[], object]>([
  ["no axis", [], { kind: "single" }],
  ["an axis with one value", [probability(0.1)], { kind: "single" }],
  ["one numeric axis", [probability(0.1, 0.2)], { kind: "lines", panels: [] }],
  [
    "numeric and words",
    [probability(0.1, 0.2), network("karate", "florentine")],
    { kind: "lines", hue: { name: "network" }, panels: [] },
  ],
  [
    "three axes",
    [probability(0.1, 0.2, 0.3), network("karate", "florentine"), seedCount(1, 5)],
    { kind: "lines", x: { name: "probability" }, hue: { name: "seedCount" }, panels: [{ name: "network" }] },
  ],
  [
    "two long numeric axes",
    [probability(...steps(8)), seedCount(...steps(7))],
    { kind: "heat", x: { name: "probability" }, y: { name: "seedCount" } },
  ],
  [
    "words alone",
    [network("karate", "florentine"), word("a", "b", "c")],
    { kind: "dots", y: { name: "weighting" }, hue: { name: "network" } },
  ],
])("%s has its own kind of chart", (_, axes, expected) => {
  expect(plan(arrange(sample(axes)))).toMatchObject(expected);
});

test("a row of a point that is not there is refused", async () => {
  await expect(charts(sample([], { rows: [row(7, "reach", 1)] }))).rejects.toThrow(
    "results: every row must belong to a listed point, got point 7",
  );
});

test("points that do not cross are shown against each axis", () => {
  const crossed = sample([probability(...steps(3)), seedCount(...steps(3)), network("karate", "florentine")]);
  expect(plan(arrange(withoutFirst(crossed)))).toMatchObject({
    kind: "scatter",
    axes: [{ name: "probability" }, { name: "seedCount" }],
    hue: { name: "network" },
  });
});

const kinds: [string, Results][] = [
  ["single", sample([])],
  [
    "lines",
    sample([probability(0.1, 0.2), network("karate", "florentine"), seedCount(1, 5)], {
      differences: [difference(4, 0, 3, 1), difference(5, 0, 1, 2)],
    }),
  ],
  ["heat", sample([probability(...steps(7)), seedCount(...steps(6))])],
  ["dots", sample([network("karate", "florentine"), word("a", "b")])],
  ["scatter", withoutFirst(sample([probability(...steps(3)), seedCount(...steps(3))]))],
];

test.each(kinds)("%s: same bytes twice, together, and with rows in another order", async (_, results) => {
  const [once, again, other] = await Promise.all([charts(results), charts(results), charts(reversed(results))]);
  expect(again).toEqual(once);
  expect(other).toEqual(once);
});

test.each(kinds)(
  "%s: every chart has title, caption, alternative, unique ids and no fetched part",
  async (_, results) => {
    const made = await charts(results);
    expect(made.length).toBeGreaterThan(0);
    const ids = made.flatMap(({ svg }) => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(made.map(({ name }) => name)).size).toBe(made.length);
    for (const { name, title, caption, alt, svg } of made) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      for (const text of [title, caption, alt]) expect(text.length).toBeGreaterThan(10);
      expect(caption).toContain("Look for");
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
      expect(svg.slice(44)).not.toMatch(/https?:|<style|<script|<image|<foreignObject|\son\w+=/);
      for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(ids).toContain(id);
    }
  },
);

test("names from the input are text in a drawing, never markup", async () => {
  const evil = ["<script>alert(1)</script>", ']]><!-- " id="x" \' & \u0001\ud800'];
  const results = sample([probability(0.1, 0.2), network(...evil)], { differences: [difference(1, 0, 3, 1)] });
  for (const { svg } of await charts(results)) {
    expect(svg).not.toMatch(/<script|<!--|\]\]>|[\u0000-\u0008\ud800]/);
    const { document } = parseHTML(`<body>${svg}</body>`);
    expect(document.querySelectorAll("script").length).toBe(0);
    expect(pngOf(svg).length).toBeGreaterThan(1000);
  }
  const [{ svg }] = await charts(results);
  expect(svg).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(svg).toContain(']]&gt;&lt;!-- " id="x" \' &amp; ��');
});

test("a picture is twice the drawing's size and does not depend on fonts of the system", async () => {
  const [{ svg }] = await charts(sample([probability(0.1, 0.2)]));
  const [, width] = / width="([\d.]+)"/.exec(svg)!;
  const png = pngOf(svg);
  expect([...png.slice(1, 4)].map((code) => String.fromCharCode(code)).join("")).toBe("PNG");
  expect(new DataView(png.buffer).getUint32(16)).toBe(Math.ceil(2 * Number(width)));
  expect(pngOf(svg)).toEqual(png);
  // Without any letters it would be the same picture as with other letters.
  expect(pngOf(svg.replaceAll(">reach (customers)<", ">rounds (customers)<"))).not.toEqual(png);
});

test("measures that hold no number have no chart, and missing intervals do not stop one", async () => {
  const rows = [
    row(0, "reach", 5, NaN, 1),
    row(1, "reach", NaN, NaN, 0),
    row(0, "rounds", NaN, NaN, 0),
    row(1, "rounds", NaN, NaN, 0),
  ];
  const made = await charts(sample([probability(0.1, 0.2)], { rows }));
  expect(made.map(({ name }) => name)).toEqual(["reach-means", "reach-spread"]);
  for (const { svg } of made) expect(svg).not.toContain("NaN");
});

// Found by random names and numbers: each of these once stopped a chart or drew two things as one.
test.each<[string, VariedAxis]>([
  ["named like what every object has", { name: "constructor", about: "", values: ["a", "b"] }],
  ["with an empty value", word("", "b")],
  ["with values that read alike once cleaned", word("a\u0000", "a\u0001")],
  ["of numbers and words", { name: "mixed", about: "", values: [1, "1", true] }],
  ["of numbers far apart", probability(0.01, 0.02, 0.05, 0.1, 1000)],
])("an axis %s is drawn with all its values", async (_, axis) => {
  const results = arrange(sample([axis]));
  const say = labels(results);
  const names = results.axes[0].values.map((value) => say.value(axis.name, value));
  expect(new Set(names).size).toBe(axis.values.length);
  const made = await charts(results);
  expect(made.map(({ name }) => name)).toEqual(["reach-means", "reach-spread", "rounds-means", "rounds-spread"]);
  for (const { svg } of made) expect(svg).not.toMatch(/NaN|undefined/);
});

test("differences over a numeric axis have a panel a comparison, with all of them", async () => {
  const results = sample([
    network("karate", "florentine", "hitech-managers"),
    probability(...steps(4)),
    seedCount(1, 5),
  ]);
  const differences = results.points.slice(8).map(({ id }) => difference(id, id % 8, id - 15, 2));
  const made = await charts({ ...results, differences });
  const chart = made.find(({ name }) => name === "reach-differences")!;
  for (const text of [
    "florentine vs karate",
    "hitech-managers vs karate",
    "seed count (customers)",
    "difference in reach (customers)",
  ])
    expect(chart.svg).toContain(text);
  expect(chart.caption).toContain("16 paired differences, each over 400 paired worlds");
  expect(chart.caption).toContain("(5 of those shown)"); // 13 to 17, whose intervals of ±2 around −2 to 2 touch 0
  expect(await charts({ ...results, differences: [...differences].reverse() })).toEqual(made);
});
