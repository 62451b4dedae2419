import { aligned, wrapped, clean, lettersOf, shorten } from "../telling/text.ts";
import { NOTHING, plain } from "../telling/numbers.ts";
import { NONE } from "../brief/brief.ts";
import { type Decision } from "./decision.ts";
import { headline } from "./headline.ts";
import { nobodyText } from "./nobody.ts";
import { duration, times } from "../telling/durations.ts";
import { money, moneyInterval } from "../telling/money.ts";
import { percent } from "../telling/shares.ts";

/** Letters of a program's name on a narrow terminal, and lines of text on a wide one. */
const NAME = 18;
const READABLE = 100;

/** The decision table for a terminal: the advice, a line a program, and how the programs compare. Fits `width`, from 60 on. */
export function decisionTable(
  decision: Decision,
  { width = 80, color = false }: { width?: number; color?: boolean } = {},
): string {
  const paint = (code: number, text: string): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const { arms, pairs, currency, advice, unit, nobody } = decision;
  const name = (text: string): string => shorten(clean(text), width < READABLE ? NAME : 40);
  const mark = (of: string): string => (of === advice.choose ? "→ " : "  ");
  const programs = fitting(
    [
      ["  program", "worth", "95 % interval", "pays in", "5 % tail", "a customer", "paid back"],
      ...arms.map((arm) => [
        mark(arm.name) + name(arm.name),
        money(arm.npv.mean, arm.npv),
        moneyInterval(arm.npv),
        percent(arm.profit.share),
        money(arm.npv.q05),
        arm.costPerIncremental ? money(arm.costPerIncremental.ratio, arm.costPerIncremental) : NOTHING,
        arm.payback.share >= 0.5 ? times(arm.payback.week, unit) : NOTHING,
      ]),
      [`${mark(NONE)}no program`, "0", "", "", "", "", ""],
    ],
    [1, 2, 3, 4, 5, 6],
    width,
  );
  const versus = fitting(
    [
      ["  this", "against", "better in", "by", "95 % interval"],
      ...pairs.map(({ a, b, beats, difference }) => [
        `  ${name(a)}`,
        b === NONE ? "no program" : name(b),
        percent(beats.share),
        money(difference.mean, difference),
        moneyInterval(difference),
      ]),
    ],
    [2, 3, 4],
    width,
  );
  const beside = (decision.interactions ?? []).map(({ arm, parts, worth }) => [
    `  ${name(arm)}`,
    parts.map(({ npv }) => money(npv.mean, npv)).join(" + "),
    money(worth.mean, worth),
    moneyInterval(worth),
  ]);
  const interaction = fitting(
    [["  together", "each alone", "interaction", "95 % interval"], ...beside],
    [1, 2, 3],
    width,
  );
  const meanings: readonly (readonly [string, string])[] = [
    [
      "worth",
      `expected net present value in ${clean(currency)} over ${duration(decision.horizon, unit)}, and what customers are worth after them`,
    ],
    ["pays in", `share of ${plain(decision.worlds, 9)} worlds with a value above 0`],
    ["5 % tail", "one world in twenty is worse"],
    [
      "a customer",
      `cost of each customer who would not have come (${NOTHING}: nothing is spent, or none such can be told from chance)`,
    ],
    ["paid back", "when half of the worlds have their money back"],
    ["interaction", "what programs are worth together beyond what each is worth alone, in the same worlds"],
  ];
  const heads = programs.split("\n")[0] + (beside.length > 0 ? interaction.split("\n")[0] : "");
  const shown = meanings.filter(([head]) => heads.includes(head));
  const legend = `${shown.map(([head, meaning]) => `${head}: ${meaning}`).join("; ")}.`;
  return [
    paint(1, wrapped(clean(decision.title), Math.min(width, READABLE))),
    wrapped(headline(decision), Math.min(width, READABLE)),
    ...nobody.map((one) => paint(1, wrapped(nobodyText(one), Math.min(width, READABLE)))),
    "",
    headed(programs, (text) => paint(1, text)),
    "",
    headed(versus, (text) => paint(1, text)),
    "",
    ...(beside.length > 0 ? [headed(interaction, (text) => paint(1, text)), ""] : []),
    paint(2, wrapped(legend, Math.min(width, READABLE))),
  ].join("\n");
}

/** The table with as many of its columns, from the left, as fit. */
function fitting(rows: readonly (readonly string[])[], right: readonly number[], width: number): string {
  for (let columns = rows[0].length; ; columns--) {
    const table = aligned(
      rows.map((row) => row.slice(0, columns)),
      right,
    );
    if (columns === 2 || table.split("\n").every((line) => lettersOf(line).length <= width)) return table;
  }
}

function headed(table: string, paint: (text: string) => string): string {
  const [head, ...lines] = table.split("\n");
  return [paint(head), ...lines].join("\n");
}
