import { type Paired } from "../../models/statistics/index.ts";
import { type DecisionCard } from "../charts/decision-card.ts";
import { percent, plain } from "../exact.ts";
import { others, type Place } from "./places.ts";

/** What the money is better spent on; undecided if the interval of the paired difference contains 0. */
export function better({ low, high }: Pick<Paired, "low" | "high">): "one" | "many" | "undecided" {
  return low > 0 ? "one" : high < 0 ? "many" : "undecided";
}

/** Whether to pay one well-connected person or `pay` random people; undefined until both arms have run. */
export function advice(
  { anyone, hubs, many, difference, reachRatio, contactRatio }: Place,
  pay: number,
): DecisionCard | undefined {
  if (!many || !difference) return undefined;
  const some = others(pay);
  const verdict = {
    one: "Pay the well-connected person.",
    many: `Ask ${some} instead.`,
    undecided: `One well-connected person and ${some} cannot be told apart.`,
  }[better(difference)];
  const interval = ({ low, high }: { low: number; high: number }): string =>
    Number.isFinite(low) && Number.isFinite(high)
      ? `95 % interval ${plain(low)} to ${plain(high)}`
      : "no bounded 95 % interval";
  const mean = (reach: Float64Array): string =>
    `${plain(Math.round(reach.reduce((sum, one) => sum + one, 0) / reach.length))} customers`;
  return {
    title: `Who should begin if one well-connected person costs as much as ${some}?`,
    verdict,
    sure: `The well-connected person reaches ${plain(Math.round(Math.abs(difference.mean)))} customers ${difference.mean < 0 ? "fewer" : "more"} (well-connected minus random: ${interval(difference)}), in ${difference.n} paired worlds.`,
    facts: [
      { label: "reached from a well-connected person", value: mean(hubs.reach) },
      { label: `reached from ${some}`, value: mean(many.reach) },
      ...(pay > 1 ? [{ label: "reached from a random person", value: mean(anyone.reach) }] : []),
      { label: "chance of a large cascade: well-connected person", value: percent(hubs.chance.share) },
      { label: `chance of a large cascade: ${some}`, value: percent(many.chance.share) },
      {
        label: "customers, well-connected over random",
        value: `${plain(reachRatio.ratio)} times (${interval(reachRatio)})`,
      },
      { label: "contacts, well-connected over random", value: `${plain(contactRatio)} times` },
    ],
    caveat:
      "The advice would change if well-connected people were also more trusted, or if customers were hard to find one by one.",
  };
}
