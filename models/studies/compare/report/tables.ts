import { NONE } from "../../brief/brief.ts";
import { type Unit } from "../../brief/units.ts";
import { NOTHING, plain } from "../../telling/numbers.ts";
import { type Html, html, NONE as EMPTY } from "../../telling/page/html.ts";
import { tableOf } from "../../telling/page/table.ts";
import { type Decision, type Longer } from "../decision.ts";
import { pairOf } from "../headline.ts";
import { isCost, type Line, LINES, type Mean, type Ratio } from "../measures.ts";
import { times } from "../../telling/durations.ts";
import { between, money } from "../../telling/money.ts";
import { percent } from "../../telling/shares.ts";
import { linesOf } from "./chart-rows.ts";
import { LINE_WORDS } from "./lines.ts";

const cell = (label: string, value: string, small = ""): Html =>
  html`<td class="n${value === NOTHING || value === "" ? " empty" : ""}" data-label="${label}">
    <span>${value}${small ? html` <span class="between">${small}</span>` : EMPTY}</span>
  </td>`;
const ratio = (value: Ratio | null): [string, string] =>
  value ? [money(value.ratio, value), between(value)] : [NOTHING, ""];
const mean = (value: Mean): [string, string] => [money(value.mean, value), between(value)];

/**
 * The value of programs in one market beyond the sum of their values alone: a row for each arm with several programs.
 */
export function interactionRows({ interactions = [] }: Decision): Html {
  if (interactions.length === 0) return EMPTY;
  const heads = ["value alone", "interaction"];
  const costs = ({ costs: lines }: (typeof interactions)[number]["parts"][number]): number =>
    Object.values(lines).reduce((sum, line) => sum + line.mean, 0);
  const body = interactions.map(({ arm, parts, worth }) => {
    const alone = parts.map((part) => `${part.program} ${money(part.npv.mean, part.npv)}`).join(", ");
    const cost = parts.map((part) => `${part.program} costs ${money(costs(part))}`).join(", ");
    return html`<tr>
      <th scope="row">${arm}</th>
      ${cell(heads[0], alone, `together ${cost}`)}${cell(heads[1], ...mean(worth))}
    </tr>`;
  });
  return tableOf("Programs in one market", {
    look: "decision",
    caption:
      "The interaction is the value of all programs together less the sum of their values alone, in the same worlds. Above 0 they reinforce each other; below 0 they get in each other's way.",
    head: html`<th scope="col">together</th>
      ${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}`,
    rows: body,
  });
}

/** The decision table: a row for each program and one for no program; on narrow pages each row is a card. */
export function decisionRows({ arms, advice, unit, currency, worlds }: Decision): Html {
  const heads = ["value", "pays off in", "worst world in 20", "spending", "cost per new customer", "paid back by"];
  const body = arms.map(
    (
      arm,
    ) => html`<tr${arm.name === advice.choose ? html` class="chosen"` : EMPTY}><th scope="row">${arm.name}</th>${cell(heads[0], ...mean(arm.npv))}${cell(
      heads[1],
      percent(arm.profit.share),
      `${percent(arm.profit.low)} to ${percent(arm.profit.high)}`,
    )}${cell(heads[2], money(arm.npv.q05))}${cell(heads[3], ...mean(arm.spend))}${cell(
      heads[4],
      ...ratio(arm.costPerIncremental),
    )}${cell(heads[5], paidBack(arm, unit))}</tr>
`,
  );
  const none = html`<tr${advice.choose === NONE ? html` class="chosen"` : EMPTY}><th scope="row">no program</th>${cell(heads[0], "0")}${heads.slice(1).map((head) => cell(head, ""))}</tr>`;
  const caption = `Money in ${currency}, discounted to the start and measured against no program in the same ${plain(worlds, 9)} worlds. Small print: 95 % intervals of the means. The cost per new customer is missing (${NOTHING}) where nothing is spent, or where chance alone could have brought as many.`;
  return tableOf("The decision table", {
    look: "decision",
    caption,
    head: html`<th scope="col">program</th>
      ${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}`,
    rows: [...body, none],
  });
}

function paidBack({ payback: { share, week } }: Decision["arms"][number], unit: Unit): string {
  if (Number.isNaN(share)) return "nothing spent";
  return share >= 0.5 ? times(week, unit) : "not in half of the worlds";
}

/** A line as it counts toward the value: costs are negative. */
function amount(line: Line, { mean: value, low, high }: Mean): [string, string] {
  const sign = isCost(line) && value !== 0 ? -1 : 1;
  return mean({ mean: sign * value, low: sign > 0 ? low : -high, high: sign > 0 ? high : -low });
}

/** Every line of the ledger that is not 0 for all programs, with what it counts. */
export function lineRows({ arms, currency }: Decision): Html {
  const lines = LINES.filter((line) => arms.some((arm) => linesOf(arm).includes(line)));
  const body = lines.map(
    (line) =>
      html`<tr>
        <th scope="row">${LINE_WORDS[line].name}<span class="between">${LINE_WORDS[line].about}</span></th>
        ${arms.map((arm) => cell(arm.name, ...amount(line, arm.lines[line])))}
      </tr> `,
  );
  const sum = html`<tr class="sum">
    <th scope="row">value of the program</th>
    ${arms.map((arm) => cell(arm.name, ...mean(arm.npv)))}
  </tr>`;
  const caption = `All lines of the ledger side by side, in ${currency}.`;
  return tableOf(caption, {
    look: "decision",
    caption,
    head: html`<th scope="col">line</th>
      ${arms.map(({ name }) => html`<th scope="col" class="n">${name}</th>`)}`,
    rows: [...body, sum],
  });
}

/**
 * By how much each line of one program exceeds that of every other, in the same worlds; empty where there is no other.
 */
