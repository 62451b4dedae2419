import { expect, test } from "vitest";
import { barChart } from "../../../../models/studies/telling/charts/bars.ts";
import { heading } from "../../../../models/studies/telling/charts/heading.ts";
import { panelChart } from "../../../../models/studies/telling/charts/panels.ts";
import { pointChart } from "../../../../models/studies/telling/charts/points.ts";
import { at, HOSTILE, texts } from "../../../support/drawing.ts";

const bars = (names: readonly string[]) => (width: number) =>
  barChart(
    names.map((name, place) => ({ name, amount: place + 1, text: `${place + 1} people`, hue: "red" })),
    { ...at, width, xLabel: "people" },
  );
const place = (panel: Element): number[] =>
  ["x", "y", "width", "height"].map((name) => Number(panel.getAttribute(name)));

test("panels stand in rows below their names, on one line, none over another, as wide as asked for", () => {
  const panels = ["one", HOSTILE, "three", "four", "five"].map((name, n) => ({
    name,
    draw: bars(["a", "b", "c"].slice(0, 1 + (n % 3))),
  }));
  const head = heading("what they are of", { ...at, groups: { title: "kind", items: [] } });
  const chart = panelChart(panels, { ...at, head });
  const [top, ...placed] = [...chart.children].filter(({ localName }) => localName === "svg").map(place);
  expect(top.slice(0, 2)).toEqual([0, 0]);
  expect(placed).toHaveLength(5);
  const [, , width, height] = place(chart);
  for (const [x, y, w, h] of placed)
    expect([x >= 0, x + w <= width, y > top[3], y + h <= height]).toEqual([true, true, true, true]);
  const feet = placed.map(([, y, , h]) => y + h);
  expect([feet[1], feet[2], feet[4]]).toEqual([feet[0], feet[0], feet[3]]);
  expect(placed[3][1]).toBeGreaterThan(feet[0]);
  expect(texts(chart)).toEqual(expect.arrayContaining(["one", "what they are of", "kind"]));
  expect(texts(chart).join(" ")).toContain("<img src=x");
  expect(chart.querySelector("img")).toBeNull();
});

test("a bar is as long as its amount, with its number", () => {
  const chart = bars(["a", HOSTILE])(720);
  const [one, two] = [...chart.querySelectorAll("g.bars rect")].map((bar) => Number(bar.getAttribute("width")));
  expect(two / one).toBeCloseTo(2, 6);
  expect(texts(chart)).toEqual(expect.arrayContaining([HOSTILE, "1 people", "2 people"]));
});

test("points of one place stand beside each other, hollow ones as rings of their hue", () => {
  const point = (series: string, hollow: boolean) => ({ x: 0, series, mean: 1, low: NaN, high: NaN, hollow });
  const axis = { domain: [-1, 2] as [number, number], ticks: [0, 1] };
  const chart = pointChart("points", [point("a", false), point("b", true)], {
    ...at,
    series: ["a", "b"],
    x: axis,
    y: axis,
    xLabel: "",
    yLabel: "y",
    beside: 10,
  });
  const [full, ring] = [...chart.querySelectorAll("g.mean")];
  const look = (group: Element, name: string): string | null => group.querySelector("circle, path")!.getAttribute(name);
  const shift = (group: Element): number =>
    Number(/translate\(([-\d.]+)/.exec(group.getAttribute("transform") ?? "")?.[1]);
  expect(shift(ring) - shift(full)).toBe(10);
  expect([look(full, "fill"), look(ring, "stroke")]).toEqual([
    expect.stringContaining("--view-1"),
    expect.stringContaining("--view-2"),
  ]);
  expect(look(ring, "fill")).toBe(look(full, "stroke"));
});
