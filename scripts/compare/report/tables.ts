import { type Parameter } from "../../../models/core/index.ts";
import { NONE } from "../../brief/brief.ts";
import { NOTHING, plain } from "../../report/format.ts";
import { words } from "../../report/labels.ts";
import { type Html, html, NONE as EMPTY } from "../../report/page/html.ts";
import { boxed } from "../../report/page/tables.ts";
import { type Decision, knownParameters, type Longer } from "../decision.ts";
import { type CompareJob } from "../job.ts";
import { type Mean, type Ratio } from "../measures.ts";
import { type Sensitivity } from "../sensitivity.ts";
import { between, money, percent, times } from "../words.ts";
import { endText } from "./tornado-chart.ts";

const cell = (label: string, value: string, small = ""): Html =>
  html`<td class="n${value === NOTHING || value === "" ? " empty" : ""}" data-label="${label}"><span>${value}${small ? html` <span class="between">${small}</span>` : EMPTY}</span></td>`;
const ratio = (value: Ratio | null): [string, string] => (value ? [money(value.ratio, value), between(value)] : [NOTHING, ""]);
const mean = (value: Mean): [string, string] => [money(value.mean, value), between(value)];

/** The decision table: a row a program and one for none; on narrow pages a card each. */
export function decisionRows({ arms, advice, unit, currency, worlds }: Decision): Html {
  const heads = ["worth", "pays in", "worst world of 20", "spent", "a new customer costs", "paid back by"];
  const body = arms.map((arm) => html`<tr${arm.name === advice.choose ? html` class="chosen"` : EMPTY}><th scope="row">${arm.name}</th>${cell(heads[0], ...mean(arm.npv))}${
    cell(heads[1], percent(arm.profit.share), `${percent(arm.profit.low)} to ${percent(arm.profit.high)}`)}${cell(heads[2], money(arm.npv.q05))}${cell(heads[3], ...mean(arm.spend))}${
    cell(heads[4], ...ratio(arm.costPerIncremental))}${cell(heads[5], arm.payback.share >= 0.5 ? times(arm.payback.week, unit) : "not in half of worlds")}</tr>
`);
  const none = html`<tr${advice.choose === NONE ? html` class="chosen"` : EMPTY}><th scope="row">no program</th>${cell(heads[0], "0")}${heads.slice(1).map((head) => cell(head, ""))}</tr>`;
  const caption = `Money in ${currency}, discounted to the start, against no program in the same ${plain(worlds, 9)} worlds. Small print: 95 % intervals of the means.`;
  return boxed("The decision table", html`<table class="decision"><caption><span>${caption}</span></caption><thead><tr><th scope="col">program</th>${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}</tr></thead><tbody>
${[...body, none]}</tbody></table>`);
}

/** Every two programs in the same worlds. */
export function pairRows({ pairs, currency, worlds }: Decision): Html {
  const heads = ["is worth more in", "by, on average"];
  const against = (name: string): string => (name === NONE ? "no program" : name);
  const body = pairs.map(({ a, b, beats, difference }) => html`<tr><th scope="row">${a} against ${against(b)}</th>${cell(heads[0], percent(beats.share), `${percent(beats.low)} to ${percent(beats.high)}`)}${cell(heads[1], ...mean(difference))}</tr>
`);
  const caption = `Every two choices in the same ${plain(worlds, 9)} worlds; money in ${currency}.`;
  return boxed("Programs against each other", html`<table class="decision"><caption><span>${caption}</span></caption><thead><tr><th scope="col">pair</th>${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}</tr></thead><tbody>
${body}</tbody></table>`);
}

/** What else was measured of each program. */
export function measureRows({ arms, advice, currency }: Decision): Html {
  const regret = (name: string) => advice.choices.find((choice) => choice.name === name)!.regret;
  const rows: [string, (arm: Decision["arms"][number]) => [string, string]][] = [
    [`gain for each ${currency} spent`, ({ roi }) => ratio(roi)],
    ["mean of the worst twentieth of worlds", ({ tail }) => [money(tail), ""]],
    ["customers who would not have come", ({ added }) => mean(added)],
    ["members", ({ advocates }) => mean(advocates)],
    ["worth for each member", ({ valuePerAdvocate }) => ratio(valuePerAdvocate)],
    ["gained by people who are no members, before costs", ({ social }) => mean(social)],
    ["new customers that a customer brings within 26 weeks (K)", ({ k }) => ratio(k)],
    ["customers last talked to by a member, for each one added", (arm) => ratio(arm.attributedOverIncremental)],
    ["lost against the best choice of each world, on average", ({ name }) => [money(regret(name).mean), ""]],
    ["the same in the worst world of twenty", ({ name }) => [money(regret(name).q95), ""]],
  ];
  const body = rows.map(([name, of]) => html`<tr><th scope="row">${name}</th>${arms.map((arm) => cell(arm.name, ...of(arm)))}</tr>
`);
  return boxed("More measures", html`<table class="decision"><thead><tr><th scope="col">measure</th>${arms.map(({ name }) => html`<th scope="col" class="n">${name}</th>`)}</tr></thead><tbody>
${body}</tbody></table>`);
}