export function betweenRows(decision: Decision, name: string): Html {
  const others = decision.arms.filter((arm) => arm.name !== name);
  if (others.length === 0) return EMPTY;
  const pairs = others.map((other) => pairOf(decision, name, other.name));
  const lines = LINES.filter((line) =>
    pairs.some((pair) => pair.lines[line].mean !== 0 || pair.lines[line].high > pair.lines[line].low),
  );
  const row = (line: Line): Html =>
    html`<tr>
      <th scope="row">${LINE_WORDS[line].name}</th>
      ${pairs.map((pair, at) => cell(`against ${others[at].name}`, ...amount(line, pair.lines[line])))}
    </tr> `;
  const sum = html`<tr class="sum">
    <th scope="row">value of the program</th>
    ${pairs.map((pair, at) => cell(`against ${others[at].name}`, ...mean(pair.difference)))}
  </tr>`;
  const caption = `By how much each line of ${name} exceeds that of ${others.length === 1 ? others[0].name : "each of the others"} in the same worlds, in ${decision.currency}.`;
  return html`<details>
    <summary>Line by line against ${others.length === 1 ? others[0].name : "the others"}</summary>
    ${tableOf("One program against the others, line by line", {
      look: "decision",
      caption,
      head: html`<th scope="col">line</th>
        ${others.map((other) => html`<th scope="col" class="n">against ${other.name}</th>`)}`,
      rows: [...lines.map(row), sum],
    })}
  </details>`;
}

/** Pairs of programs in the same worlds: those with the program named, then the others, folded. */
export function pairTables(decision: Decision, name: string): Html {
  const own = [NONE, ...decision.arms.map((arm) => arm.name).filter((other) => other !== name)].map((other) =>
    pairOf(decision, name, other),
  );
  const others = decision.pairs.filter(({ a, b }) => a !== name && b !== name);
  return html`${pairRows({ ...decision, pairs: own })}${
    others.length > 0
      ? html`<details>
          <summary>Other pairs</summary>
          ${pairRows({ ...decision, pairs: others })}
        </details>`
      : EMPTY
  }`;
}

function pairRows({ pairs, currency, worlds }: Decision): Html {
  const heads = ["is worth more in", "mean difference"];
  const against = (name: string): string => (name === NONE ? "no program" : name);
  const body = pairs.map(
    ({ a, b, beats, difference }) =>
      html`<tr>
        <th scope="row">${a} against ${against(b)}</th>
        ${cell(heads[0], percent(beats.share), `${percent(beats.low)} to ${percent(beats.high)}`)}${cell(heads[1], ...mean(difference))}
      </tr> `,
  );
  const caption = `Pairs of choices in the same ${plain(worlds, 9)} worlds; money in ${currency}.`;
  return tableOf("Programs against each other", {
    look: "decision",
    caption,
    head: html`<th scope="col">pair</th>
      ${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}`,
    rows: body,
  });
}

/** The other measures of each program. */
export function measureRows({ arms, advice, currency }: Decision): Html {
  const regret = (name: string) => advice.choices.find((choice) => choice.name === name)!.regret;
  const rows: [string, (arm: Decision["arms"][number]) => [string, string]][] = [
    [`value per ${currency} spent`, ({ roi }) => ratio(roi)],
    ["mean of the worst 5 % of worlds", ({ tail }) => [money(tail), ""]],
    ["additional customers", ({ added }) => mean(added)],
    ["members", ({ advocates }) => mean(advocates)],
    ["value per member", ({ valuePerAdvocate }) => ratio(valuePerAdvocate)],
    [
      "value added per member, for the last tenth of members",
      ({ valuePerLastAdvocate }) => ratio(valuePerLastAdvocate),
    ],
    ["value gained among non-members, before costs", ({ social }) => mean(social)],
    ["new customers that each customer brings within 26 weeks (K)", ({ k }) => ratio(k)],
    [
      `customers credited to members by last touch, per additional customer (${NOTHING}: additional customers cannot be told from chance)`,
      (arm) => ratio(arm.attributedOverIncremental),
    ],
    ["mean regret: loss against the best choice of each world", ({ name }) => [money(regret(name).mean), ""]],
    ["regret in the worst world in 20", ({ name }) => [money(regret(name).q95), ""]],
  ];
  const body = rows.map(
    ([name, of]) =>
      html`<tr>
        <th scope="row">${name}</th>
        ${arms.map((arm) => cell(arm.name, ...of(arm)))}
      </tr> `,
  );
  return tableOf("More measures", {
    look: "decision",
    head: html`<th scope="col">measure</th>
      ${arms.map(({ name }) => html`<th scope="col" class="n">${name}</th>`)}`,
    rows: body,
  });
}

/** New customers at the horizon and at twice the horizon, in the same worlds. */
export function longerRows({ arms, worlds }: Longer, near: string, far: string, currency: string): Html {
  const heads = [
    `new customers after ${near}`,
    `new customers after ${far}`,
    "change",
    `sooner customers after ${near}`,
    `sooner customers after ${far}`,
  ];
  const body = arms.map(
    (arm) =>
      html`<tr>
        <th scope="row">${arm.name}</th>
        ${[arm.near.expansion, arm.far.expansion, arm.change, arm.near.acceleration, arm.far.acceleration].map((value, at) => cell(heads[at], ...mean(value)))}
      </tr> `,
  );
  const caption = `Two lines of the ledger at the horizon and at twice the horizon, in the same ${plain(worlds, 9)} worlds, and the mean change of the first; money in ${currency}.`;
  return tableOf("At twice the horizon", {
    look: "decision",
    caption,
    head: html`<th scope="col">program</th>
      ${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}`,
    rows: body,
  });
}
