import { aligned, wrapped, clean } from "../telling/text.ts";
import { money, moneyInterval } from "../telling/money.ts";
import { plain } from "../telling/numbers.ts";
import { type Credited } from "./credited.ts";

const FIFTHS = ["best fifth", "second", "third", "fourth", "last fifth"] as const;

/** What members are credited as a table of at most 80 columns, and what it means. */
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
      `What a member of "${clean(arm)}" is worth, in ${clean(currency)}, by score: means over ${worlds} worlds of ${plain(members.mean, 3)} members on average, of whom ${plain(looked.length / worlds, 3)} were removed one by one.`,
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
      "removal: customer equity with everybody less that without this member; it is the sum of own (lies in the member), direct (in people told by the member) and indirect (in those whom these influence). interval: of removal, 95 %. Shapley: the fair share where members can stand in for one another. last touch: worth of the customers whom the member talked to last, as attribution counts it.",
    ),
    wrapped(
      "Values by removal do not add up to the program: who can be replaced by another member is worth little alone. Shapley values do add up, to the program less what it costs with nobody in it.",
    ),
  ].join("\n");
}

const SUMS = {
  value: "removal, all members",
  shapley: "Shapley, all members",
  lastTouch: "last touch, all members",
  program: "the program",
  nobody: "the program with nobody in it",
} as const;
