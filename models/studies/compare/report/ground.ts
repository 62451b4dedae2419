import { type Parameter, toText } from "../../../core/index.ts";
import { programNamed } from "../../../programs/programs.ts";
import { NOTHING, plain } from "../../telling/numbers.ts";
import { words } from "../../telling/text.ts";
import { type Html, html, NONE as EMPTY } from "../../telling/page/html.ts";
import { tableOf } from "../../telling/page/table.ts";
import { assumedParameter, knownParameters } from "../decision.ts";
import { type CompareJob } from "../job.ts";
import { type Sensitivity } from "../sensitivity.ts";
import { money } from "../../telling/money.ts";
import { endText } from "./chart-rows.ts";

/** Each assumption: its possible values, its meaning, and the value of the program at its ends. */
export function assumptionRows({ brief }: CompareJob, of: readonly Sensitivity[] | null): Html {
  const listed = brief.assumptions.some(({ axis }) => "values" in axis);
  const heads = [
    "possible values",
    `value in its lowest and highest quarter${listed ? ", or at its worst and best setting" : ""}`,
    "meaning",
  ];
  const body = brief.assumptions.map(({ name, axis, likely }) => {
    const span =
      "values" in axis
        ? axis.values.map(String).join(", ")
        : `${plain(axis.from)} to ${plain(axis.to)}${likely === undefined ? "" : `, most likely ${plain(likely)}`}`;
    const found = of?.find((sensitivity) => sensitivity.name === name);
    const ends = found
      ? `${money(found.low.npv.mean)} (${endText(found.low)}) and ${money(found.high.npv.mean)} (${endText(found.high)})`
      : NOTHING;
    return html`<tr>
      <th scope="row">${words(name)}</th>
      <td data-label="${heads[0]}">${span}</td>
      <td data-label="${heads[1]}">${ends}</td>
      <td class="about" data-label="">${aboutOf(assumedParameter(brief, name))}</td>
    </tr> `;
  });
  return tableOf("Assumptions", {
    look: "decision",
    head: html`<th scope="col">assumption</th>
      ${heads.map((head) => html`<th scope="col">${head}</th>`)}`,
    rows: body,
  });
}

const aboutOf = ({ about, unit }: Parameter): string => `${about}${unit ? ` (${unit})` : ""}`;

/** A table of parameters: the values of each under the given heads, and its meaning. */
function parameterTable(
  name: string,
  heads: readonly string[],
  rows: readonly { name: string; values: readonly string[]; of: Parameter }[],
): Html {
  if (rows.length === 0) return EMPTY;
  const body = rows.map(
    ({ name: key, values, of }) =>
      html`<tr>
        <th scope="row">${words(key)}</th>
        ${values.map((value, at) => html`<td${value === NOTHING ? html` class="empty"` : EMPTY} data-label="${heads[at]}">${value}</td>`)}
        <td class="about" data-label="">${aboutOf(of)}</td>
      </tr> `,
  );
  return tableOf(name, {
    look: "decision",
    head: html`<th scope="col">parameter</th>
      ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      <th scope="col">meaning</th>`,
    rows: body,
  });
}

/** What the brief sets about the market. */
export function marketRows({ brief }: CompareJob): Html {
  const known = knownParameters(brief);
  const rows = Object.entries({ horizon: brief.horizon, ...brief.market });
  return parameterTable(
    "The market",
    ["market"],
    rows.map(([name, value]) => ({ name, values: [shownValue(value, known[name])], of: known[name] })),
  );
}

/** What the brief sets about each program. */
export function programRows({ brief }: CompareJob): Html {
  const known = knownParameters(brief);
  const names = [...new Set(brief.arms.flatMap(({ parameters }) => Object.keys(parameters)))];
  const value = (parameters: Record<string, unknown>, name: string): string =>
    Object.hasOwn(parameters, name) ? shownValue(parameters[name], known[name]) : NOTHING;
  return parameterTable(
    "The programs",
    brief.arms.map(({ name }) => name),
    names.map((name) => ({
      name,
      values: brief.arms.map(({ parameters }) => value(parameters, name)),
      of: known[name],
    })),
  );
}

/** Parameters that the brief does not name, with the defaults of the models. */
export function otherRows({ brief }: CompareJob): Html {
  const stated = new Set([
    "horizon",
    ...Object.keys(brief.market),
    ...brief.arms.flatMap(({ parameters }) => Object.keys(parameters)),
    ...brief.arms.flatMap(({ program }) => brief.assumptions.flatMap(({ name }) => programNamed(program).named(name))),
  ]);
  const rest = Object.entries(knownParameters(brief)).filter(([name]) => !stated.has(name));
  return parameterTable(
    "Defaults of the models",
    ["value"],
    rest.map(([name, of]) => ({ name, values: [shownValue(of.fallback, of)], of })),
  );
}

function shownValue(value: unknown, of: Parameter): string {
  if (typeof value === "number") return plain(value);
  if (of.table) return toText(of, value) || "none";
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : "none";
  return typeof value === "string" ? value || "none" : JSON.stringify(value);
}
