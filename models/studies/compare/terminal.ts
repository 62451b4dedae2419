import { aligned, wrapped, clean, lettersOf, shorten } from "../telling/text.ts";
import { NOTHING, plain } from "../telling/numbers.ts";
import { NONE } from "../brief/brief.ts";
import { type Decision } from "./decision.ts";
import { headline } from "./headline.ts";
import { nobodyText } from "./nobody.ts";
import { duration, times } from "../telling/durations.ts";
import { money, moneyInterval } from "../telling/money.ts";
import { percent } from "../telling/shares.ts";

/** The most letters of a program's name on a narrow terminal, and of a line of text on a wide one. */
const NAME = 18;
const READABLE = 100;

/**
 * The decision table for a terminal: the advice, a line for each program, and how programs compare. Fits `width`, from
 * 60 columns on.
 */
export function decisionTable(
  decision: Decision,
  { width = 80, color = false }: { width?: number; color?: boolean } = {},
): string {
  const paint = (code: number, text: string): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const bold = (text: string): string => paint(1, text);
  const readable = (text: string): string => wrapped(text, Math.min(width, READABLE));
  const programs = programTable(decision, width);
  const interactions = interactionTable(decision, width);
  return [
    bold(readable(clean(decision.title))),
    readable(headline(decision)),
    ...decision.nobody.map((one) => bold(readable(nobodyText(one)))),
    "",
    headed(programs, bold),
    "",
    headed(pairTable(decision, width), bold),
    "",
    ...(interactions === null ? [] : [headed(interactions, bold), ""]),
    paint(2, readable(legendOf(decision, [programs, interactions ?? ""].map((text) => text.split("\n")[0]).join(" ")))),
  ].join("\n");
}

const nameOf = (name: string, width: number): string => shorten(clean(name), width < READABLE ? NAME : 40);

/** A line for each program, and one for no program. */
function programTable({ arms, advice, unit }: Decision, width: number): string {
  const mark = (of: string): string => (of === advice.choose ? "→ " : "  ");
  return fitting(
    [
      ["  program", "value", "95 % interval", "pays off", "5 % tail", "per customer", "paid back"],
      ...arms.map((arm) => [
        mark(arm.name) + nameOf(arm.name, width),
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
}

/** A line for each pair of programs. */
function pairTable({ pairs }: Decision, width: number): string {
  return fitting(
    [
      ["  program", "against", "better in", "by", "95 % interval"],
      ...pairs.map(({ a, b, beats, difference }) => [
        `  ${nameOf(a, width)}`,
        b === NONE ? "no program" : nameOf(b, width),
        percent(beats.share),
        money(difference.mean, difference),
        moneyInterval(difference),
      ]),
    ],
    [2, 3, 4],
    width,
  );
}

/** A line for each arm with several programs; null where there is none. */
function interactionTable({ interactions = [] }: Decision, width: number): string | null {
  if (interactions.length === 0) return null;
  const lines = interactions.map(({ arm, parts, worth }) => [
    `  ${nameOf(arm, width)}`,
    parts.map(({ npv }) => money(npv.mean, npv)).join(" + "),
    money(worth.mean, worth),
    moneyInterval(worth),
  ]);
  return fitting([["  together", "value alone", "interaction", "95 % interval"], ...lines], [1, 2, 3], width);
}

/** What the columns mean whose names are in `head`. */
function legendOf({ currency, horizon, unit, worlds }: Decision, head: string): string {
  const meanings: readonly (readonly [string, string])[] = [
    [
      "value",
      `expected net present value in ${clean(currency)} over ${duration(horizon, unit)}, including what customers are worth afterwards`,
    ],
    ["pays off", `share of ${plain(worlds, 9)} worlds with a value above 0`],
    ["5 % tail", "one world in twenty is worse"],
    [
      "per customer",
      `cost of each additional customer (${NOTHING}: nothing is spent, or chance alone could have brought as many)`,
    ],
    ["paid back", "when half of the worlds have earned back what was spent"],
    ["interaction", "value of the programs together less the sum of their values alone, in the same worlds"],
  ];
  const shown = meanings.filter(([name]) => head.includes(name));
  return `${shown.map(([name, meaning]) => `${name}: ${meaning}`).join("; ")}.`;
}

/** The table with as many of its columns as fit, from the left. */
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
