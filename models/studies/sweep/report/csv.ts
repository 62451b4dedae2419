import { harmless } from "../../../networks/formats/table/formula.ts";
import { arrange, type Results, unitOf, type Value, valueAt } from "../results.ts";

const STATISTICS = [
  "n",
  "missing",
  "mean",
  "sd",
  "stderr",
  "low",
  "high",
  "min",
  "q05",
  "median",
  "q95",
  "max",
] as const;

/** A field by RFC 4180: quoted where it holds a comma, a quote or a line break; NaN is empty. */
function field(value: Value | undefined): string {
  if (value === undefined || Number.isNaN(value)) return "";
  const text = typeof value === "string" ? harmless(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * One line for each point and measure: the point's number, its value on every axis, the measure, its unit and its
 * statistics, at full precision. An axis with the name of a statistic gets the prefix `axis.`.
 */
export function summaryCsv(given: Results): string {
  const results = arrange(given);
  const points = new Map(results.points.map((point) => [point.id, point]));
  const taken = new Set<string>(["point", "measure", "unit", ...STATISTICS]);
  const axes = results.axes.map(({ name }) => name);
  const header = [
    "point",
    ...axes.map((name) => (taken.has(name) ? `axis.${name}` : name)),
    "measure",
    "unit",
    ...STATISTICS,
  ];
  const lines = results.rows.map((row) => [
    row.point,
    ...axes.map((name) => valueAt(points.get(row.point)!, name)),
    row.measure,
    unitOf(results, row.measure),
    ...STATISTICS.map((name) => row[name]),
  ]);
  return [header, ...lines].map((line) => `${line.map(field).join(",")}\n`).join("");
}
