import { estimate, NOTHING, plain, range } from "../../telling/numbers.ts";
import { type Html, html, NONE } from "../../telling/page/html.ts";
import { tableOf } from "../../telling/page/table.ts";
import { type Labels } from "./labels.ts";
import { words } from "../../telling/text.ts";
import {
  measureNames,
  type Point,
  type Results,
  type MeasureRow,
  rowsOf,
  unitOf,
  valueAt,
  variedAxes,
} from "../results.ts";

/** Points by measures: the mean, with its 95 % interval next to it. */
export function pointTable(results: Results, say: Labels, points: readonly Point[], caption: string): Html {
  const axes = variedAxes(results);
  const measures = measureNames(results);
  const rows = new Map<string, MeasureRow>(results.rows.map((row) => [`${row.point} ${row.measure}`, row]));
  const worlds = new Set(results.rows.map(({ n }) => n));
  const head = html`${axes.map(({ name, unit, values }) => html`<th scope="col" ${numberClass(values)}>${words(name)}${unitLine(unit, name)}</th>`)}${measures.map(
    (name) =>
      html`<th scope="col" class="n">${words(name)}${unitLine(unitOf(results, name), name)}</th>
        <th scope="col" class="i">95 % interval</th>
        ${worlds.size > 1 ? html`<th scope="col" class="n">worlds</th>` : NONE}`,
  )}`;
  const cells = (row: MeasureRow | undefined): Html => {
    const shown = row ? estimate(row) : undefined;
    const interval = shown && shown.low !== NOTHING ? `${shown.low} to ${shown.high}` : NOTHING;
    return html`<td class="n">${shown?.mean ?? NOTHING}</td>
      <td class="i">${interval}</td>
      ${worlds.size > 1 ? html`<td class="n">${plain(row?.n ?? 0)}</td>` : NONE}`;
  };
  const body = points.map(
    (point) =>
      html`<tr>
        ${
          axes.length
            ? axes.map(({ name, values }, a) => {
                const own = valueAt(point, name);
                const value = own === undefined ? NOTHING : say.value(name, own);
                return a
                  ? html`<td${numberClass(values)}>${value}</td>`
                  : html`<th scope="row" ${numberClass(values)}>${value}</th>`;
              })
            : NONE
        }${measures.map((name) => cells(rows.get(`${point.id} ${name}`)))}
      </tr> `,
  );
  return tableOf(caption, { caption, head, rows: body });
}

const numberClass = (values: readonly unknown[]): Html =>
  values.every((value) => typeof value === "number") ? html` class="n"` : NONE;
const unitLine = (unit: string | undefined, name: string): Html =>
  unit && unit !== name ? html` <span class="unit">${unit}</span>` : NONE;

/** More points than this are folded; the five highest and the five lowest stay open. */
const MOST_OPEN = 60;
const ENDS = 5;

/** All points, or the highest and lowest with all of them folded below. */
export function allPoints(results: Results, say: Labels): Html {
  const { points } = results;
  const worlds = range(results.rows.map(({ n }) => n));
  const caption = `Means over ${worlds} worlds per setting.`;
  if (points.length <= MOST_OPEN) return pointTable(results, say, points, caption);
  const [measure] = measureNames(results);
  const byId = new Map(points.map((point) => [point.id, point]));
  const order = rowsOf(results, measure)
    .sort((a, b) => b.mean - a.mean || a.point - b.point)
    .map((row) => byId.get(row.point)!);
  const ends = order.length > 2 * ENDS ? [...order.slice(0, ENDS), ...order.slice(-ENDS)] : order;
  const brief = `The ${ENDS} settings with the highest and the ${ENDS} with the lowest mean ${words(measure)}, of ${plain(points.length)}; ${worlds} worlds per setting.`;
  return html`${pointTable(results, say, ends, brief)}
    <details>
      <summary>All ${plain(points.length)} settings</summary>
      ${pointTable(results, say, points, caption)}
    </details>`;
}

/** The networks, by their full specifications. */
export function networkTable({ networks }: Results): Html {
  const body = networks.map(
    ({ spec, nodes, edges, directed, meanDegree }) =>
      html`<tr>
        <th scope="row"><code>${spec}</code></th>
        <td class="n">${plain(nodes, 15)}</td>
        <td class="n">${plain(edges, 15)}</td>
        <td>${directed ? "directed" : "undirected"}</td>
        <td class="n">${plain(meanDegree, 4)}</td>
      </tr> `,
  );
  const caption = "Networks, by the specifications that generate or find them.";
  return tableOf(caption, {
    caption,
    head: html`<th scope="col">network</th>
      <th scope="col" class="n">customers</th>
      <th scope="col" class="n">ties</th>
      <th scope="col">kind</th>
      <th scope="col" class="n">mean contacts</th>`,
    rows: body,
  });
}

/** What was varied, and what was held fixed. */
export function parameterTable({ axes, model }: Results, say: Labels): Html {
  const varied = axes.map(({ name, about, unit, values }) => {
    const shown =
      values.length > 12
        ? `${values.length} values from ${say.value(name, values[0])} to ${say.value(name, values[values.length - 1])}`
        : values.map((value) => say.value(name, value)).join(", ");
    return row(
      name,
      about,
      unit,
      shown,
      Object.hasOwn(model.parameters, name) && model.parameters[name].lever === true,
      true,
    );
  });
  const names = new Set(axes.map(({ name }) => name));
  const held = Object.entries(model.parameters)
    .filter(([name]) => !names.has(name))
    .map(([name, { about, unit, lever, value }]) => row(name, about, unit, valueText(value), lever ?? false, false));
  const caption = "What was varied and what was held fixed. A lever is a parameter that a decision maker can choose.";
  return tableOf(caption, {
    caption,
    head: html`<th scope="col">parameter</th>
      <th scope="col">fixed or varied</th>
      <th scope="col">value</th>
      <th scope="col">meaning</th>`,
    rows: [...varied, ...held],
  });
}

function row(
  name: string,
  about: string,
  unit: string | undefined,
  value: string,
  lever: boolean,
  varied: boolean,
): Html {
  const meaning = `${about}${unit ? ` (${unit})` : ""}${lever ? "; a lever" : ""}`;
  return html`<tr>
    <th scope="row"><code>${name}</code></th>
    <td>${varied ? "varied" : "fixed"}</td>
    <td>${value}</td>
    <td class="about">${meaning}</td>
  </tr> `;
}

function valueText(value: unknown): string {
  if (typeof value === "number") return plain(value, 6);
  if (Array.isArray(value)) return value.length ? value.map(valueText).join(", ") : "none";
  if (typeof value === "string") return value || "none";
  return value === undefined || value === null ? NOTHING : JSON.stringify(value);
}
