import * as Plot from "@observablehq/plot";
import { type Network } from "../../models/core/index.ts";
import { degreeCounts } from "../../models/networks/structure/degrees.ts";
import { projection } from "../../models/networks/structure/projection.ts";
import { base, type Drawn, hueOf, percentTick, tickText } from "../charts/look.ts";

/** A number of contacts, the share of people who have just so many, and the share who have at least so many. */
export type DegreeRow = Readonly<{ contacts: number; share: number; atLeast: number }>;

/** Both axes are by powers where somebody has more than so many times the mean. */
const WIDE = 4;

/** Numbers of contacts that somebody has, rising. */
export function degreeRows(network: Network): DegreeRow[] {
  const { size } = network;
  let left = size;
  return Array.from(degreeCounts(projection(network).out)).flatMap((count, contacts) => {
    const row = { contacts, share: count / size, atLeast: left / size };
    left -= count;
    return count > 0 ? [row] : [];
  });
}

/** Whether numbers of contacts differ so much that only powers of ten show them all. */
export function isWide(rows: readonly DegreeRow[]): boolean {
  const mean = rows.reduce((sum, { contacts, share }) => sum + contacts * share, 0);
  return (rows.at(-1)?.contacts ?? 0) > WIDE * mean;
}

/** Share of people with at least so many contacts; on two axes by powers where numbers of contacts differ widely. Nobody's 0 contacts have no place on those. */
export function distributionChart(rows: readonly DegreeRow[], drawn: Drawn): Element {
  const type = isWide(rows) ? "log" : "linear";
  const shown = type === "log" ? rows.filter(({ contacts }) => contacts > 0) : rows;
  const x = shown.map(({ contacts }) => contacts);
  const y = shown.map(({ atLeast }) => atLeast);
  const whole = { label: "contacts →", type, grid: true, tickFormat: tickText } as const;
  return Plot.plot({
    ...base("distribution", drawn), height: 300, marginTop: 32, marginLeft: 60, marginBottom: 42,
    x: type === "log" ? { ...whole, ticks: between(x, [1, 2, 5]) } : { ...whole, ticks: Math.min(8, shown.length) },
    y: { label: "↑ people with at least so many", type, grid: true, tickFormat: percentTick, ...(type === "log" ? { ticks: between(y, [1]) } : { domain: [0, 1], ticks: 5 }) },
    marks: [
      Plot.line(shown, { x: "contacts", y: "atLeast", stroke: hueOf(0), strokeWidth: 1.5, curve: "step-before" }),
      Plot.dot(shown, { x: "contacts", y: "atLeast", fill: hueOf(0), r: 3.5 }),
    ],
  });
}

/** These times powers of ten, as far as the values reach. */
function between(values: readonly number[], times: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const powers = Array.from({ length: 13 }, (_, at) => Number(`1e${at - 6}`)); // a millionth of the people to a million contacts
  return powers.flatMap((power) => times.map((one) => one * power)).filter((tick) => tick >= low && tick <= high);
}