/** New customers at the horizon and at twice that, in the same worlds. */
export function longerRows({ arms, worlds }: Longer, near: string, far: string, currency: string): Html {
  const heads = [`new customers by ${near}`, `by ${far}`, `come sooner, by ${near}`, `by ${far}`];
  const body = arms.map((arm) => html`<tr><th scope="row">${arm.name}</th>${[arm.near.expansion, arm.far.expansion, arm.near.acceleration, arm.far.acceleration].map((value, at) => cell(heads[at], ...mean(value)))}</tr>
`);
  const caption = `Lines of the ledger at the horizon and at twice that, in the same ${plain(worlds, 9)} worlds; money in ${currency}.`;
  return boxed("At twice the horizon", html`<table class="decision"><caption><span>${caption}</span></caption><thead><tr><th scope="col">program</th>${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}</tr></thead><tbody>
${body}</tbody></table>`);
}

/** Each assumption: what was thought possible, what it means and where it is from, and what the worth is at its ends. */
export function assumptionRows({ brief }: CompareJob, of: readonly Sensitivity[] | null): Html {
  const known = knownParameters(brief);
  const heads = ["thought possible", "worth at its lowest and highest quarter", "meaning"];
  const body = brief.assumptions.map(({ name, axis, likely }) => {
    const span = "values" in axis ? axis.values.map(String).join(", ") : `${plain(axis.from)} to ${plain(axis.to)}${likely === undefined ? "" : `, likeliest ${plain(likely)}`}`;
    const found = of?.find((sensitivity) => sensitivity.name === name);
    const ends = found ? `${money(found.low.npv.mean)} (${endText(found.low)}) and ${money(found.high.npv.mean)} (${endText(found.high)})` : NOTHING;
    return html`<tr><th scope="row">${words(name)}</th><td data-label="${heads[0]}">${span}</td><td data-label="${heads[1]}">${ends}</td><td class="about" data-label="">${aboutOf(known[name])}</td></tr>
`;
  });
  return boxed("Assumptions", html`<table class="decision"><thead><tr><th scope="col">assumption</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${body}</tbody></table>`);
}

const aboutOf = ({ about, unit }: Parameter): string => `${about}${unit ? ` (${unit})` : ""}`;

/** Every value that stays as it is: set by the brief, or the model's own. */
export function fixedRows({ brief }: CompareJob, own: boolean): Html {
  const known = knownParameters(brief);
  const varied = new Set(brief.assumptions.map(({ name }) => name));
  const market = Object.entries(brief.market).map(([name, value]) => ["market", name, value] as const);
  const arms = brief.arms.flatMap(({ name: arm, parameters }) => Object.entries(parameters).map(([name, value]) => [arm, name, value] as const));
  const told = new Set([...market, ...arms].map(([, name]) => name).concat("horizon"));
  const rest = Object.entries(known).filter(([name]) => !told.has(name) && !varied.has(name)).map(([name, { fallback }]) => ["the model's own", name, fallback] as const);
  const rows = own ? rest : [["market", "horizon", brief.horizon] as const, ...market, ...arms];
  const heads = ["value", "where", "meaning"];
  const body = rows.map(([where, name, value]) => html`<tr><th scope="row">${words(name)}</th><td data-label="${heads[0]}">${shownValue(value)}</td>${own ? EMPTY : html`<td data-label="${heads[1]}">${where}</td>`}<td class="about" data-label="">${aboutOf(known[name])}</td></tr>
`);
  return boxed(own ? "Values of the models" : "Values of the brief", html`<table class="decision"><thead><tr><th scope="col">parameter</th>${heads.filter((head) => !own || head !== "where").map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${body}</tbody></table>`);
}

function shownValue(value: unknown): string {
  if (typeof value === "number") return plain(value);
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : "none";
  return typeof value === "string" ? value || "none" : JSON.stringify(value);
}
