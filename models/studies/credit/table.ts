import { aligned, wrapped, clean } from "../telling/text.ts";
import { money, moneyInterval } from "../telling/money.ts";
import { plain } from "../telling/numbers.ts";
import { type Credited } from "./credited.ts";

const FIFTHS = ["best fifth", "second", "third", "fourth", "last fifth"] as const;

/** The credit of members as a table of at most 80 columns, with an explanation. */
export function tableOf({ title, arm, worlds, currency, members, groups, sums, looked }: Credited): string {
  const rows = groups.map(({ value, own, direct, indirect, shapley, lastTouch }, group) => [
    FIFTHS[group],
    ...[value, own, direct, indirect, shapley, lastTouch].map((mean) => money(mean.mean, mean)),
    moneyInterval(value),
  ]);
  const all = (["value", "shapley", "lastTouch", "program", "nobody"] as const).map((name) => [
    SUMS[name],
    money(sums[name].mean, sums[name]),
    moneyInterval(sums[name]),
  ]);
  return [
    clean(title),
    wrapped(
      `What a member of "${clean(arm)}" is worth, in ${clean(currency)}, by score: means over ${worlds} worlds of ${plain(members.mean, 3)} members on average, of whom ${plain(looked.length / worlds, 3)} were removed one at a time.`,
    ),
    "",
    aligned(
      [["by score", "removal", "own", "direct", "indirect", "Shapley", "last touch", "interval"], ...rows],
      [1, 2, 3, 4, 5, 6, 7],
    ),
    "",
    aligned([["all together", "", "95 % interval"], ...all], [1, 2]),
    "",
    wrapped(
      "removal: customer equity with everyone less customer equity without this member. It is the sum of own (the member's own value), direct (people the member told) and indirect (everyone else). interval: 95 %, of removal. Shapley: the fair share where members can stand in for one another. last touch: the worth of customers to whom the member talked last, as last-touch attribution counts it.",
    ),
    wrapped(
      "Values by removal do not add up to the value of the program: a member whom others can replace is worth little alone. Shapley values add up to the value of the program less its value with no members.",
    ),
  ].join("\n");
}

const SUMS = {
  value: "removal, all members",
  shapley: "Shapley, all members",
  lastTouch: "last touch, all members",
  program: "the program",
  nobody: "the program with no members",
} as const;
